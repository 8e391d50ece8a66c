package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The output lasts as long as the origin, whatever ads and boundaries do not fit each other. */
class LiveTimeKeptTest {
    private static LiveScene withSlate() {
        return new LiveScene().ad("x", "v/5").ad("s", "v/2 2 2 2 2").slate("s");
    }

    /** Behind the ad of the first break content can go on only three seconds later. */
    private static LiveScene withoutSlate() {
        return new LiveScene().ad("x", "v/5").ad("y", "v/5 5").decide("1", "x").decide("2", "y");
    }

    @Test
    void slate_goes_on_until_content_can() {
        LiveScene scene = withSlate().decide("1", "x");
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=10,BREAKID=1"};
        scene.step("v", snapshot("v", 8, 5, 4, markers));
        assertThat(scene.step("v", snapshot("v", 10, 5, 4, markers))).isEqualTo("10/0 v10 v11 | x-v0 | s-v0 s-v1");
        // It was to end after 9 s; content goes on after 12.
        assertThat(scene.step("v", snapshot("v", 11, 5, 4, markers)))
                .isEqualTo("11/0 v11 | x-v0 | s-v0 s-v1 s-v2 | v15");
    }

    @Test
    void a_break_without_an_ad_that_plays_shows_slate_or_its_content_as_was_said() {
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=8,BREAKID=1"};
        LiveOptions content = LiveOptions.builder()
                .breakWithoutAds(LiveOptions.BreakWithoutAds.CONTENT)
                .build();
        for (String[] decision : new String[][] {{}, {"long"}, {"x"}}) {
            LiveScene slated = new LiveScene();
            LiveScene shown = new LiveScene(content);
            for (LiveScene scene : List.of(slated, shown)) {
                scene.ad("x", "v/5")
                        .ad("long", "v/5 5 5 5")
                        .ad("s", "v/2 2 2 2 2")
                        .slate("s");
                scene.decide("1", decision);
                scene.step("v", snapshot("v", 8, 5, 4, markers));
            }
            boolean plays = decision.length > 0 && decision[0].equals("x");
            String filled = plays ? "11/0 v11 | x-v0 | s-v0" : "11/0 v11 | s-v0 s-v1 s-v2 s-v3";
            assertThat(slated.step("v", snapshot("v", 11, 5, 4, markers))).startsWith(filled);
            assertThat(shown.step("v", snapshot("v", 11, 5, 4, markers)))
                    .startsWith(plays ? filled : "11/0 v11 v12 v13 v14 v15");
        }
    }

    @Test
    void slate_before_another_break_does_not_push_that_back() {
        LiveScene scene = withSlate().decide("1", "x").decide("2", "x");
        List<String> markers = new ArrayList<>();
        for (int i = 8; i < 18; i++) {
            markers.add("%d:#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:%02dZ".formatted(i, 4 * (i - 8)));
        }
        markers.add("12:#EXT-X-CUE-OUT:DURATION=10,BREAKID=1");
        markers.add("15:#EXT-X-CUE-OUT:DURATION=8,BREAKID=2");
        String[] lines = markers.toArray(String[]::new);
        scene.step("v", snapshot("v", 8, 5, 4, lines));
        assertThat(scene.step("v", snapshot("v", 11, 7, 4, lines)))
                .isEqualTo("11/0 v11 | x-v0 | s-v0 s-v1 | x-v0 | s-v0 | v16 v17");
    }

    @Test
    void without_slate_a_break_keeps_its_content_if_its_ads_would_lose_more_time_than_may_be_lost() {
        LiveScene scene = withoutSlate();
        String[] markers = {
            "12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "15:#EXT-X-CUE-IN", "18:#EXT-X-CUE-OUT:DURATION=16,BREAKID=2"
        };
        scene.step("v", snapshot("v", 8, 5, 4, markers));
        assertThat(scene.step("v", snapshot("v", 11, 6, 4, markers))).isEqualTo("11/0 v11 | x-v0 | v14 v15 v16");
        LiveResult second = scene.refresh("v", snapshot("v", 14, 6, 4, markers));
        assertThat(second.reasons()).extracting(LiveReason::reason).containsExactly(SkipReason.TIME_NOT_KEPT);
        assertThat(LiveScene.listed(second)).endsWith("| v14 v15 v16 v17 v18 v19");
    }

    @Test
    void without_slate_breaks_are_filled_until_what_their_ads_lose_is_as_much_as_may_be_lost() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/5 5 5")
                .decide("1", "x")
                .decide("2", "x")
                .decide("3", "x");
        String[] markers = {
            "12:#EXT-X-CUE-OUT:DURATION=30,BREAKID=1", "17:#EXT-X-CUE-IN",
            "20:#EXT-X-CUE-OUT:DURATION=30,BREAKID=2", "25:#EXT-X-CUE-IN",
            "28:#EXT-X-CUE-OUT:DURATION=30,BREAKID=3", "33:#EXT-X-CUE-IN"
        };
        List<LiveReason> reasons = new ArrayList<>();
        String listed = "";
        for (int first = 8; first < 26; first++) {
            LiveResult result = scene.refresh("v", snapshot("v", first, 6, 6, markers));
            reasons.addAll(result.reasons());
            listed = first == 21 ? LiveScene.listed(result) : listed;
        }
        assertThat(listed).endsWith("x-v2 | v23 v24 v25 v26"); // three seconds are lost as they were in the first one
        assertThat(reasons).extracting(LiveReason::breakId).containsExactly("3");
    }

    @Test
    void where_the_first_segment_of_a_break_is_short_boundaries_behind_it_are_so_much_earlier() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/5 5 5")
                .ad("y", "v/6 6.4")
                .decide("1", "x")
                .decide("2", "y");
        String[] markers = {
            "12:#EXT-X-CUE-OUT:DURATION=30,BREAKID=1", "17:#EXT-X-CUE-IN", "20:#EXT-X-CUE-OUT:DURATION=30,BREAKID=2"
        };
        scene.step("v", snapshot("v", 8, 6, 6, markers));
        scene.step("v", snapshot("v", 10, 8, 6, markers)); // three seconds are lost
        String second = snapshot("v", 15, 6, 6, markers).replace("#EXTINF:6.000,\nv20.ts", "#EXTINF:4.000,\nv20.ts");
        assertThat(scene.refresh("v", second).reasons())
                .extracting(LiveReason::reason)
                .containsExactly(SkipReason.TIME_NOT_KEPT); // from 12.4 s to 16 s would be lost
    }

    @Test
    void slate_ends_where_other_renditions_have_gone_on() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/4", "a/4")
                .ad("s", "v/2 2 2", "a/2 2 2")
                .slate("s")
                .decide("7", "x");
        String out = "#EXT-X-CUE-OUT:DURATION=10,BREAKID=7";
        String[] video = {"8:" + dated(0), "12:" + out};
        String[] audio = {"20:" + dated(0), "28:" + out};
        scene.step("v", snapshot("v", 8, 6, 4, video));
        scene.step("a", snapshot("a", 20, 14, 2, audio));
        assertThat(scene.step("a", snapshot("a", 20, 15, 2, audio))).endsWith("| x-a0 | s-a0 s-a1 s-a2 | a33 a34");
        LiveState before = scene.state();
        assertThat(scene.step("v", snapshot("v", 8, 7, 4, video))).endsWith("v11 | x-v0 | s-v0 s-v1 | v14");
        assertThat(scene.step("v", snapshot("v", 8, 8, 4, video))).endsWith("v11 | x-v0 | s-v0 s-v1 | v14 v15");
        scene.restore(before);
        String[] later = {"14:" + dated(24)};
        assertThat(scene.step("v", snapshot("v", 14, 6, 4, later))).startsWith("15/2 | v14 v15");
    }

    @Test
    void a_single_segment_before_a_discontinuity_is_replaced_too_where_there_are_other_renditions() {
        LiveScene scene =
                new LiveScene().ad("x", "a/3.3 3.3 3.3", "b/3.3 3.3 3.3").decide("7", "x");
        String[] markers = {"24:#EXT-X-CUE-OUT:DURATION=10,BREAKID=7", "30:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"};
        scene.step("a", snapshot("a", 20, 6, 2, markers));
        LiveState alone = scene.state();
        scene.step("b", snapshot("b", 20, 6, 2, markers));
        scene.step("a", snapshot("a", 20, 10, 2, markers));
        assertThat(scene.step("a", snapshot("a", 20, 12, 2, markers))).endsWith("a23 | x-a0 x-a1 x-a2 | a30 a31");
        scene.restore(alone);
        scene.step("a", snapshot("a", 20, 10, 2, markers));
        assertThat(scene.step("a", snapshot("a", 20, 12, 2, markers))).endsWith("a23 | x-a0 x-a1 x-a2 | a29 | a30 a31");
    }

    @Test
    void where_segments_are_cut_for_breaks_their_ends_are_boundaries() {
        LiveScene scene = withoutSlate();
        String cut = "#EXT-X-CUE-OUT:DURATION=10,BREAKID=2";
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "15:#EXT-X-CUE-IN", "18:" + cut};
        scene.step("v", snapshot("v", 8, 5, 4, markers));
        scene.step("v", snapshot("v", 11, 6, 4, markers));
        String second = snapshot("v", 14, 6, 4, markers).replace("#EXTINF:4.000,\nv17.ts", "#EXTINF:2.000,\nv17.ts");
        assertThat(scene.step("v", second)).endsWith("| v14 v15 v16 v17 | y-v0");
    }

    @Test
    void a_break_that_starts_a_segment_late_in_other_renditions_has_less_room() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/5.5 5", "a/5.5 5")
                .ad("y", "v/5", "a/5")
                .ad("z", "v/6", "a/6")
                .decide("1", "x")
                .decide("2", "y", "z");
        String[] video = {
            "14:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "16:#EXT-X-CUE-OUT:DURATION=12,BREAKID=2", "18:#EXT-X-CUE-IN"
        };
        // Its segments are not cut for breaks: the second one is marked a segment after the first one is over.
        String[] audio = {
            "20:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "23:#EXT-X-CUE-OUT:DURATION=12,BREAKID=2", "25:#EXT-X-CUE-IN"
        };
        scene.step("v", snapshot("v", 11, 4, 6, video));
        scene.step("a", snapshot("a", 17, 4, 5, audio));
        assertThat(scene.step("a", snapshot("a", 19, 4, 5, audio))).isEqualTo("19/0 a19 | x-a0 x-a1 | a22");
        assertThat(scene.step("a", snapshot("a", 20, 4, 5, audio))).isEqualTo("20/0 | x-a0 x-a1 | a22 | y-a0");
        scene.step("v", snapshot("v", 13, 5, 6, video));
        assertThat(scene.step("v", snapshot("v", 14, 6, 6, video))).endsWith("x-v1 | v16 | y-v0 | v18 v19");
    }

    @Test
    void a_break_that_starts_a_segment_late_without_dates_ends_where_it_is_marked_to_end() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/5.5 5", "a/5.5 5")
                .ad("y", "v/3", "a/3")
                .ad("s", "v/3", "a/3")
                .slate("s")
                .decide("1", "x")
                .decide("2", "y");
        String[] video = {
            "14:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "16:#EXT-X-CUE-OUT:DURATION=12,BREAKID=2", "18:#EXT-X-CUE-IN"
        };
        String[] audio = {
            "20:#EXT-X-CUE-OUT:DURATION=12,BREAKID=1", "23:#EXT-X-CUE-OUT:DURATION=12,BREAKID=2", "25:#EXT-X-CUE-IN"
        };
        scene.step("v", snapshot("v", 11, 4, 6, video));
        scene.step("a", snapshot("a", 17, 4, 5, audio));
        assertThat(scene.step("a", snapshot("a", 19, 4, 5, audio))).isEqualTo("19/0 a19 | x-a0 x-a1 | a22");
        scene.step("a", snapshot("a", 20, 5, 5, audio));
        scene.step("v", snapshot("v", 13, 5, 6, video));
        assertThat(scene.step("v", snapshot("v", 14, 6, 6, video))).endsWith("x-v1 | v16 | y-v0 | s-v0 | v18 v19");
    }

    @Test
    void short_segments_wait_for_the_next_one_at_the_end_of_ads_where_the_origin_may_be_discontinuous() {
        LiveScene scene = new LiveScene().ad("x", "a/3.5 3.5 3.5").decide("7", "x");
        String[] markers = {
            "36:#EXT-X-DISCONTINUITY",
            "42:#EXT-X-CUE-OUT:DURATION=10.7,BREAKID=7",
            "48:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"
        };
        scene.step("a", snapshot("a", 30, 12, 2, markers));
        assertThat(scene.step("a", snapshot("a", 36, 12, 2, markers))).endsWith("a41 | x-a0 x-a1 x-a2");
        assertThat(scene.step("a", snapshot("a", 37, 12, 2, markers))).endsWith("a41 | x-a0 x-a1 x-a2 | a48");
    }

    @Test
    void where_segments_are_not_cut_for_breaks_ads_are_left_out_when_slate_cannot_make_up_for_what_would_be_lost() {
        LiveScene scene = new LiveScene().ad("s", "v/1.5").slate("s");
        List<String> markers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            scene.ad("x" + i, "v/4 4").decide(Integer.toString(i), "x" + i);
            markers.add("%d:#EXT-X-CUE-OUT:DURATION=10,BREAKID=%d".formatted(10 * i, i));
            markers.add("%d:#EXT-X-CUE-IN".formatted(10 * i + 2));
        }
        String[] lines = markers.toArray(String[]::new);
        StringBuilder listed = new StringBuilder();
        for (int from = 5; from < 30; from++) {
            listed.append(scene.step("v", snapshot("v", from, 6, 6, lines)));
        }
        assertThat(listed.toString()).contains("x1-v1 | s-v0 | v12", "x2-v1 | s-v0 | v22");
        // Of two segments, ads and slate left 2.5 s each time.
        assertThat(scene.asked()).containsExactly("1", "2", "3");
        assertThat(listed.toString()).doesNotContain("x3");
    }

    @Test
    void slate_goes_no_further_where_the_output_is_longer_than_the_origin_already() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/4.5 4.4")
                .ad("y", "v/4.5 4.45")
                .ad("s", "v/2 2")
                .slate("s")
                .decide("1", "x")
                .decide("2", "y");
        String[] markers = {
            "12:#EXT-X-CUE-OUT:DURATION=8,BREAKID=1",
            "14:#EXT-X-CUE-IN",
            "20:#EXT-X-CUE-OUT:DURATION=12,BREAKID=2",
            "23:#EXT-X-CUE-IN"
        };
        String listed = "";
        for (int from = 8; from < 20; from++) {
            listed = scene.step("v", snapshot("v", from, 6, 4, markers));
        }
        assertThat(listed).endsWith("y-v0 y-v1 | s-v0 | v23 v24");
    }

    @Test
    void content_that_went_by_unseen_behind_ads_has_its_number_also_where_ads_end_a_little_later() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6.3").decide("7", "x");
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "14:#EXT-X-CUE-IN"};
        assertThat(scene.step("v", snapshot("v", 9, 4, 6, markers))).isEqualTo("9/0 v9 v10 v11 | x-v0");
        assertThat(scene.step("v", snapshot("v", 15, 4, 6, markers))).isEqualTo("15/2 v15 v16 v17 v18");
    }

    @Test
    void a_segment_that_was_held_back_and_left_the_window_has_its_number() {
        LiveScene scene = new LiveScene().ad("x", "a/3 2.9").decide("7", "x");
        String[] markers = {"24:#EXT-X-CUE-OUT:DURATION=6,BREAKID=7"};
        scene.step("a", snapshot("a", 20, 7, 2, markers));
        // Whether another break follows is not known yet.
        assertThat(scene.step("a", snapshot("a", 20, 8, 2, markers))).endsWith("a23 | x-a0 x-a1");
        assertThat(scene.step("a", snapshot("a", 28, 8, 2, markers))).startsWith("27/2 a28");
    }

    @Test
    void content_goes_on_without_waiting_for_what_follows_if_the_stream_would_stall() {
        LiveScene scene = new LiveScene().ad("x", "v/5.4 6", "w/5.4 6").decide("7", "x");
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=15,BREAKID=7"};
        scene.step("v", snapshot("v", 8, 5, 5.76, markers));
        scene.step("w", snapshot("w", 8, 5, 5.76, markers));
        assertThat(scene.step("v", snapshot("v", 8, 6, 5.76, markers))).endsWith("v11 | x-v0 x-v1");
        String cut = snapshot("v", 8, 7, 5.76, markers).replace("#EXTINF:5.760,\nv14.ts", "#EXTINF:3.480,\nv14.ts");
        LiveState published = scene.state();
        assertThat(scene.step("v", cut)).endsWith("v11 | x-v0 x-v1");
        // The twelfth number of a rendition: for how long nothing was new.
        String stalled = published.toJson().replaceFirst("(\"v\"(?:,-?\\d+){11}),0", "$1,6000000");
        scene.restore(LiveState.fromJson(stalled));
        assertThat(scene.step("v", cut)).endsWith("v11 | x-v0 x-v1 | v14");
    }

    @Test
    void a_break_that_audio_began_first_starts_where_the_video_was_cut_for_it() {
        LiveScene scene = new LiveScene().ad("x", "v/5.5 5", "a/5.5 5").decide("1", "x");
        String out = "#EXT-X-CUE-OUT:DURATION=12,BREAKID=1";
        // The break lasts from 16 to 28 s; audio has boundaries at 15, 25 and 30 s.
        String[] video = {
            "8:" + dated(0), "9:" + dated(6), "10:" + dated(12), "11:" + dated(16) + "\n" + out, "12:" + dated(22)
        };
        String[] audio = {
            "20:" + dated(0),
            "21:" + dated(5),
            "22:" + dated(10),
            "23:" + dated(15) + "\n" + out,
            "24:" + dated(20),
            "25:" + dated(25),
            "26:" + dated(30) + "\n#EXT-X-CUE-IN",
            "27:" + dated(35)
        };
        scene.step("a", snapshot("a", 20, 4, 5, audio));
        scene.step("a", snapshot("a", 20, 5, 5, audio));
        scene.step("v", snapshot("v", 8, 5, 6, video).replace("#EXTINF:6.000,\nv10.ts", "#EXTINF:4.000,\nv10.ts"));
        assertThat(scene.state().breaks().get(0).startMicros()).isEqualTo(16_000_000);
        assertThat(scene.step("a", snapshot("a", 22, 4, 5, audio))).isEqualTo("22/0 a22 | x-a0 x-a1");
        assertThat(scene.step("a", snapshot("a", 23, 5, 5, audio))).isEqualTo("23/0 | x-a0 x-a1 | a25 a26 a27");
    }

    private static String dated(int seconds) {
        return "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:%02dZ".formatted(seconds);
    }
}
