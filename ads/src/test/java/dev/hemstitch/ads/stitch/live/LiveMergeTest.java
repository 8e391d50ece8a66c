package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** States of one viewer made one. */
class LiveMergeTest {
    private static final String OUT = "#EXT-X-CUE-OUT:DURATION=24,BREAKID=7";
    private static final String OUT_WITHOUT_ID = "#EXT-X-CUE-OUT:DURATION=24";
    private static final int STATES = 2_000;

    private static IntFunction<String> video(String out) {
        return from -> LiveStitcherTest.snapshot("v", from, 4, 6, "14:" + out, "18:#EXT-X-CUE-IN");
    }

    private static IntFunction<String> audio(String out) {
        return from -> LiveStitcherTest.snapshot("a", from, 12, 2, "42:" + out, "54:#EXT-X-CUE-IN");
    }

    private static LiveScene scene() {
        return new LiveScene()
                .ad("x", "v/4 4 4", "a/2 2 2 2 2 2.02")
                .ad("y", "v/6 6", "a/3 3 3 2.98")
                .decide("7", "x", "y");
    }

    private static LiveState after(LiveScene scene, LiveState state, String rendition, String snapshot) {
        scene.restore(state);
        scene.refresh(rendition, snapshot);
        return scene.state();
    }

    @Test
    void any_state_merged_with_itself_or_with_a_new_one_is_itself() {
        RandomStates states = new RandomStates(3);
        for (int i = 0; i < STATES; i++) {
            LiveState state = states.next();
            assertThat(state.merge(state)).isEqualTo(state);
            if (!state.breaks().isEmpty() || !state.renditions().isEmpty()) {
                assertThat(state.merge(LiveState.NEW)).isEqualTo(state);
                assertThat(LiveState.NEW.merge(state)).isEqualTo(state);
            }
        }
    }

    @Test
    void of_any_two_states_it_does_not_matter_which_is_merged_into_the_other() {
        RandomStates states = new RandomStates(4);
        for (int i = 0; i < STATES; i++) {
            LiveState one = states.next();
            LiveState two = states.next();
            assertThat(one.merge(two)).isEqualTo(two.merge(one));
        }
    }

    @Test
    void two_renditions_refreshed_at_once_leave_one_state_whichever_is_merged_into_the_other() {
        LiveScene scene = scene();
        LiveState state = LiveState.NEW;
        for (int i = 0; i < 8; i++) {
            LiveState video = after(scene, state, "v", video(OUT).apply(10 + i));
            LiveState audio = after(scene, state, "a", audio(OUT).apply(30 + 3 * i));
            LiveState merged = video.merge(audio);
            assertThat(merged).isEqualTo(audio.merge(video));
            assertThat(merged.rendition("v")).isEqualTo(video.rendition("v"));
            assertThat(merged.rendition("a")).isEqualTo(audio.rendition("a"));
            assertThat(merged.breaks()).hasSize(i < 1 ? 0 : 1);
            state = merged;
        }
        scene.restore(state);
        assertThat(scene.step("v", video(OUT).apply(18))).isEqualTo("19/2 | v18 v19 v20 v21");
    }

    @Test
    void the_clocks_of_two_refreshes_do_not_depend_on_which_is_merged_into_the_other() {
        LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
        LiveState video = stitcher.stitch(
                        LiveState.NEW,
                        LiveRendition.inPlace("v", "http://o/"),
                        LiveSnapshot.of(LiveScene.playlist(video(OUT).apply(10)), Instant.ofEpochSecond(1_000)),
                        LiveDecisions.NONE)
                .state();
        LiveState audio = stitcher.stitch(
                        LiveState.NEW,
                        LiveRendition.inPlace("a", "http://o/"),
                        LiveSnapshot.of(LiveScene.playlist(audio(OUT).apply(30)), Instant.ofEpochSecond(1_001)),
                        LiveDecisions.NONE)
                .state();
        assertThat(video.merge(audio)).isEqualTo(audio.merge(video));
    }

    @Test
    void an_end_that_one_refresh_saw_counts_whichever_is_merged_into_the_other() {
        LiveScene scene = new LiveScene(LiveOptions.builder()
                        .earlyReturn(LiveOptions.EarlyReturn.FINISH_AD)
                        .build())
                .ad("x", "v/6 6 6 6", "a/6 6 6 6")
                .decide("7", "x");
        String out = "14:" + OUT;
        scene.refresh("v", LiveStitcherTest.snapshot("v", 11, 4, 6, out));
        scene.refresh("a", LiveStitcherTest.snapshot("a", 11, 4, 6, out));
        LiveState state = scene.state();
        LiveState saw = after(scene, state, "v", LiveStitcherTest.snapshot("v", 13, 4, 6, out, "16:#EXT-X-CUE-IN"));
        LiveState sawNot = after(scene, state, "a", LiveStitcherTest.snapshot("a", 12, 4, 6, out));
        assertThat(saw.merge(sawNot)).isEqualTo(sawNot.merge(saw));
        assertThat(saw.merge(sawNot).breaks()).extracting(LiveBreak::isEnded).containsExactly(true);
    }

    @Test
    void a_break_that_is_over_in_one_rendition_counts_once_when_another_one_still_lists_it() {
        LiveScene scene =
                new LiveScene().ad("x", "v/4 4 4 4 4", "a/2 2 2 2 2 2 2 2 2 2").decide("7", "x");
        for (int i = 0; i < 9; i++) {
            scene.refresh("v", video(OUT).apply(10 + i));
            scene.refresh("a", audio(OUT).apply(30 + 3 * i));
        }
        LiveState state = scene.state();
        LiveState forgot = after(scene, state, "v", video(OUT).apply(19));
        LiveState kept = after(scene, state, "a", audio(OUT).apply(54));
        scene.restore(forgot);
        String right = scene.step("v", video(OUT).apply(19));
        scene.restore(forgot.merge(kept));
        assertThat(right).isEqualTo("20/2 v19 v20 v21 v22");
        assertThat(scene.step("v", video(OUT).apply(19))).isEqualTo(right);
    }

    @Test
    void a_break_that_one_refresh_has_forgotten_and_the_other_has_not_is_forgotten() {
        LiveScene scene =
                new LiveScene().ad("x", "v/4 4 4 4 4", "a/2 2 2 2 2 2 2 2 2 2").decide("7", "x");
        LiveState state = LiveState.NEW;
        int differing = 0;
        for (int i = 0; i < 14; i++) {
            LiveState video = after(scene, state, "v", video(OUT).apply(10 + i));
            LiveState audio = after(scene, state, "a", audio(OUT).apply(25 + 3 * i));
            LiveState merged = video.merge(audio);
            if (video.breaks().size() != audio.breaks().size() && i > 6) {
                assertThat(merged.breaks()).isEmpty();
                differing++;
            }
            state = merged;
        }
        assertThat(differing).isEqualTo(1);
        scene.restore(state);
        assertThat(scene.step("v", video(OUT).apply(23))).isEqualTo("24/2 v23 v24 v25 v26");
        assertThat(scene.step("a", audio(OUT).apply(69)))
                .isEqualTo("67/2 a69 a70 a71 a72 a73 a74 a75 a76 a77 a78 a79 a80");
    }

    @Test
    void a_break_without_a_name_is_one_if_two_renditions_found_it_at_once() {
        LiveScene scene = scene().decide("msn-14", "x").decide("msn-42", "y");
        scene.refresh("v", video(OUT_WITHOUT_ID).apply(10));
        scene.refresh("a", audio(OUT_WITHOUT_ID).apply(30));
        LiveState state = scene.state();
        LiveState video = after(scene, state, "v", video(OUT_WITHOUT_ID).apply(11));
        LiveState audio = after(scene, state, "a", audio(OUT_WITHOUT_ID).apply(33));
        LiveState merged = video.merge(audio);
        assertThat(merged).isEqualTo(audio.merge(video));
        assertThat(merged.breaks()).hasSize(1).allSatisfy(each -> {
            assertThat(each.cut("v")).isNotNull();
            assertThat(each.cut("a")).isNotNull();
        });
    }
}
