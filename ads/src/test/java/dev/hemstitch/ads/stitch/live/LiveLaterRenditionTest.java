package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Renditions that are asked for when others have come far already. */
class LiveLaterRenditionTest {
    private static LiveScene scene() {
        return new LiveScene().ad("x", "v/6 6", "a/4 4 4").decide("1", "x").decide("2", "x");
    }

    private static String dated(int seconds) {
        return "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:%02d:%02dZ".formatted(seconds / 60, seconds % 60);
    }

    @Test
    void a_break_that_others_have_passed_over_keeps_its_content() {
        LiveScene scene = scene();
        scene.step("v", snapshot("v", 10, 8, 6, "10:" + dated(0)));
        // Only audio has markers, and its window reaches far back.
        String[] markers = {"20:" + dated(0), "23:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "26:#EXT-X-CUE-IN"};
        assertThat(scene.step("a", snapshot("a", 20, 12, 4, markers))).doesNotContain("|");
    }

    @Test
    void a_break_that_was_joined_starts_there_in_a_rendition_with_a_longer_window_too() {
        LiveScene scene = scene().decide("2026-01-01T00:00:00Z", "x");
        scene.step("v", snapshot("v", 12, 3, 6, "12:" + dated(12) + "\n#EXT-X-CUE-OUT-CONT:12/30"));
        String[] markers = {"20:" + dated(0) + "\n#EXT-X-CUE-OUT:30"};
        String listed = scene.step("a", snapshot("a", 20, 8, 4, markers));
        assertThat(scene.state().breaks()).hasSize(1);
        assertThat(scene.state().breaks().get(0).startMicros()).isZero();
        assertThat(listed).startsWith("20/0 a20 a21 a22");
    }

    @Test
    void markers_that_lie_apart_like_known_breaks_tell_where_a_rendition_without_dates_is() {
        LiveScene scene = scene();
        String[] video = {"12:#EXT-X-CUE-OUT:12", "14:#EXT-X-CUE-IN", "20:#EXT-X-CUE-OUT:12", "22:#EXT-X-CUE-IN"};
        scene.decide("msn-12", "x").decide("msn-20", "x");
        scene.step("v", snapshot("v", 10, 14, 6, video));
        // Its newest segment is from twenty seconds before the video's.
        String[] audio = {"33:#EXT-X-CUE-OUT:12", "36:#EXT-X-CUE-IN", "45:#EXT-X-CUE-OUT:12", "48:#EXT-X-CUE-IN"};
        assertThat(scene.step("a", snapshot("a", 30, 19, 4, audio)))
                .isEqualTo(
                        "30/0 a30 a31 a32 | x-a0 x-a1 x-a2 | a36 a37 a38 a39 a40 a41 a42 a43 a44 | x-a0 x-a1 x-a2 | a48");
    }

    @Test
    void markers_that_say_how_much_of_a_break_has_passed_tell_where_a_rendition_without_dates_is() {
        LiveScene scene =
                new LiveScene().ad("long", "v/6 6 6 6 4", "a/4 4 4 4 4 4 4").decide("msn-12", "long");
        scene.step("v", snapshot("v", 10, 5, 6, "12:#EXT-X-CUE-OUT:30"));
        String[] markers = {"34:#EXT-X-CUE-OUT-CONT:10/30", "35:#EXT-X-CUE-OUT-CONT:14/30"};
        assertThat(scene.step("a", snapshot("a", 34, 3, 4, markers))).isEqualTo("34/1 long-a3 long-a4");
    }

    @Test
    void what_a_rendition_without_dates_has_shown_it_does_not_take_back_for_a_break_that_began_earlier_elsewhere() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6", "a/4 4 4").decide("msn-28", "x");
        scene.step("v", snapshot("v", 10, 4, 6));
        scene.step("a", snapshot("a", 22, 6, 4));
        for (int from = 11; from < 16; from++) {
            scene.step("v", snapshot("v", from, 4, 6));
        }
        scene.step("a", snapshot("a", 23, 6, 4, "28:#EXT-X-CUE-OUT:36"));
        assertThat(scene.step("v", snapshot("v", 16, 4, 6, "19:#EXT-X-CUE-OUT:36")))
                .isEqualTo("16/0 v16 v17 v18 | x-v0");
    }

    @Test
    void a_discontinuity_of_the_origin_tells_where_a_rendition_without_dates_is() {
        LiveScene scene = scene();
        String counts = ":#EXT-X-DISCONTINUITY-SEQUENCE:3";
        scene.step("v", snapshot("v", 10, 6, 6, "10" + counts, "13:#EXT-X-DISCONTINUITY"));
        scene.step("a", snapshot("a", 20, 8, 4, "20" + counts, "21:#EXT-X-DISCONTINUITY"));
        assertThat(scene.state().rendition("a").edgeMicros()).isEqualTo(18_000_000 + 28_000_000);
    }

    @Test
    void a_rendition_without_dates_is_laid_anew_when_it_comes_to_a_discontinuity() {
        LiveScene scene = scene();
        String counts = ":#EXT-X-DISCONTINUITY-SEQUENCE:3";
        scene.step("v", snapshot("v", 10, 4, 6, "10" + counts));
        scene.step("a", snapshot("a", 20, 6, 4, "20" + counts));
        scene.step("v", snapshot("v", 10, 6, 6, "10" + counts, "14:#EXT-X-DISCONTINUITY"));
        scene.step("a", snapshot("a", 20, 9, 4, "20" + counts, "28:#EXT-X-DISCONTINUITY"));
        assertThat(scene.state().rendition("a").edgeMicros()).isEqualTo(24_000_000 + 4_000_000);
    }

    @Test
    void a_pre_roll_which_has_no_marker_is_not_waited_for_in_a_later_rendition() {
        LiveScene scene = new LiveScene().ad("p", "v/6", "a/6").preRoll("p");
        scene.step("v", snapshot("v", 10, 6, 6, "10:#EXT-X-CUE-OUT-CONT:6/30"));
        String audio = scene.step("a", snapshot("a", 30, 6, 6, "30:#EXT-X-CUE-OUT-CONT:4/30"));
        assertThat(audio).isEqualTo("33/0 | p-a0 | a34 a35");
    }

    @Test
    void a_break_inside_of_another_one_starts_where_the_ads_of_that_end() {
        LiveScene scene = new LiveScene().ad("x", "v/5 5.3").decide("7", "x").decide("8", "x");
        String[] lines = {
            "4",
            "4",
            "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"7\",TIME=8,DURATION=15\n4",
            "4",
            "2.2",
            "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"8\",TIME=18.2,DURATION=15\n2.4",
            "2.4",
            "4"
        };
        scene.step("v", upTo(5, lines));
        scene.step("v", upTo(7, lines)); // nothing of what is behind the ads is listed yet
        assertThat(scene.step("v", upTo(8, lines))).startsWith("10/0 v10 v11 | x-v0 x-v1 | x-v0");
    }

    private static String upTo(int count, String... lines) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:10\n");
        for (int i = 0; i < count; i++) {
            int duration = lines[i].lastIndexOf('\n') + 1;
            text.append(lines[i], 0, duration)
                    .append("#EXTINF:" + lines[i].substring(duration) + ",\nv" + (10 + i) + ".ts\n");
        }
        return text.toString();
    }

    @Test
    void
            a_rendition_of_an_origin_that_counts_anew_elsewhere_does_so_too_when_its_numbers_are_before_all_that_it_listed() {
        LiveScene scene = new LiveScene();
        scene.step("v", snapshot("v", 100, 6, 6));
        scene.step("w", snapshot("w", 100, 6, 6));
        assertThat(scene.step("v", snapshot("new-v", 102, 6, 6))).startsWith("107/0 | new-v102");
        LiveResult behind = scene.refresh("w", LiveStitcherTest.snapshot("new-w", 91, 6, 6));
        assertThat(behind.isStale()).isFalse();
        assertThat(LiveScene.listed(behind)).startsWith("107/0 | new-w91");
    }

    @Test
    void an_older_edge_of_an_origin_that_counts_anew_elsewhere_is_still_older() {
        LiveScene scene = new LiveScene();
        scene.step("v", snapshot("v", 100, 6, 6));
        scene.step("w", snapshot("w", 100, 6, 6));
        scene.step("v", snapshot("new-v", 102, 6, 6));
        assertThat(scene.refresh("w", snapshot("w", 98, 6, 6)).isStale()).isTrue();
    }
}
