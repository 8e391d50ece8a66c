package dev.hemstitch.examples.recipes;

import dev.hemstitch.core.diff.DeltaResult;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What would play otherwise; and a playlist sent as what is new in it. */
public final class ComparePlaylists {
    private ComparePlaylists() {}

    /**
     * Sends a playlist to a client that has an older version of it.
     *
     * @param older the version that the client has
     * @param newer the version that is current
     * @return what the client then has
     * @throws IOException if a file cannot be read
     */
    public static MediaPlaylist refresh(Path older, Path newer) throws IOException {
        // begin
        var previous = (MediaPlaylist) PlaylistParser.lenient().parse(Files.readAllBytes(older));
        var current = (MediaPlaylist) PlaylistParser.lenient().parse(Files.readAllBytes(newer));

        Optional<MediaPlaylist> update = DeltaUpdate.create(current); // what _HLS_skip=YES is answered with
        DeltaResult merged = DeltaUpdate.apply(update.orElse(current), previous); // what the client makes of it
        MediaPlaylist full = merged.playlist().orElseThrow(() -> new IllegalStateException(merged.message()));

        PlaylistDiff diff = PlaylistDiff.of(current, full);
        if (!diff.isEmpty()) {
            throw new IllegalStateException("the client would play something else:\n" + diff);
        }
        // end
        return full;
    }
}
