package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code live-step} makes of keys, containers, places, variables and odd but legal texts. */
class LiveStepMediaTest {
    @TempDir
    private Path folder;

    private LiveViewer viewer = new LiveViewer(Path.of(""));

    @BeforeEach
    void makeViewer() throws IOException {
        viewer = new LiveViewer(folder);
        viewer.ad("ads/x.m3u8", "x", 6, 6);
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
    }

    private static LiveOrigin origin() {
        return new LiveOrigin("c", 6).cue(3, 5);
    }

    @Test
    void a_ts_ad_in_fmp4_content_is_refused_and_the_content_stays() throws IOException {
        LiveOrigin fmp4 = origin().head("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:6\n")
                .line(0, "#EXT-X-MAP:URI=\"init.mp4\"");
        String snapshot = fmp4.snapshot(0, 5).replace(".ts", ".m4s");
        Run run = viewer.run("v", snapshot);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("ads/x.m3u8 is left out: NO_MATCHING_CONTAINER ");
        assertThat(viewer.text("v")).isEqualTo(snapshot);
    }

    @Test
    void implied_initialization_vectors_are_those_of_the_origins_numbers() throws IOException {
        viewer.ad("ads/x.m3u8", "x", 4, 4, 4);
        LiveOrigin encrypted = origin().line(0, "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"");
        viewer.step("v", encrypted.snapshot(0, 4));
        assertThat(viewer.step("v", encrypted.snapshot(0, 7))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1 ads/x2 | c5 c6");
        assertThat(viewer.text("v").lines().filter(line -> line.startsWith("#EXT-X-KEY")))
                .containsExactly(
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"",
                        "#EXT-X-KEY:METHOD=NONE",
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x00000000000000000000000000000005",
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x00000000000000000000000000000006");
        LiveOrigin later = new LiveOrigin("c", 6).line(6, "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"");
        assertThat(viewer.step("v", later.snapshot(6, 9))).isEqualTo("7/2 c6 c7 c8");
        assertThat(viewer.text("v"))
                .contains("IV=0x00000000000000000000000000000006", "0000000000007", "0000000000008");
    }

    @Test
    void an_output_in_another_folder_refers_to_where_content_and_ads_are() throws IOException {
        Path out = viewer.file("served/to me/out.m3u8");
        Run run = viewer.run("v", origin().snapshot(0, 4), "--out", out.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(out).content().contains("\n../../c0.ts\n").contains("\n../../ads/x0.ts\n");
        Run stale = viewer.run(
                "v", origin().snapshot(0, 2), "--out", viewer.out("v").toString());
        assertThat(stale.err()).contains("what it shows is served");
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1");
    }

    @Test
    void variables_are_replaced() throws IOException {
        String snapshot = origin().head("#EXTM3U\n#EXT-X-VERSION:8\n#EXT-X-TARGETDURATION:6\n"
                        + "#EXT-X-DEFINE:NAME=\"at\",VALUE=\"https://cdn.example/live\"\n")
                .snapshot(0, 4)
                .replace("\nc", "\n{$at}/c");
        Path out = viewer.file("served/out.m3u8");
        assertThat(viewer.run("v", snapshot, "--out", out.toString()).exitCode())
                .isZero();
        assertThat(out).content().contains("\nhttps://cdn.example/live/c0.ts\n").contains("\n../ads/x0.ts\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c%d.ts?token=a%%2Fb&x=..%%2F",
                "//cdn.example/c%d.ts",
                "https://cdn.example:8443/~live/c%d;v=1/seg(1)'.ts",
                "s:c%d.ts",
                "%%20c%d.ts",
                "Ä%d.ts",
                "?c=%d"
            })
    void odd_uris_stay_as_they_are(String uri) throws IOException {
        StringBuilder content = new StringBuilder(LiveViewer.HEAD);
        for (int i = 0; i < 4; i++) {
            content.append(i == 2 ? "#EXT-X-CUE-OUT:12\n" : "").append("#EXTINF:6,\n" + uri.formatted(i) + "\n");
        }
        Run run = viewer.run(
                "v", content.toString(), "--out", viewer.file("v-origin2.m3u8").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(viewer.file("v-origin2.m3u8"))
                .content()
                .contains("\n" + (uri.startsWith("?") ? "v-origin.m3u8" : "") + uri.formatted(1) + "\n")
                .contains("\nads/x0.ts\n");
    }

    @Test
    void crlf_and_a_byte_order_mark_are_no_hindrance() throws IOException {
        String crlf = "\uFEFF" + origin().snapshot(0, 6).replace("\n", "\r\n");
        String ad = "\uFEFF"
                + (LiveViewer.HEAD + "#EXTINF:6,\nx0.ts\n#EXTINF:6,\nx1.ts\n#EXT-X-ENDLIST\n").replace("\n", "\r\n");
        viewer.write("ads/x.m3u8", ad.getBytes(StandardCharsets.UTF_8));
        viewer.write(
                "decisions.json",
                "\uFEFF{\"breaks\":{\"*\":{\"ads\":[\"ads/x.m3u8\"]}}}".getBytes(StandardCharsets.UTF_8));
        Run run = viewer.run("v", crlf);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(viewer.text("v"))
                .startsWith("\uFEFF#EXTM3U\r\n")
                .contains("\nc2.ts\r\n#EXT-X-DISCONTINUITY\r\n")
                .contains("\nads/x0.ts\r\n", "\nads/x1.ts\r\n")
                .endsWith("\nc5.ts\r\n");
    }

    @Test
    void dates_are_those_of_the_origin() throws IOException {
        viewer.ad("ads/x.m3u8", "x", 4, 4, 4);
        viewer.step("v", origin().snapshot(0, 4));
        viewer.step("v", origin().snapshot(2, 6));
        assertThat(viewer.text("v").lines().filter(line -> line.startsWith("#EXT-X-PROGRAM")))
                .containsExactly(
                        "#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:12.000Z",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:18.000Z",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:22.000Z",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:26.000Z",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:30.000Z");
    }

    @Test
    void renditions_without_dates_are_laid_beside_each_other_by_the_time() throws IOException {
        LiveOrigin undated = origin().undated();
        viewer.step("v", undated.snapshot(0, 4), "--now", "2026-02-19T14:54:25Z");
        assertThat(viewer.step("w", undated.snapshot(1, 6), "--now", "2026-02-19T14:54:37Z"))
                .isEqualTo("1/0 c1 c2 | ads/x0 ads/x1 | c5");
        assertThat(viewer.step("v", undated.snapshot(1, 6), "--now", "2026-02-19T14:54:38Z"))
                .isEqualTo("1/0 c1 c2 | ads/x0 ads/x1 | c5");
    }
}
