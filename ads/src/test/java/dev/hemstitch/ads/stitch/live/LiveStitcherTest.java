package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.tracking.TrackedBreak;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LiveStitcherTest {
    /** Segments of a rendition from one number on; what stands before some of them is given as {@code number:lines}. */
    static String snapshot(String name, int from, int count, double seconds, String... lines) {
        StringBuilder text = new StringBuilder(
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:" + from + "\n");
        for (int i = from; i < from + count; i++) {
            for (String line : lines) {
                if (line.startsWith(i + ":")) {
                    text.append(line.substring(line.indexOf(':') + 1)).append('\n');
                }
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,%n", seconds)).append(name + i + ".ts\n");
        }
        return text.toString();
    }

    /** Video of six, audio of two seconds; a break of 24 s from video 14 and audio 42 on, with one event id. */
    private static String video(int from) {
        return snapshot("v", from, 4, 6, "14:" + OUT, "18:#EXT-X-CUE-IN");
    }

    private static String audio(int from) {
        return snapshot("a", from, 12, 2, "42:" + OUT, "54:#EXT-X-CUE-IN");
    }

    private static final String OUT = "#EXT-X-CUE-OUT:DURATION=24,BREAKID=7";

    private static LiveScene scene() {
        return new LiveScene()
                .ad("x", "v/4 4 4", "a/2 2 2 2 2 2.02")
                .ad("y", "v/6 6", "a/3 3 3 2.98")
                .decide("7", "x", "y");
    }

    @Test
    void a_break_is_replaced_segment_by_segment_and_content_returns_with_numbers_that_go_on() {
        LiveScene scene = scene();
        assertThat(scene.step("v", video(10))).isEqualTo("10/0 v10 v11 v12 v13");
        assertThat(scene.step("v", video(11))).isEqualTo("11/0 v11 v12 v13 | x-v0");
        assertThat(scene.step("v", video(12))).isEqualTo("12/0 v12 v13 | x-v0 x-v1 x-v2");
        assertThat(scene.step("v", video(13))).isEqualTo("13/0 v13 | x-v0 x-v1 x-v2 | y-v0");
        assertThat(scene.step("v", video(14))).isEqualTo("14/0 | x-v0 x-v1 x-v2 | y-v0 y-v1");
        assertThat(scene.step("v", video(15))).isEqualTo("16/1 x-v2 | y-v0 y-v1 | v18");
        assertThat(scene.step("v", video(16))).isEqualTo("17/1 | y-v0 y-v1 | v18 v19");
        assertThat(scene.step("v", video(18))).isEqualTo("19/2 | v18 v19 v20 v21");
        assertThat(scene.step("v", video(19))).isEqualTo("20/3 v19 v20 v21 v22");
        assertThat(scene.asked()).containsExactly("7");
        assertThat(scene.state().breaks()).isEmpty();
    }

    @Test
    void all_renditions_have_the_same_discontinuity_numbers_and_each_its_own_media_numbers() {
        LiveScene scene = scene();
        scene.step("v", video(10));
        assertThat(scene.step("a", audio(30))).isEqualTo("30/0 a30 a31 a32 a33 a34 a35 a36 a37 a38 a39 a40 a41");
        scene.step("v", video(12));
        assertThat(scene.step("a", audio(36)))
                .isEqualTo("36/0 a36 a37 a38 a39 a40 a41 | x-a0 x-a1 x-a2 x-a3 x-a4 x-a5");
        scene.step("a", audio(42));
        assertThat(scene.step("a", audio(45))).isEqualTo("45/1 x-a3 x-a4 x-a5 | y-a0 y-a1 y-a2 y-a3 | a54 a55 a56");
        assertThat(scene.step("v", video(15))).isEqualTo("16/1 x-v2 | y-v0 y-v1 | v18");
        assertThat(scene.asked()).containsExactly("7");
    }

    @Test
    void the_same_refresh_gives_the_same_result() {
        LiveScene scene = scene();
        scene.step("v", video(11));
        LiveState before = scene.state();
        String first = scene.step("v", video(12));
        assertThat(scene.step("v", video(12))).isEqualTo(first);
        scene.restore(before);
        assertThat(scene.step("v", video(12))).isEqualTo(first);
    }

    @Test
    void no_answer_at_the_first_segment_of_a_break_leaves_its_content_for_good() {
        LiveScene scene = scene();
        LiveScene late = new LiveScene().ad("x", "v/4 4 4");
        assertThat(late.step("v", video(11))).isEqualTo("11/0 v11 v12 v13 v14");
        late.decide("7", "x");
        assertThat(late.step("v", video(12))).isEqualTo("12/0 v12 v13 v14 v15");
        assertThat(late.asked()).containsExactly("7");
        assertThat(scene.refresh("v", video(10)).upcoming()).isEmpty();
    }

    @Test
    void a_session_starts_with_the_first_segment_that_the_viewer_gets_also_if_that_is_of_a_pre_roll() {
        LiveScene scene = scene().preRoll("x");
        LiveResult first = scene.refresh("v", video(8));
        assertThat(LiveScene.listed(first)).isEqualTo("9/0 | x-v0 x-v1 x-v2 | v11");
        TrackedBreak preRoll = first.tracking().breaks().get(0);
        assertThat(preRoll.startNanos()).isZero();
        assertThat(preRoll.ads().get(0).playedNanos()).isEqualTo(12_000_000_000L);
        scene.refresh("v", video(10));
        List<TrackedBreak> later = scene.refresh("v", video(12)).tracking().breaks();
        TrackedBreak inBreak = later.get(later.size() - 1);
        assertThat(inBreak.startNanos()).isEqualTo(30_000_000_000L); // v14 behind v9, where the pre-roll began
    }

    @Test
    void a_rendition_that_has_not_been_asked_for_since_the_origin_restarted_is_reported_as_far_as_it_was_seen() {
        String report = "#EXT-X-RENDITION-REPORT:URI=\"a.m3u8\",LAST-MSN=";
        LiveScene scene = scene();
        scene.refresh("v", video(9));
        scene.refresh("a", audio(30));
        scene.refresh("v", video(10) + report + "43\n");
        String restarted = snapshot("w", 0, 4, 6) + report + "2\n";
        LiveResult behind = scene.refresh("v", restarted);
        assertThat(behind.playlist().renditionReports().get(0).lastMsn()).hasValue(41);
        scene.refresh("a", snapshot("b", 0, 12, 2));
        LiveResult again = scene.refresh("v", snapshot("w", 1, 4, 6) + report + "13\n");
        assertThat(again.playlist().renditionReports().get(0).lastMsn())
                .hasValue(scene.state().rendition("a").last() + 2);
    }

    @Test
    void a_restart_is_known_as_long_as_it_is_listed_also_while_windows_are_short() {
        String date = "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:";
        LiveScene scene = scene();
        scene.refresh("v", snapshot("v", 10, 4, 6, "10:" + date + "00Z"));
        scene.refresh("a", snapshot("a", 30, 12, 2, "30:" + date + "00Z"));
        String restarted = snapshot("w", 0, 1, 6, "0:" + date + "40Z");
        assertThat(scene.step("v", restarted)).isEqualTo("15/0 | w0");
        scene.refresh("a", snapshot("b", 4, 1, 2, "4:" + date + "48Z"));
        assertThat(scene.step("v", restarted)).isEqualTo("15/0 | w0");
    }

    @Test
    void a_restart_is_known_as_long_as_a_rendition_lists_it_that_came_when_others_were_past_it() {
        String date = "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:0";
        LiveScene scene = scene();
        scene.refresh("v", snapshot("v", 10, 4, 6, "10:" + date + "0:00Z"));
        scene.refresh("a", snapshot("a", 30, 12, 2, "30:" + date + "0:00Z"));
        scene.refresh("v", snapshot("w", 0, 4, 6, "0:" + date + "0:40Z"));
        scene.refresh("v", snapshot("w", 4, 4, 6, "4:" + date + "1:04Z"));
        String late = snapshot("b", 0, 36, 2, "0:" + date + "0:40Z");
        String listed = scene.step("a", late);
        assertThat(listed).startsWith("43/0 | b0 b1");
        scene.refresh("v", snapshot("w", 6, 4, 6, "6:" + date + "1:16Z"));
        assertThat(scene.step("a", late)).isEqualTo(listed);
    }
}
