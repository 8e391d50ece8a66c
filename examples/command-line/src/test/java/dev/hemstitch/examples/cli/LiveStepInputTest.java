package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code live-step} reads and refuses, and where it looks for files. */
class LiveStepInputTest {
    @TempDir
    private Path folder;

    private LiveViewer viewer = new LiveViewer(Path.of(""));

    private final LiveOrigin origin = new LiveOrigin("c", 6).cue(3, 5);

    @BeforeEach
    void makeViewer() throws IOException {
        viewer = new LiveViewer(folder);
        viewer.ad("ads/x.m3u8", "x", 6, 6);
    }

    private void decide(String ad) throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':[" + ad + "]}}}");
    }

    // --- where ads are

    @Test
    void an_ad_is_looked_for_in_the_working_directory_first() throws IOException {
        decide("{'playlist':'../../samples/ts/ad-10/v180/media.m3u8'}");
        viewer.step("v", origin.snapshot(0, 4));
        assertThat(viewer.step("v", origin.snapshot(0, 5)))
                .startsWith("0/0 c0 c1 c2 | ")
                .contains("samples/ts/ad-10/v180/segment-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ads/x.m3u8", "./ads/../ads/x.m3u8"})
    void an_ad_is_looked_for_beside_the_decisions_next(String path) throws IOException {
        decide("{'playlist':'" + path + "'}");
        assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | ads/x0");
    }

    @Test
    void an_ad_may_have_an_absolute_path_or_a_uri() throws IOException {
        for (String path : new String[] {
            viewer.file("ads/x.m3u8").toString(),
            viewer.file("ads/x.m3u8").toUri().toString()
        }) {
            Files.deleteIfExists(viewer.file("state.json"));
            decide("{'playlist':'" + path + "'}");
            assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | ads/x0");
        }
    }

    @Test
    void a_rendition_gets_the_playlist_that_is_named_for_it() throws IOException {
        viewer.ad("w.m3u8", "w", 6, 6);
        decide("{'playlist':'ads/x.m3u8','renditions':{'w':'w.m3u8'}}");
        assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | ads/x0");
        assertThat(viewer.step("w", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | w0");
    }

    @Test
    void an_ad_may_have_playlists_for_its_renditions_only() throws IOException {
        viewer.ad("w.m3u8", "w", 6, 6);
        decide("{'renditions':{'v':'ads/x.m3u8','w':'w.m3u8'}}");
        assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | ads/x0");
        assertThat(viewer.step("w", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | w0");
    }

    @Test
    void of_a_multivariant_playlist_the_track_with_the_renditions_name_is_taken() throws IOException {
        viewer.ad("m/low/media.m3u8", "l", 6, 6);
        viewer.ad("m/high.m3u8", "h", 6, 6);
        viewer.ad("m/a.m3u8", "a", 6, 6);
        viewer.write(
                "m/all.m3u8",
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"Deutsch\",URI=\"a.m3u8\"\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1.64001f,mp4a.40.2\",AUDIO=\"g\"\nlow/media.m3u8\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=2,CODECS=\"avc1.64001f,mp4a.40.2\",AUDIO=\"g\"\nhigh.m3u8?x\n");
        decide("{'playlist':'m/all.m3u8'}");
        assertThat(viewer.step("high", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | m/h0");
        assertThat(viewer.step("low", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | m/low/l0");
        assertThat(viewer.step("Deutsch", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | m/a0");
    }

    @Test
    void tracks_of_an_ad_that_last_a_little_longer_in_one_rendition_are_counted_alike_in_all() throws IOException {
        viewer.ad("m/v.m3u8", "v", 6.02, 6);
        viewer.ad("m/a.m3u8", "a", 5.98, 5.99);
        viewer.ad("slate.m3u8", "s", 2);
        viewer.write(
                "m/all.m3u8",
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"a\",URI=\"a.m3u8\"\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1.64001f,mp4a.40.2\",AUDIO=\"g\"\nv.m3u8\n");
        viewer.decide("{'breaks':{'*':{'ads':['m/all.m3u8']}},'slate':'slate.m3u8'}");
        viewer.step("a", origin.snapshot(0, 4));
        viewer.step("v", origin.snapshot(0, 4));
        assertThat(viewer.step("a", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | m/a0 m/a1 | c5");
        assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | m/v0 m/v1 | c5");
    }

    // --- ads that cannot be used

    @Test
    void an_ad_that_is_missing_is_left_out_and_told_by_its_name() throws IOException {
        decide("{'playlist':'none.m3u8'}");
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .startsWith("break 2026-02-19T14:54:18Z: file:")
                .contains("/none.m3u8 is left out: AD_UNAVAILABLE ")
                .hasLineCount(1);
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 c3 c4");
    }

    @Test
    void one_ad_that_cannot_be_used_leaves_the_others() throws IOException {
        viewer.write("text.m3u8", "no playlist");
        viewer.ad("ads/z.m3u8", "z", 6);
        decide("'text.m3u8','ads/z.m3u8','a\\u0000b.m3u8'");
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.err()).contains("/text.m3u8 is left out: AD_UNREADABLE ").contains("AD_UNAVAILABLE");
        assertThat(run.exitCode()).isZero();
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/z0");
    }

    @Test
    void an_ad_with_longer_segments_than_the_target_duration_is_refused() throws IOException {
        viewer.write("long.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:12\n#EXTINF:12,\nl.ts\n#EXT-X-ENDLIST\n");
        decide("'long.m3u8'");
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.err()).contains("long.m3u8 is left out: TARGET_DURATION_EXCEEDED ");
        assertThat(viewer.text("v")).isEqualTo(origin.snapshot(0, 4));
    }

    @Test
    void an_ad_with_longer_segments_in_another_rendition_is_refused_in_all() throws IOException {
        viewer.ad("m/low.m3u8", "l", 6, 6);
        viewer.write("m/high.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:12\n#EXTINF:12,\nh.ts\n#EXT-X-ENDLIST\n");
        viewer.write(
                "m/all.m3u8",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhigh.m3u8\n");
        decide("'m/all.m3u8'");
        assertThat(viewer.run("low", origin.snapshot(0, 4)).err()).contains("TARGET_DURATION_EXCEEDED");
    }

    // --- what is refused with 2

    private void refuses(Run run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(viewer.out("v")).doesNotExist();
    }

    @Test
    void a_multivariant_playlist_is_refused() throws IOException {
        Run run = viewer.run("v", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n");
        refuses(run, "v-origin.m3u8: is a Multivariant Playlist");
        assertThat(viewer.names()).doesNotContain("state.json");
    }

    @Test
    void a_delta_update_is_refused() throws IOException {
        Run run = viewer.run(
                "v",
                "#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:6\n#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=36\n"
                        + "#EXT-X-MEDIA-SEQUENCE:5\n#EXT-X-SKIP:SKIPPED-SEGMENTS=6\n#EXTINF:6,\nc.ts\n");
        refuses(run, "v-origin.m3u8: is a delta update");
    }

    @Test
    void a_snapshot_that_is_missing_or_no_playlist_is_refused() throws IOException {
        Run missing = Run.of(
                "live-step",
                "--state",
                viewer.file("state.json").toString(),
                "--content",
                viewer.file("none.m3u8").toString(),
                "--out",
                viewer.out("v").toString());
        refuses(missing, "none.m3u8: cannot be read: there is no such file");
        assertThat(viewer.run("v", "<html>").exitCode()).isEqualTo(2);
        assertThat(viewer.names()).doesNotContain("state.json", "v.m3u8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "null", "{}", "{\"v\":2}", "{\"v\":1,\"s\":[1]}", "{\"v\":1,\"s\":\"x\"}", "\0", "\"text\""
            })
    void a_state_that_cannot_be_read_is_refused_and_stays(String state) throws IOException {
        viewer.write("state.json", state);
        refuses(viewer.run("v", origin.snapshot(0, 4)), "state.json: is no state that can be read: ");
        assertThat(Files.readString(viewer.file("state.json"))).isEqualTo(state);
    }

    @Test
    void a_folder_is_no_state() throws IOException {
        Files.createDirectory(viewer.file("state.json"));
        refuses(viewer.run("v", origin.snapshot(0, 4)), "state.json: is no state that can be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state.json", "state.json.ads.json", "x/../state.json.v.served"})
    void the_output_may_not_take_the_place_of_what_is_kept(String out) throws IOException {
        Run run =
                viewer.run("v", origin.snapshot(0, 4), "--out", viewer.file(out).toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is where the state or what belongs to it is kept");
        assertThat(viewer.names()).containsExactly("ads", "v-origin.m3u8");
    }

    @Test
    void a_rendition_needs_a_name_and_a_time_is_an_instant() throws IOException {
        Run noon = viewer.run("v", origin.snapshot(0, 4), "--now", "noon");
        assertThat(noon.exitCode()).isEqualTo(2);
        assertThat(noon.err())
                .startsWith("--now: noon is not an instant such as 2026-02-19T14:54:23Z\n")
                .doesNotContain("java");
        assertThat(viewer.names()).doesNotContain("state.json", "v.m3u8");
        Run run = Run.of("live-step", "--state", "s", "--content", "c", "--out", "o", "--rendition", "");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--rendition needs a name");
    }

    @Test
    void renditions_whose_names_are_no_file_names_are_kept_apart() throws IOException {
        for (String name : new String[] {"a/b", "a?b", "ä"}) {
            Run run = Run.withInput(
                    origin.snapshot(0, 3),
                    "live-step",
                    "--state",
                    viewer.file("state.json").toString(),
                    "--content",
                    "-",
                    "--rendition",
                    name,
                    "--out",
                    viewer.out("v").toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        assertThat(viewer.names())
                .filteredOn(name -> name.endsWith(".served"))
                .hasSize(3)
                .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length == name.length());
    }
}
