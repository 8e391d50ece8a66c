package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.PlaylistSource;
import java.io.IOException;
import java.util.Locale;

/** Reads the playlists of one presentation; one that comes from the network may not name files of this machine. */
final class FileSource implements PlaylistSource {
    private final InputReader reader;
    private final boolean remote;

    FileSource(InputReader reader, String presentation) {
        this.reader = reader;
        this.remote = isHttp(presentation);
    }

    private static boolean isHttp(String file) {
        String start = file.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    @Override
    public Fetched fetch(String uri) throws IOException {
        if (remote && !isHttp(uri)) {
            throw new InputException(uri + ": is not on the network, but was named by a playlist that is");
        }
        Input input = reader.read(uri);
        return new Fetched(input.bytes(), input.uri());
    }
}
