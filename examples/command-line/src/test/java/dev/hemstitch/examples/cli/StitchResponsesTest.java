package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of ad responses in {@code stitch}. */
class StitchResponsesTest {
    @TempDir
    private Path folder;

    private Path content = Path.of("");

    @BeforeEach
    void writePlaylists() throws IOException {
        content = write("content.m3u8", "#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXTINF:6,", "c0.ts", "#EXT-X-ENDLIST");
        write("ad.m3u8", "#EXTM3U", "#EXT-X-TARGETDURATION:5", "#EXTINF:5,", "a0.ts", "#EXT-X-ENDLIST");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** An ad of the sample playlist, with whatever its creative is called. */
    private static String ad(String id, String creative, String playlist) {
        return "<Ad id='" + id + "' sequence='1'><InLine><Creatives><Creative" + creative
                + "<Linear><Duration>00:00:05</Duration><MediaFiles>"
                + "<MediaFile delivery='streaming' type='application/x-mpegURL'>" + playlist
                + "</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>";
    }

    private static String vast(String... ads) {
        return "<VAST version='4.2'>" + String.join("", ads) + "</VAST>";
    }

    private JsonNode report(String option, String value) throws IOException {
        Path report = folder.resolve("report.json");
        Run run = Run.of("stitch", content.toString(), option, value, "--report", report.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outText()).contains("c0.ts");
        return Run.tree(Files.readString(report));
    }

    private static List<String> texts(JsonNode array, String name) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.get(name).asText()));
        return texts;
    }

    /** Spaces without end, as of a server that hangs in a loop. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return ' ';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) ' ');
            given += length;
            return length;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stitch --vmap", "stitch --vast", "vast", "vmap"})
    void a_response_without_end_takes_no_more_memory_than_its_limit(String command) {
        Endless endless = new Endless();
        var out = new ByteArrayOutputStream();
        StandardStreams streams = StandardStreams.of(endless, out, new ByteArrayOutputStream());
        int exitCode = command.startsWith("stitch")
                ? Hemstitch.execute(
                        streams,
                        "stitch",
                        content.toString(),
                        command.substring("stitch ".length()),
                        command.endsWith("vmap") ? "-" : "-@0")
                : Hemstitch.execute(streams, command, "-");
        assertThat(endless.given).isLessThan(8L << 20);
        assertThat(exitCode).isEqualTo(command.startsWith("stitch") ? 0 : 2);
        assertThat(out.toString(StandardCharsets.UTF_8).contains("c0.ts")).isEqualTo(command.startsWith("stitch"));
    }

    @Test
    void a_number_is_the_place_of_a_cue_of_the_content_whoever_says_it() throws IOException {
        content = write(
                "cued.m3u8",
                "#EXTM3U",
                "#EXT-X-TARGETDURATION:6",
                "#EXTINF:6,",
                "c0.ts",
                "#EXT-X-CUE-OUT:0",
                "#EXT-X-CUE-IN",
                "#EXTINF:6,",
                "c1.ts",
                "#EXT-X-ENDLIST");
        Path vmap = write(
                "vmap.xml",
                "<VMAP version='1.0'><AdBreak timeOffset='#1'><AdSource><VASTAdData>" + vast(ad("a", ">", "ad.m3u8"))
                        + "</VASTAdData></AdSource></AdBreak></VMAP>");
        Path vast = write("vast.xml", vast(ad("a", ">", "ad.m3u8")));
        for (JsonNode report : List.of(
                report("--vmap", vmap.toString()),
                report("--vast", vast + "@#1"),
                report("--break", "#1=" + folder.resolve("ad.m3u8")))) {
            assertThat(report.at("/breaks/0/asked").asText()).isEqualTo("6.000");
            assertThat(texts(report.get("timeline"), "plays")).containsExactly("content", "ad", "content");
        }
    }

    @Test
    void a_pod_may_name_one_playlist_for_several_creatives() throws IOException {
        Path vast = write("vast.xml", vast(ad("a", " id='1'>", "ad.m3u8"), ad("b", " id='2'>", "ad.m3u8")));
        assertThat(texts(report("--vast", vast + "@end").get("timeline"), "plays"))
                .containsExactly("content", "ad", "ad");
    }

    @Test
    void an_ad_whose_playlist_is_huge_is_left_out_before_it_takes_the_memory() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("huge.m3u8").toFile(), "rw")) {
            huge.setLength(1L << 30);
        }
        Path vast = write("vast.xml", vast(ad("a", ">", "huge.m3u8")));
        JsonNode refused = report("--vast", vast + "@0").at("/breaks/0/refusedAds/0");
        assertThat(refused.get("reason").asText()).isEqualTo("AD_UNAVAILABLE");
        assertThat(refused.get("message").asText()).endsWith("huge.m3u8: has more than 16777216 bytes");
    }
}
