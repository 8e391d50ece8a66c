package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {
    private static final String MEDIA = """
            #EXTM3U
            #EXT-X-VERSION:3
            #EXT-X-TARGETDURATION:4
            #EXT-X-MEDIA-SEQUENCE:%d
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toString();
    }

    private static String live(int first, int last) {
        StringBuilder text = new StringBuilder(MEDIA.formatted(first));
        for (int i = first; i <= last; i++) {
            text.append("#EXTINF:4.000,\n").append(i).append(".ts\n");
        }
        return text.toString();
    }

    @Test
    void a_valid_playlist_says_nothing_and_ends_with_0() throws IOException {
        Run run = Run.of("validate", file("a.m3u8", live(1, 6)));
        assertThat(run.outText()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void each_finding_is_a_line_with_its_place_and_section() throws IOException {
        String name = file("a.m3u8", live(1, 6).replace("#EXTINF:4.000,\n3.ts", "#EXTINF:9.000,\n3.ts"));
        Run run = Run.of("validate", name);
        assertThat(run.outText())
                .matches("(?s)" + Pattern.quote(name) + ":9:9: error SEGMENT_TOO_LONG [^\\n]+ \\(4\\.4\\.3\\.1\\)\\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void warnings_alone_end_with_0() throws IOException {
        Run run = Run.of("validate", file("a.m3u8", live(1, 6).replace("VERSION:3", "VERSION:7")));
        assertThat(run.outText()).contains(":2:16: warning VERSION_TOO_HIGH ").hasLineCount(1);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void what_is_no_playlist_is_invalid_and_what_cannot_be_read_is_not_judged() throws IOException {
        Run run = Run.of("validate", file("a.m3u8", "<html></html>\n"));
        assertThat(run.outText()).contains("a.m3u8:1:1: error NOT_A_PLAYLIST ");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Run.of("validate", folder.resolve("none.m3u8").toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_profile_is_chosen_by_its_name_in_small_letters() throws IOException {
        String name = file("a.m3u8", live(1, 6).replace("3.ts", " 3.ts"));
        assertThat(Run.of("validate", "--profile", "rfc8216bis", name).exitCode())
                .isEqualTo(1);
        assertThat(Run.of("validate", "--profile", "lenient", name).exitCode()).isZero();
        assertThat(Run.of("validate", "--profile", "apple", name).outText()).contains("APPLE_LIVE_DATES");
        assertThat(Run.of("validate", "--profile", "strange", name).exitCode()).isEqualTo(2);
    }

    @Test
    void the_next_snapshot_is_judged_by_what_may_change() throws IOException {
        String first = file("1.m3u8", live(1, 6));
        Run legal = Run.of("validate", "--next", file("2.m3u8", live(3, 8)), first);
        assertThat(legal.outText()).isEmpty();
        assertThat(legal.exitCode()).isZero();
        String name = file("3.m3u8", live(3, 8).replace("5.ts", "five.ts"));
        Run broken = Run.of("validate", "--next", name, first);
        assertThat(broken.outText())
                .startsWith(name + ":10:1: error SEGMENT_REPLACED ")
                .hasLineCount(1);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(Run.of("validate", "--next", name, first, first).exitCode()).isEqualTo(2);
    }

    @Test
    void a_multivariant_playlist_is_judged_with_the_media_playlists_that_can_be_read() throws IOException {
        String multivariant = file("main.m3u8", """
                #EXTM3U
                #EXT-X-STREAM-INF:BANDWIDTH=2000000,CODECS="avc1.4d401f,mp4a.40.2"
                a/v.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=1000000,CODECS="avc1.4d401f,mp4a.40.2"
                b/v.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=500000,CODECS="avc1.4d401f,mp4a.40.2"
                none.m3u8
                """);
        String ended = live(1, 6) + "#EXT-X-ENDLIST\n";
        String first = file("a/v.m3u8", ended);
        String second = file("b/v.m3u8", ended.replace("TARGETDURATION:4", "TARGETDURATION:5"));
        Run run = Run.of("validate", multivariant);
        assertThat(run.outText())
                .contains("TARGET_DURATIONS_DIFFER")
                .contains(second + ":")
                .doesNotContain(first + ":");
        assertThat(run.err()).contains("none.m3u8");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void several_files_are_judged_one_after_the_other() throws IOException {
        Run run = Run.of(
                "validate",
                file("a.m3u8", live(1, 6)),
                file("b.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:x\n"),
                file("c.m3u8", live(1, 6).replace("#EXTM3U\n", "")));
        assertThat(run.outText()).contains("b.m3u8:2:").contains("c.m3u8:1:1: error MISSING_EXTM3U");
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
