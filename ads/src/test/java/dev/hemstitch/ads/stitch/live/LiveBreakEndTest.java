package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.model.MediaPlaylist;
import org.junit.jupiter.api.Test;

/** Where a break ends, and what is listed meanwhile, in one rendition. */
class LiveBreakEndTest {
    private static final String SECTION = "/DAlAAAAAAAAAP/wFAUAAAPof+/+AAAAAP4AUmXAAAEAAAAAOWIkkw==";

    private static LiveScene scene(String breakId) {
        return new LiveScene().ad("x", "v/6 6 6 6").ad("y", "v/6 6").decide(breakId, "x", "y");
    }

    @Test
    void a_break_that_only_its_later_markers_name_ends_where_that_is_marked() {
        LiveScene scene = scene("msn-13");
        String[] markers = {
            "13:#EXT-X-CUE-OUT:DURATION=36",
            "14:#EXT-X-CUE-OUT-CONT:ElapsedTime=6,Duration=36,SCTE35=" + SECTION,
            "15:#EXT-X-CUE-OUT-CONT:ElapsedTime=12,Duration=36,SCTE35=" + SECTION,
            "16:#EXT-X-CUE-IN"
        };
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 11, 4, 6, markers))).isEqualTo("11/0 v11 v12 | x-v0 x-v1");
        assertThat(scene.step("v", snapshot("v", 12, 4, 6, markers))).isEqualTo("12/0 v12 | x-v0 x-v1 x-v2");
        assertThat(scene.step("v", snapshot("v", 13, 4, 6, markers))).isEqualTo("13/0 | x-v0 x-v1 x-v2 | v16");
    }

    @Test
    void an_end_is_seen_in_the_first_snapshot_without_the_start() {
        LiveScene scene = scene("msn-13");
        String[] markers = {"13:#EXT-X-CUE-OUT:36", "17:#EXT-X-CUE-IN"};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 13, 4, 6, markers))).isEqualTo("13/0 | x-v0 x-v1 x-v2 x-v3");
        assertThat(scene.step("v", snapshot("v", 14, 4, 6, markers))).isEqualTo("14/1 x-v1 x-v2 x-v3 | v17");
    }

    @Test
    void a_break_is_over_for_good_where_its_end_is_marked_behind_its_ads() {
        LiveScene scene = scene("msn-13");
        String[] markers = {"13:#EXT-X-CUE-OUT", "21:#EXT-X-CUE-IN"};
        for (int from = 10; from < 18; from++) {
            scene.step("v", snapshot("v", from, 4, 6, markers));
        }
        assertThat(scene.state().breaks().get(0).isOver()).isTrue();
        assertThat(scene.state().breaks().get(0).isEnded()).isFalse();
        scene.step("v", snapshot("v", 18, 4, 6, markers));
        assertThat(scene.state().breaks().get(0).isEnded()).isTrue();
    }

    @Test
    void content_goes_on_right_behind_the_ads_if_no_break_follows() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6", "w/6 6").decide("1", "x");
        String[] markers = {"13:#EXT-X-CUE-OUT:DURATION=16,BREAKID=1"};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        scene.step("w", snapshot("w", 10, 4, 6, markers));
        // Behind the ads four seconds are left; whether another break follows these is not known yet.
        assertThat(scene.step("v", snapshot("v", 11, 5, 6, markers))).isEqualTo("11/0 v11 v12 | x-v0 x-v1");
        LiveState before = scene.state();
        assertThat(scene.step("v", snapshot("v", 12, 5, 6, markers))).isEqualTo("12/0 v12 | x-v0 x-v1 | v15 v16");
        scene.restore(before);
        assertThat(scene.step("v", snapshot("v", 11, 5, 6, markers) + "#EXT-X-ENDLIST\n"))
                .isEqualTo("11/0 v11 v12 | x-v0 x-v1 | v15");
    }

    @Test
    void a_window_of_three_target_durations_stays_as_long_through_a_break() {
        LiveScene scene = new LiveScene().ad("x", "v/5 5 5").decide("1", "x");
        String[] markers = {"13:#EXT-X-CUE-OUT:DURATION=30,BREAKID=1"};
        scene.step("v", snapshot("v", 10, 3, 6, markers));
        // Twice six seconds and five are less than three times six.
        assertThat(scene.step("v", snapshot("v", 11, 3, 6, markers))).isEqualTo("11/0 v11 v12 | x-v0 x-v1");
        assertThat(scene.step("v", snapshot("v", 12, 3, 6, markers))).isEqualTo("12/0 v12 | x-v0 x-v1 x-v2");
    }

    @Test
    void an_ad_that_cannot_be_had_for_one_refresh_leaves_what_was_served_as_it_is() {
        LiveScene scene = scene("1");
        String[] markers = {"13:#EXT-X-CUE-OUT:DURATION=36,BREAKID=1"};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        scene.step("v", snapshot("v", 11, 4, 6, markers));
        scene.forgetAds();
        LiveState before = scene.state();
        LiveResult lost = scene.refresh("v", snapshot("v", 12, 4, 6, markers));
        assertThat(lost.isStale()).isTrue();
        assertThat(lost.reasons()).extracting(LiveReason::reason).containsExactly(SkipReason.AD_LOST);
        assertThat(scene.state()).isEqualTo(before);
        LiveResult lostForGood = scene.refresh("v", snapshot("v", 13, 4, 6, markers));
        assertThat(lostForGood.isStale()).isFalse();
        assertThat(lostForGood.reasons()).extracting(LiveReason::reason).containsExactly(SkipReason.AD_LOST);
        assertThat(scene.refresh("v", snapshot("v", 14, 4, 6, markers)).isStale())
                .isFalse();
        scene.restore(before);
        assertThat(scene.ad("x", "v/6 6 6 6").ad("y", "v/6 6").step("v", snapshot("v", 13, 4, 6, markers)))
                .isEqualTo("13/0 | x-v0 x-v1 x-v2 x-v3");
    }

    @Test
    void ads_of_longer_segments_than_the_origin_has_are_never_more_than_a_segment_ahead() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6 6 6 6 6 6 6 6 6")
                .ad("y", "v/6 6 6 6 6 6 6 6 6 6")
                .decide("1", "x", "y");
        String[] markers = {"13:#EXT-X-CUE-OUT:DURATION=120,BREAKID=1"};
        scene.step("v", snapshot("v", 8, 5, 4.8, markers));
        int last = 0;
        int unchanged = 0;
        for (int from = 9; from < 33; from++) {
            MediaPlaylist output =
                    scene.refresh("v", snapshot("v", from, 5, 4.8, markers)).playlist();
            int ads = (int) (output.mediaSequence() + output.segments().size() - 13);
            unchanged = ads == last ? unchanged + 1 : 0;
            last = ads;
            double origin = (from + 5 - 13) * 4.8;
            assertThat(6 * ads - origin).as("at " + origin).isBetween(-4.8, 6.0);
            assertThat(unchanged).as("at " + origin).isLessThan(2);
        }
    }
}
