package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.HlsException;
import java.io.IOException;

/** Reads the playlists of one presentation; one that comes from the network may not name files of this machine. */
final class FileSource implements PlaylistSource {
    private final InputReader reader;
    private final boolean remote;

    /** The names of the FILEs that were read first and last. */
    private String first = "";

    private String last = "";

    FileSource(InputReader reader, String presentation) {
        this.reader = reader;
        this.remote = InputReader.isHttp(presentation);
    }

    /**
     * Reads a presentation.
     *
     * @param reader what reads FILEs
     * @param file the FILE of its Multivariant or only Media Playlist
     * @return the presentation
     * @throws InputException if a playlist cannot be read or is none; the message says which one
     */
    static Presentation presentation(InputReader reader, String file) throws IOException {
        FileSource source = new FileSource(reader, file);
        try {
            return Presentation.load(file, source);
        } catch (HlsException e) {
            // A reference that cannot be followed is at fault where it stands, not in what was read last.
            boolean reference = e.diagnostic().code() == DiagnosticCode.UNDEFINED_VARIABLE;
            throw new InputException((reference ? source.first : source.last) + ":" + e.diagnostic());
        }
    }

    @Override
    public Fetched fetch(String uri) throws IOException {
        Input input = read(uri);
        last = input.name();
        first = first.isEmpty() ? last : first;
        return new Fetched(input.bytes(), input.uri());
    }

    /**
     * Reads a playlist of the presentation.
     *
     * @param uri its URI, resolved
     * @return what it holds
     * @throws InputException if it cannot be read, or must not be
     */
    Input read(String uri) throws InputException {
        if (remote && !InputReader.isHttp(uri)) {
            throw new InputException(uri + ": is not on the network, but was named by a playlist that is");
        }
        return reader.read(uri);
    }
}
