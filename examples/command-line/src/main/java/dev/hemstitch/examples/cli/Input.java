package dev.hemstitch.examples.cli;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * What was read from a FILE, or from a URI that a playlist names.
 *
 * @param name how messages call it
 * @param uri behind all redirects: what its references resolve from
 * @param contentType what the server says that it is; empty if no server says so
 * @param bytes what it holds, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Input(String name, String uri, Optional<String> contentType, byte[] bytes) {
    /**
     * Parses it as a playlist.
     *
     * @param err takes each diagnostic on a line: {@code FILE:LINE:COLUMN: severity CODE message (section)}
     * @return the playlist
     * @throws InputException if it is none
     */
    Playlist playlist(PrintWriter err) throws InputException {
        ParseResult result = PlaylistParser.lenient().tryParse(bytes);
        for (Diagnostic diagnostic : result.diagnostics()) {
            err.println(name + ":" + diagnostic);
        }
        err.flush();
        return result.playlist()
                .orElseThrow(() -> new InputException(name + ": is no playlist that can be read, see above"));
    }
}
