package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What markers of a live channel say, and what is made of those that say less or more than they should. */
class LiveMarkersTest {
    private static final String DATE = "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:";

    @Test
    void a_break_whose_content_shows_is_over_where_its_end_is_marked_so_that_a_later_one_is_another() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6");
        String[] markers = {
            "9:" + DATE + "00.000Z",
            "10:" + DATE + "06.000Z",
            "12:" + DATE + "18.000Z\n#EXT-X-CUE-OUT",
            "13:" + DATE + "24.000Z\n#EXT-X-CUE-IN",
            "14:" + DATE + "30.000Z",
            "15:" + DATE + "36.000Z\n#EXT-X-CUE-OUT:0.000\n#EXT-X-CUE-IN"
        };
        scene.step("v", snapshot("v", 9, 4, 6, markers));
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        scene.decide("2026-01-01T00:00:36Z", "x");
        assertThat(scene.step("v", snapshot("v", 12, 3, 6, markers))).isEqualTo("12/0 v12 v13 v14");
        assertThat(scene.step("v", snapshot("v", 14, 4, 6, markers))).isEqualTo("14/0 v14 v15 v16 v17");
        assertThat(scene.asked()).hasSize(1);
    }

    @Test
    void what_goes_on_longer_than_was_said_is_not_filled_anew() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6").decide("101", "x");
        String out = "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,DURATION=12,CUE-OUT=YES";
        String on = "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,CUE-OUT=CONT";
        String[] markers = {"12:" + out, "13:" + on, "14:" + on, "15:" + on, "16:" + on};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 12, 5, 6, markers))).isEqualTo("12/0 | x-v0 x-v1 | v14 v15 v16");
        assertThat(scene.step("v", snapshot("v", 15, 4, 6, markers))).isEqualTo("15/2 v15 v16 v17 v18");
        assertThat(scene.asked()).containsExactly("101");
    }

    @Test
    void content_returns_at_the_next_boundary_where_ads_leave_more_than_a_target_duration() {
        LiveScene scene = new LiveScene().ad("x", "v/6").decide("7", "x");
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7", "16:#EXT-X-CUE-IN"};
        scene.step("v", snapshot("v", 9, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 10, 4, 6, markers))).isEqualTo("10/0 v10 v11 | x-v0 | v13");
        assertThat(scene.step("v", snapshot("v", 11, 4, 6, markers))).isEqualTo("11/0 v11 | x-v0 | v13 v14");
    }

    @Test
    void a_date_range_that_is_replaced_stands_before_its_end_which_stands_behind_the_last_segment() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6").decide("7", "x");
        String start = "#EXT-X-DATERANGE:ID=\"r\",START-DATE=\"2026-01-01T00:00:12.000Z\"";
        String end = "#EXT-X-DATERANGE:ID=\"r\",DURATION=12";
        String[] markers = {
            "10:" + DATE + "00.000Z", "12:" + DATE + "12.000Z\n#EXT-X-CUE-OUT:DURATION=12,BREAKID=7\n" + start
        };
        scene.step("v", snapshot("v", 10, 2, 6, markers));
        LiveResult open = scene.refresh("v", snapshot("v", 10, 4, 6, markers) + end + "\n");
        String written = new String(PlaylistWriter.toBytes(open.playlist()), StandardCharsets.UTF_8);
        assertThat(LiveScene.listed(open)).isEqualTo("10/0 v10 v11 | x-v0 x-v1");
        assertThat(written).containsSubsequence(start + "\n", end + "\n").containsOnlyOnce(end);
    }

    @Test
    void a_date_range_before_the_segment_with_which_content_went_on_is_listed_once_when_that_is_dated_anew() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6").decide("7", "x");
        String out = "12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7";
        scene.step("v", snapshot("v", 9, 3, 6, "9:" + DATE + "00.000Z", out));
        scene.step("v", snapshot("v", 10, 5, 6, "10:" + DATE + "06.000Z", out));
        String range = "#EXT-X-DATERANGE:ID=\"r\",START-DATE=\"2026-01-01T00:00:36.000Z\"";
        LiveResult later = scene.refresh("v", snapshot("v", 14, 4, 6, "14:" + range + "\n" + DATE + "30.001Z"));
        assertThat(LiveScene.listed(later)).isEqualTo("14/1 | v14 v15 v16 v17");
        assertThat(new String(PlaylistWriter.toBytes(later.playlist()), StandardCharsets.UTF_8))
                .contains(DATE + "30.000Z")
                .containsOnlyOnce(range);
    }

    @Test
    void a_short_last_segment_of_an_ad_is_dated_before_the_content_that_goes_on_before_its_end() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6 0.36").decide("7", "x");
        String[] markers = {
            "10:" + DATE + "00.000Z",
            "12:" + DATE + "12.000Z\n#EXT-X-CUE-OUT:DURATION=12,BREAKID=7",
            "14:" + DATE + "24.000Z"
        };
        scene.step("v", snapshot("v", 8, 4, 6, markers));
        LiveResult result = scene.refresh("v", snapshot("v", 11, 4, 6, markers));
        assertThat(LiveScene.listed(result)).isEqualTo("11/0 v11 | x-v0 x-v1 x-v2 | v14");
        assertThat(result.playlist().segments().stream()
                        .map(each -> each.programDateTime().orElseThrow().toString()))
                .containsExactly(
                        "2026-01-01T00:00:06Z",
                        "2026-01-01T00:00:12Z",
                        "2026-01-01T00:00:18Z",
                        "2026-01-01T00:00:23.360Z",
                        "2026-01-01T00:00:24Z");
    }

    @Test
    void a_window_whose_only_date_is_on_a_segment_that_may_not_be_listed_again_keeps_a_date() {
        LiveScene scene = new LiveScene();
        scene.step("v", snapshot("v", 11, 4, 6, "11:" + DATE + "06.000Z"));
        LiveResult longer = scene.refresh("v", snapshot("v", 10, 6, 6, "10:" + DATE + "00.000Z"));
        assertThat(LiveScene.listed(longer)).isEqualTo("11/0 v11 v12 v13 v14 v15");
        assertThat(new String(PlaylistWriter.toBytes(longer.playlist()), StandardCharsets.UTF_8))
                .contains(DATE + "06.000Z");
    }

    @Test
    void markers_of_two_dialects_on_one_segment_are_one_break_also_when_one_of_them_counts_by_its_date() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6");
        String range = "#EXT-X-DATERANGE:ID=\"b\",START-DATE=\"2026-01-01T00:00:10.000Z\",PLANNED-DURATION=24,"
                + "SCTE35-OUT=0xFC302000000000000000FFF00F050000000D7FFFFE003DCC50000000000000CD03B6E8";
        String[] markers = {
            "10:" + DATE + "00.000Z",
            "11:" + DATE + "06.000Z",
            "12:" + DATE + "12.000Z\n#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"13\",TIME=12.0,DURATION=24.0\n" + range,
            "13:" + DATE + "18.000Z",
            "14:" + DATE + "24.000Z",
            "15:" + DATE + "30.000Z",
            "16:" + DATE + "36.000Z"
        };
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        scene.decide("13", "x");
        assertThat(scene.step("v", snapshot("v", 12, 4, 6, markers))).isEqualTo("12/0 v12 v13 v14 v15");
        assertThat(scene.asked()).hasSize(1);
    }

    @Test
    void ads_that_follow_ads_of_another_break_begin_where_those_end() {
        LiveScene scene =
                new LiveScene().ad("x", "v/5.5").ad("y", "v/6").decide("1", "x").decide("2", "y");
        String[] markers = {
            "12:" + DATE + "12.000Z\n#EXT-X-CUE-OUT:DURATION=6,BREAKID=1",
            "13:" + DATE + "18.000Z\n#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=6,BREAKID=2",
            "14:" + DATE + "24.000Z\n#EXT-X-CUE-IN",
            "11:" + DATE + "06.000Z",
            "10:" + DATE + "00.000Z"
        };
        scene.step("v", snapshot("v", 10, 3, 6, markers));
        LiveResult both = scene.refresh("v", snapshot("v", 11, 4, 6, markers));
        assertThat(LiveScene.listed(both)).isEqualTo("11/0 v11 | x-v0 | y-v0 | v14");
        assertThat(new String(PlaylistWriter.toBytes(both.playlist()), StandardCharsets.UTF_8))
                .contains(DATE + "17.500Z\n#EXTINF:6,\nhttp://ads/y/y-v0.ts");
    }

    @Test
    void a_break_whose_content_has_shown_is_not_taken_up_later() {
        LiveScene scene = new LiveScene().ad("x", "v/6");
        String[] markers = {"15:#EXT-X-CUE-OUT-CONT:ElapsedTime=30,Duration=60"};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 13, 4, 6, markers))).isEqualTo("13/0 v13 v14 v15 v16");
        assertThat(scene.asked()).isEmpty();
    }

    @Test
    void nor_is_it_in_a_rendition_that_is_asked_for_later() {
        LiveScene scene = new LiveScene().ad("x", "v/6", "a/6");
        scene.step("v", snapshot("v", 10, 4, 6));
        String[] markers = {"22:#EXT-X-CUE-OUT-CONT:ElapsedTime=14,Duration=60"};
        assertThat(scene.step("a", snapshot("a", 20, 4, 6, markers))).isEqualTo("20/0 a20 a21 a22 a23");
        assertThat(scene.asked()).isEmpty();
    }

    @Test
    void a_viewer_who_comes_into_a_break_gets_ads_for_what_is_left_of_it() {
        LiveScene scene = new LiveScene().ad("x", "v/6").decide("msn-5", "x");
        String[] markers = {"10:#EXT-X-CUE-OUT-CONT:ElapsedTime=30,Duration=36", "11:#EXT-X-CUE-IN"};
        assertThat(scene.step("v", snapshot("v", 10, 4, 6, markers))).isEqualTo("10/0 | x-v0 | v11 v12 v13");
    }

    @Test
    void less_than_a_segment_of_content_between_two_breaks_is_replaced_too() {
        LiveScene scene =
                new LiveScene().ad("x", "v/6").ad("y", "v/4 4").decide("1", "x").decide("2", "y");
        String[] markers = {
            "12:#EXT-X-CUE-OUT:DURATION=7,BREAKID=1",
            "15:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=8,BREAKID=2",
            "17:#EXT-X-CUE-IN"
        };
        scene.step("v", snapshot("v", 8, 4, 4, markers));
        assertThat(scene.step("v", snapshot("v", 11, 8, 4, markers)))
                .isEqualTo("11/0 v11 | x-v0 | y-v0 y-v1 | v16 v17 v18");
    }

    @Test
    void markers_without_names_are_of_the_break_that_is_nearest() {
        LiveScene scene = new LiveScene().ad("x", "v/6", "a/3 3").decide("msn-15", "x");
        String[] ofVideo = {"12:#EXT-X-CUE-OUT:DURATION=12", "15:#EXT-X-CUE-OUT:DURATION=6"};
        assertThat(scene.step("v", snapshot("v", 12, 4, 6, ofVideo))).isEqualTo("12/0 v12 v13 v14 | x-v0");
        String[] ofAudio = {"44:#EXT-X-CUE-OUT:DURATION=12", "50:#EXT-X-CUE-OUT:DURATION=6"};
        assertThat(scene.step("a", snapshot("a", 44, 8, 3, ofAudio)))
                .isEqualTo("44/0 a44 a45 a46 a47 a48 a49 | x-a0 x-a1");
    }

    @Test
    void a_break_without_a_name_that_follows_another_one_is_another_one() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6", "a/3 3 3 3")
                .ad("y", "v/6", "a/3 3")
                .decide("msn-12", "x")
                .decide("msn-14", "y");
        String[] ofVideo = {"12:#EXT-X-CUE-OUT:DURATION=12", "14:#EXT-X-CUE-OUT:DURATION=6", "15:#EXT-X-CUE-IN"};
        String[] ofAudio = {"44:#EXT-X-CUE-OUT:DURATION=12", "48:#EXT-X-CUE-OUT:DURATION=6", "50:#EXT-X-CUE-IN"};
        scene.step("v", snapshot("v", 9, 4, 6, ofVideo));
        scene.step("a", snapshot("a", 38, 8, 3, ofAudio));
        assertThat(scene.step("v", snapshot("v", 11, 4, 6, ofVideo))).isEqualTo("11/0 v11 | x-v0 x-v1 | y-v0");
        assertThat(scene.step("a", snapshot("a", 43, 8, 3, ofAudio)))
                .isEqualTo("43/0 a43 | x-a0 x-a1 x-a2 x-a3 | y-a0 y-a1 | a50");
    }

    @Test
    void a_break_without_a_name_that_follows_one_whose_content_shows_is_another_one_too() {
        LiveScene scene = new LiveScene().ad("y", "v/6").decide("msn-14", "y");
        String[] markers = {"12:#EXT-X-CUE-OUT:DURATION=12", "14:#EXT-X-CUE-OUT:DURATION=6", "15:#EXT-X-CUE-IN"};
        scene.step("v", snapshot("v", 10, 4, 6, markers));
        assertThat(scene.step("v", snapshot("v", 12, 4, 6, markers))).isEqualTo("12/0 v12 v13 | y-v0 | v15");
        assertThat(scene.asked()).containsExactly("msn-12", "msn-14");
    }
}
