package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTest {
    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final String MEDIA =
            "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6.000,\na.ts\n#EXTINF:6.000,\nb.ts\n#EXT-X-ENDLIST\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run diff(String left, String right) throws IOException {
        return Run.of(
                "diff",
                write("left/media.m3u8", left).toString(),
                write("right/media.m3u8", right).toString());
    }

    @Test
    void another_layout_in_another_folder_is_the_same() throws IOException {
        Run run = diff(MEDIA, "# a comment\r\n" + MEDIA.replace("6.000,", "6,").replace("\n", "\r\n\r\n"));
        assertThat(run.outText()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void each_difference_is_a_line() throws IOException {
        Run run = diff(
                MEDIA, MEDIA.replace("DURATION:6", "DURATION:7").replace("b.ts", "c.ts\n#EXTINF:6.000,\nb.ts?token=1"));
        assertThat(run.outText()).isEqualTo("""
                        playlist, EXT-X-TARGETDURATION: "6" -> "7"
                        segment 1 removed: "b.ts"
                        segment 1 added: "c.ts"
                        segment 2 added: "b.ts?…"
                        """);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void an_inserted_segment_is_one_difference() throws IOException {
        Run run = diff(MEDIA, MEDIA.replace("#EXTINF:6.000,\nb.ts", "#EXTINF:6.000,\nad.ts\n#EXTINF:6.000,\nb.ts"));
        assertThat(run.outText()).isEqualTo("segment 1 added: \"ad.ts\"\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void an_absolute_uri_is_the_same_as_a_relative_one_that_resolves_to_it() throws IOException {
        String absolute = folder.resolve("left/a.ts").toUri().toString();
        Run run = diff(MEDIA, MEDIA.replace("a.ts", absolute));
        assertThat(run.outText()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tokens_are_not_printed_and_count() throws IOException {
        Run run = diff(MEDIA.replace("a.ts", "a.ts?token=one"), MEDIA.replace("a.ts", "a.ts?token=two"));
        assertThat(run.outText())
                .isEqualTo("segment 0, URI: \"a.ts?…\" -> \"a.ts?…\" (they differ in what is not shown)\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void media_playlists_of_both_sides_are_compared() throws IOException {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv/media.m3u8\n";
        write("left/v/media.m3u8", MEDIA);
        write("right/v/media.m3u8", MEDIA.replace("#EXTINF:6.000,\nb.ts", "#EXT-X-GAP\n#EXTINF:6.000,\nb.ts"));
        Run run = Run.of(
                "diff",
                write("left/m.m3u8", multivariant).toString(),
                write("right/m.m3u8", multivariant).toString());
        assertThat(run.outText()).isEqualTo("v/media.m3u8: segment 1, gap: none -> \"YES\"\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_media_playlist_that_neither_side_has_is_named_and_no_difference() throws IOException {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv/media.m3u8\n";
        Run run = diff(multivariant, multivariant);
        assertThat(run.outText()).isEmpty();
        assertThat(run.err()).contains("there is no such file", "v/media.m3u8: not compared");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_media_playlist_that_one_side_lacks_is_a_difference() throws IOException {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv/media.m3u8\n";
        write("left/v/media.m3u8", MEDIA);
        Run run = diff(multivariant, multivariant);
        assertThat(run.outText()).isEqualTo("v/media.m3u8: playlist, readable: \"YES\" -> none\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_media_playlist_is_no_multivariant_playlist() throws IOException {
        Run run = diff(MEDIA, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n");
        assertThat(run.outText()).isEqualTo("playlist, kind: \"media\" -> \"multivariant\"\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void one_side_may_be_standard_input() throws IOException {
        Run run = Run.withInput(MEDIA, "diff", "-", write("media.m3u8", MEDIA).toString());
        assertThat(run.outText()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmp4", "ts", "aes128", "byterange"})
    void a_sample_presentation_is_the_same_as_itself(String sample) {
        String file = SAMPLES.resolve(sample + "/content/multivariant.m3u8").toString();
        Run run = Run.of("diff", file, file);
        assertThat(run.outText()).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void what_cannot_be_read_is_no_answer() throws IOException {
        String media = write("media.m3u8", MEDIA).toString();
        String none = folder.resolve("none.m3u8").toString();
        assertThat(Run.of("diff", media, none).exitCode()).isEqualTo(2);
        assertThat(Run.of("diff", none, media).err()).contains("there is no such file");
        assertThat(Run.of("diff", media, write("page.html", "<html>").toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of("diff", media).exitCode()).isEqualTo(2);
    }
}
