package dev.hemstitch.examples.recipes;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parse, change, write: all that was not changed stays byte for byte. */
public final class EditPlaylist {
    private EditPlaylist() {}

    /**
     * Writes the segments of a playlist from the third one on.
     *
     * @param in a Media Playlist
     * @param out where to write
     * @throws IOException if a file cannot be read or written
     */
    public static void dropTwoSegments(Path in, Path out) throws IOException {
        // begin
        var playlist = (MediaPlaylist) PlaylistParser.lenient().parse(Files.readAllBytes(in));
        var segments = playlist.segments();
        MediaPlaylist shorter = playlist.toBuilder()
                .mediaSequence(playlist.mediaSequence() + 2)
                .segments(segments.subList(2, segments.size())) // KEY and MAP in force come along
                .build();
        Files.write(out, PlaylistWriter.toBytes(shorter));
        // end
    }
}
