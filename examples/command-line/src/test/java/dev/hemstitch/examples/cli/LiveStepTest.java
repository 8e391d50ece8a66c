package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveStepTest {
    @TempDir
    private Path folder;

    private LiveViewer viewer = new LiveViewer(Path.of(""));

    /** Segments 3 and 4 are a break of twelve seconds. */
    private final LiveOrigin origin = new LiveOrigin("c", 6).cue(3, 5);

    @BeforeEach
    void makeViewer() throws IOException {
        viewer = new LiveViewer(folder);
        viewer.ad("ads/x.m3u8", "x", 6, 6);
        viewer.ad("ads/y.m3u8", "y", 4, 4, 4);
    }

    @Test
    void a_new_viewer_without_decisions_gets_the_content_as_it_is() throws IOException {
        String snapshot = new LiveOrigin("c", 6).snapshot(7, 12);
        Run run = viewer.run("v", snapshot);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(viewer.text("v")).isEqualTo(snapshot);
        assertThat(Files.readString(viewer.file("state.json")))
                .startsWith("{\"v\":")
                .endsWith("}\n");
    }

    @Test
    void an_empty_file_of_state_is_a_new_viewer() throws IOException {
        viewer.write("state.json", "\n");
        assertThat(viewer.step("v", origin.snapshot(0, 2))).isEqualTo("0/0 c0 c1");
    }

    @Test
    void a_break_is_replaced_refresh_by_refresh_and_content_goes_on() throws IOException {
        viewer.decide("{'breaks':{'2026-02-19T14:54:18Z':{'ads':[{'playlist':'ads/x.m3u8'}]}}}");
        assertThat(viewer.step("v", origin.snapshot(0, 3))).isEqualTo("0/0 c0 c1 c2");
        assertThat(viewer.step("v", origin.snapshot(1, 4))).isEqualTo("1/0 c1 c2 | ads/x0");
        assertThat(viewer.step("v", origin.snapshot(2, 5))).isEqualTo("2/0 c2 | ads/x0 ads/x1");
        assertThat(viewer.step("v", origin.snapshot(3, 6))).isEqualTo("3/0 | ads/x0 ads/x1 | c5");
        assertThat(viewer.step("v", origin.snapshot(4, 7))).isEqualTo("4/1 ads/x1 | c5 c6");
        assertThat(viewer.step("v", origin.snapshot(5, 8))).isEqualTo("5/1 | c5 c6 c7");
        assertThat(viewer.step("v", origin.snapshot(6, 9))).isEqualTo("6/2 c6 c7 c8");
    }

    @Test
    void an_ad_may_stand_for_all_breaks_and_one_for_a_single_one() throws IOException {
        LiveOrigin twoBreaks = origin.cue(7, 9);
        viewer.decide(
                "{'breaks':{'*':{'ads':['ads/x.m3u8']},'2026-02-19T14:54:42Z':{'ads':[{'playlist':'ads/y.m3u8'}]}}}");
        viewer.step("v", twoBreaks.snapshot(0, 4));
        viewer.step("v", twoBreaks.snapshot(0, 6));
        assertThat(viewer.step("v", twoBreaks.snapshot(0, 11)))
                .isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1 | c5 c6 | ads/y0 ads/y1 ads/y2 | c9 c10");
    }

    @Test
    void a_break_that_nothing_is_said_of_shows_its_content_for_good() throws IOException {
        viewer.decide("{'breaks':{'other':{'ads':[{'playlist':'ads/x.m3u8'}]}}}");
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.err())
                .isEqualTo(
                        "break 2026-02-19T14:54:18Z: NO_DECISION there was no answer when its first segment was published\n");
        viewer.decide("{'breaks':{'*':{'ads':[{'playlist':'ads/x.m3u8'}]}}}");
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 c3 c4");
    }

    @Test
    void renditions_of_other_segment_lengths_have_the_same_discontinuities_and_their_own_numbers() throws IOException {
        LiveOrigin video = new LiveOrigin("v", 4).cue(6, 12);
        LiveOrigin audio = new LiveOrigin("a", 6).cue(4, 8);
        viewer.ad("long-v.m3u8", "lv", 4, 4, 4);
        viewer.ad("long-a.m3u8", "la", 6, 6);
        viewer.decide("{'breaks':{'*':{'ads':["
                + "{'playlist':'long-v.m3u8','renditions':{'video':'long-v.m3u8','audio':'long-a.m3u8'}},"
                + "{'playlist':'long-v.m3u8','renditions':{'video':'long-v.m3u8','audio':'long-a.m3u8'}}]}}}");
        viewer.step("video", video.snapshot(4, 7));
        assertThat(viewer.step("audio", audio.snapshot(3, 5))).isEqualTo("3/0 a3 | la0");
        viewer.step("video", video.snapshot(5, 10));
        assertThat(viewer.listed("video")).isEqualTo("5/0 v5 | lv0 lv1 lv2 | lv0");
        viewer.step("audio", audio.snapshot(4, 7));
        assertThat(viewer.listed("audio")).isEqualTo("4/0 | la0 la1 | la0");
        viewer.step("video", video.snapshot(6, 14));
        assertThat(viewer.listed("video")).isEqualTo("6/0 | lv0 lv1 lv2 | lv0 lv1 lv2 | v12 v13");
        viewer.step("audio", audio.snapshot(7, 10));
        assertThat(viewer.listed("audio")).isEqualTo("7/2 la1 | a8 a9");
        viewer.step("video", video.snapshot(13, 16));
        assertThat(viewer.listed("video")).isEqualTo("13/3 v13 v14 v15");
    }

    @Test
    void what_a_break_leaves_is_filled_with_slate() throws IOException {
        viewer.ad("slate.m3u8", "s", 3);
        viewer.ad("short.m3u8", "z", 6);
        for (String slate : new String[] {"'slate.m3u8'", "{'playlist':'slate.m3u8'}"}) {
            Files.deleteIfExists(viewer.file("state.json"));
            viewer.decide("{'breaks':{'*':{'ads':['short.m3u8']}},'slate':" + slate + "}");
            viewer.step("v", origin.snapshot(0, 4));
            assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | z0 | s0 | s0 | c5");
        }
    }

    @Test
    void the_first_slate_stays_for_the_session() throws IOException {
        viewer.ad("slate.m3u8", "s", 3);
        viewer.ad("other.m3u8", "o", 2);
        viewer.decide("{'breaks':{'*':{}},'slate':'slate.m3u8'}");
        viewer.step("v", origin.snapshot(0, 4));
        viewer.decide("{'breaks':{'*':{}},'slate':'other.m3u8'}");
        viewer.step("v", origin.snapshot(0, 5));
        Files.delete(viewer.file("decisions.json"));
        assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | s0 | s0 | s0 | s0 | c5");
    }

    @Test
    void a_slate_that_cannot_be_read_does_not_stay() throws IOException {
        viewer.ad("slate.m3u8", "s", 3);
        viewer.decide("{'breaks':{'other':{}},'slate':'none.m3u8'}");
        viewer.step("v", origin.snapshot(0, 3));
        viewer.decide("{'breaks':{'*':{}},'slate':'slate.m3u8'}");
        assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 | s0 | s0");
    }

    @Test
    void decisions_that_change_in_mid_break_change_nothing_that_plays() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        viewer.decide("{'breaks':{'*':{'ads':['ads/y.m3u8']}}}");
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
        Files.delete(viewer.file("decisions.json"));
        assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1 | c5");
    }

    @Test
    void a_rendition_that_is_not_at_the_break_yet_forgets_none_of_its_ads() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        Files.delete(viewer.file("decisions.json"));
        assertThat(viewer.step("w", origin.snapshot(0, 2))).isEqualTo("0/0 c0 c1");
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
        assertThat(viewer.step("w", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
    }

    @Test
    void without_its_file_of_ads_the_same_decisions_give_the_same() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        Files.delete(viewer.file("state.json.ads.json"));
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
        viewer.write("state.json.ads.json", "[");
        assertThat(viewer.step("v", origin.snapshot(0, 5))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
    }

    @Test
    void an_ad_that_nobody_knows_any_more_ends_its_break() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        Files.delete(viewer.file("state.json.ads.json"));
        Files.delete(viewer.file("decisions.json"));
        Run first = viewer.run("v", origin.snapshot(0, 5));
        assertThat(first.exitCode()).isZero();
        assertThat(first.err())
                .contains("an ad that plays cannot be had just now: what was served last is served again");
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/x0");
        Run second = viewer.run("v", origin.snapshot(0, 6));
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).contains("break 2026-02-19T14:54:18Z: AD_LOST ");
        assertThat(viewer.listed("v")).isEqualTo("4/1 | c4 c5");
    }

    @Test
    void an_older_snapshot_serves_what_was_served_last() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        String last = viewer.step("v", origin.snapshot(1, 5));
        String state = Files.readString(viewer.file("state.json"));
        Files.delete(viewer.out("v"));
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo("the snapshot is older than the one before: what was served last is served again\n");
        assertThat(viewer.listed("v")).isEqualTo(last);
        assertThat(viewer.file("state.json")).hasContent(state);
        assertThat(viewer.step("v", origin.snapshot(2, 6))).isEqualTo("2/0 c2 | ads/x0 ads/x1 | c5");
    }

    @Test
    void an_older_snapshot_is_stitched_if_what_was_served_last_is_not_at_hand() throws IOException {
        viewer.step("v", origin.snapshot(0, 3));
        viewer.step("v", origin.snapshot(1, 4));
        Files.delete(viewer.file("state.json.v.served"));
        Run run = viewer.run("v", origin.snapshot(0, 3));
        assertThat(run.err()).isEqualTo("the snapshot is older than the one before: what it shows is served\n");
        assertThat(viewer.listed("v")).isEqualTo("1/0 c1 c2");
    }

    @Test
    void a_snapshot_without_segments_serves_what_was_served_last() throws IOException {
        String last = viewer.step("v", origin.snapshot(0, 3));
        Run run = viewer.run("v", origin.snapshot(3, 3));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("the snapshot has no segments: what was served last is served again\n");
        assertThat(viewer.listed("v")).isEqualTo(last);
        assertThat(viewer.step("v", origin.snapshot(1, 4))).isEqualTo("1/0 c1 c2 c3");
    }

    @Test
    void a_new_viewer_may_come_before_there_is_a_segment() throws IOException {
        String empty = origin.snapshot(3, 3);
        assertThat(viewer.run("v", empty).err()).isEqualTo("the snapshot has no segments: what it shows is served\n");
        assertThat(viewer.text("v")).isEqualTo(empty);
        assertThat(viewer.step("v", origin.snapshot(5, 7))).isEqualTo("5/0 c5 c6");
    }

    @Test
    void an_encoder_that_starts_again_goes_on_behind_a_discontinuity_in_all_renditions() throws IOException {
        viewer.step("v", origin.snapshot(10, 13));
        viewer.step("w", origin.snapshot(10, 13));
        String restarted = "1[34]/0 \\| c20 c21"; // a number may be left out for what was never seen
        assertThat(viewer.step("v", origin.snapshot(20, 22, 0))).matches(restarted);
        assertThat(viewer.step("w", origin.snapshot(20, 22, 0))).matches(restarted);
        assertThat(viewer.step("v", origin.snapshot(21, 24, 1))).endsWith("/1 c21 c22 c23");
    }

    @Test
    void a_pre_roll_plays_once_in_place_of_what_a_new_viewer_would_see_first() throws IOException {
        viewer.decide("{'breaks':{'preroll':{'ads':['ads/x.m3u8']}}}");
        assertThat(viewer.step("v", origin.snapshot(10, 16))).isEqualTo("13/0 | ads/x0 ads/x1 | c15");
        assertThat(viewer.step("v", origin.snapshot(11, 17))).isEqualTo("13/0 | ads/x0 ads/x1 | c15 c16");
        assertThat(viewer.step("w", origin.snapshot(11, 17))).endsWith("| ads/x0 ads/x1 | c15 c16");
    }

    @Test
    void a_post_roll_plays_behind_the_content_of_a_channel_that_ends() throws IOException {
        viewer.decide("{'breaks':{'postroll':{'ads':['ads/x.m3u8']}}}");
        assertThat(viewer.step("v", origin.snapshot(10, 16))).isEqualTo("10/0 c10 c11 c12 c13 c14 c15");
        String ended = "11/0 c11 c12 c13 c14 c15 c16 | ads/x0 ads/x1";
        assertThat(viewer.step("v", origin.snapshot(11, 17) + "#EXT-X-ENDLIST\n"))
                .isEqualTo(ended);
        assertThat(viewer.text("v")).endsWith("#EXT-X-ENDLIST\n");
        assertThat(viewer.step("v", origin.snapshot(11, 17))).isEqualTo(ended);
    }

    @Test
    void a_break_that_is_signalled_ahead_is_told() throws IOException {
        String ahead = origin.snapshot(0, 3) + "#EXT-X-CUE-OUT:12\n";
        Run run = viewer.run("v", ahead);
        assertThat(run.err()).isEqualTo("break 2026-02-19T14:54:18Z is to come\n");
    }
}
