package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.uri.UriReferences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Making all URIs of a playlist absolute in one go does what resolving each of them does. */
class ResolvedUrisTest {
    private static final List<String> PARTS = List.of(
            "a",
            "b.ts",
            "..",
            ".",
            "",
            "?",
            "q=/../x",
            "#",
            "/",
            "//h",
            "https:",
            "c:d",
            ".hidden",
            "x..",
            "1080p",
            "segment_000001.ts",
            "segment_000002.ts",
            "..a",
            "%2e%2e");
    private static final List<String> BASES = List.of(
            "https://h/v/2026/title/m.m3u8",
            "https://h/m.m3u8",
            "https://h",
            "v/m.m3u8",
            "",
            "https://h/a/../b/./m.m3u8?x=/y");

    private final Random random = new Random(20_260_301);

    private String reference() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(5);
        for (int i = 0; i < parts; i++) {
            text.append(i == 0 || random.nextInt(4) == 0 ? "" : "/").append(PARTS.get(random.nextInt(PARTS.size())));
        }
        boolean isUriLine = text.length() > 0 && text.charAt(0) != '#';
        return isUriLine ? text.toString() : "s" + text;
    }

    private static Playlist parse(String text) {
        return PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text, or that there is none: {@code ..} may resolve to nothing, which is no URI line. */
    private static String answer(Supplier<Playlist> work) {
        try {
            return work.get().toString();
        } catch (IllegalArgumentException e) {
            return "refused: " + e.getMessage();
        }
    }

    @Test
    void every_URI_becomes_what_it_resolves_to() {
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("#EXTM3U\r\n#EXT-X-TARGETDURATION:6\n");
            String before = reference();
            for (int segment = 0; segment < 8; segment++) {
                before = random.nextInt(3) == 0 ? before + segment : reference();
                text.append(random.nextInt(5) == 0 ? "#EXT-X-KEY:METHOD=AES-128,URI=\"" + before + "\"\n" : "")
                        .append(random.nextInt(6) == 0 ? "# a comment\n" : "")
                        .append("#EXTINF:6,\n")
                        .append(random.nextInt(9) == 0 ? " " : "")
                        .append(before)
                        .append(random.nextInt(9) == 0 ? " \r\n" : "\n");
            }
            String base = BASES.get(random.nextInt(BASES.size()));
            Playlist playlist = parse(text.append("#EXT-X-ENDLIST").toString());

            assertThat(answer(() -> playlist.resolveUris(base)))
                    .isEqualTo(answer(() -> playlist.mapUris(uri -> UriReferences.resolve(base, uri))));
        }
    }

    @Test
    void those_of_a_multivariant_playlist_too() {
        Playlist playlist = parse("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/m.m3u8\n");

        assertThat(playlist.resolveUris("https://h/v/main.m3u8"))
                .hasToString("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttps://h/v/low/m.m3u8\n");
    }

    @Test
    void a_base_that_would_end_the_line_is_refused() {
        Playlist playlist = parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n");

        assertThatThrownBy(() -> playlist.resolveUris("https://h/a\nb/m.m3u8"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
