package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.PlaylistSource;
import java.io.IOException;

/** Reads the playlists of one presentation; one that comes from the network may not name files of this machine. */
final class FileSource implements PlaylistSource {
    private final InputReader reader;
    private final boolean remote;

    FileSource(InputReader reader, String presentation) {
        this.reader = reader;
        this.remote = InputReader.isHttp(presentation);
    }

    @Override
    public Fetched fetch(String uri) throws IOException {
        Input input = read(uri);
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
