package dev.hemstitch.core.fuzz;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What fuzzers' bytes stand for: one playlist, or several with a NUL byte between them. */
final class Fuzzed {
    private Fuzzed() {}

    /** The playlist, or nothing if it is refused in the one way that is declared. */
    static Optional<Playlist> playlist(byte[] bytes) {
        try {
            return Optional.of(PlaylistParser.lenient().parse(bytes));
        } catch (PlaylistParseException e) {
            return Optional.empty();
        }
    }

    /** All that are not refused, at most four. */
    static List<Playlist> playlists(byte[] bytes) {
        List<Playlist> playlists = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bytes.length && playlists.size() < 4; i++) {
            if (i == bytes.length || bytes[i] == 0) {
                playlist(Arrays.copyOfRange(bytes, from, i)).ifPresent(playlists::add);
                from = i + 1;
            }
        }
        return playlists;
    }
}
