package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text and holds the library to what it promises of any: it is written byte for byte, and when the URI of a
 * segment or variant is changed, all other bytes stay.
 */
final class Survival {
    private Survival() {}

    static MediaPlaylist media(String... lines) {
        return mediaText("#EXTM3U\n" + String.join("\n", lines) + "\n");
    }

    static MediaPlaylist mediaText(String text) {
        MediaPlaylist playlist = (MediaPlaylist) written(text);
        List<MediaSegment> segments = playlist.segments();
        List<MediaSegment> edited = segments.stream()
                .map(segment -> segment.toBuilder().uri("new-" + segment.uri()).build())
                .toList();
        String expected = text;
        for (MediaSegment segment : segments) {
            assertThat(text.indexOf(segment.uri())).as("a URI of its own").isEqualTo(text.lastIndexOf(segment.uri()));
            expected = expected.replace(segment.uri(), "new-" + segment.uri());
        }
        assertThat(playlist.toBuilder().segments(edited).build())
                .as("with other URIs")
                .hasToString(expected);
        assertThat(playlist.toBuilder().build()).as("built again").isEqualTo(playlist);
        return playlist;
    }

    /** A text with lines that an edit of their own would put right, so that its URIs are mapped instead. */
    static MediaPlaylist oddText(String text) {
        MediaPlaylist playlist = (MediaPlaylist) written(text);
        assertThat(playlist.mapUris(uri -> uri.replace("a.ts", "new.ts")))
                .as("with other URIs")
                .hasToString(text.replace("a.ts", "new.ts"));
        assertThat(playlist.toBuilder().build()).as("built again").isEqualTo(playlist);
        return playlist;
    }

    static MultivariantPlaylist multivariant(String... lines) {
        String text = "#EXTM3U\n" + String.join("\n", lines) + "\n";
        MultivariantPlaylist playlist = (MultivariantPlaylist) written(text);
        String expected = text;
        for (Variant variant : playlist.variants()) {
            expected = expected.replace("\n" + variant.uri() + "\n", "\nnew-" + variant.uri() + "\n");
        }
        assertThat(playlist.toBuilder()
                        .edit(tag -> Optional.of(
                                tag instanceof Variant variant ? variant.withUri("new-" + variant.uri()) : tag))
                        .build())
                .as("with other URIs")
                .hasToString(expected);
        assertThat(playlist.toBuilder().build()).as("built again").isEqualTo(playlist);
        return playlist;
    }

    static Playlist written(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Playlist playlist = PlaylistParser.lenient().parse(bytes);
        assertThat(PlaylistWriter.toBytes(playlist)).as("written").isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        String canonical = PlaylistWriter.canonical(playlist).toString();
        assertThat(PlaylistWriter.canonical(PlaylistParser.lenient().parse(canonical)))
                .as("rendered twice")
                .hasToString(canonical);
        return playlist;
    }
}
