package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.CueReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ends that renditions mark at boundaries of their own: video of six seconds, audio of four, both with dates. */
class LiveEndInRenditionsTest {
    private static String date(int seconds) {
        return "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:%02d:%02dZ".formatted(seconds / 60, seconds % 60);
    }

    /** Segments that are listed before a number of seconds have passed, at most a minute of them. */
    private static String video(int until, String... markers) {
        return segments("v", 6, until, markers);
    }

    private static String audio(int until, String... markers) {
        return segments("a", 4, until, markers);
    }

    private static String segments(String name, int seconds, int until, String... markers) {
        int from = Math.max(0, until / seconds - 60 / seconds);
        String[] lines = new String[markers.length + 1];
        System.arraycopy(markers, 0, lines, 1, markers.length);
        lines[0] = from + ":" + date(from * seconds);
        return snapshot(name, from, until / seconds - from, seconds, lines);
    }

    @Test
    void an_early_end_that_one_rendition_marks_cuts_each_where_its_own_segments_reach() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/5.5 5.5 5.5 5.5 5.5 5.5", "a/4 4 4 4 4 4 4 4 1")
                .decide("7", "x");
        // From 30 to 54 s in video; audio has boundaries two seconds behind the start and before the end.
        String[] inVideo = {"5:#EXT-X-CUE-OUT:DURATION=36,BREAKID=7", "9:#EXT-X-CUE-IN"};
        String[] inAudio = {"8:#EXT-X-CUE-OUT:DURATION=36,BREAKID=7", "13:#EXT-X-CUE-IN"};
        for (int until = 30; until <= 60; until += 6) {
            if (until <= 48) {
                scene.step("v", video(until, inVideo));
            }
            scene.step("a", audio(until, inAudio));
        }
        assertThat(scene.step("a", audio(60, inAudio))).endsWith("a7 | x-a0 x-a1 x-a2 x-a3 x-a4 | a13 a14");
        assertThat(scene.step("v", video(60, inVideo))).endsWith("v4 | x-v0 x-v1 x-v2 x-v3 | v9");
    }

    @Test
    void an_early_end_with_a_date_is_the_same_moment_in_all_renditions_wherever_its_tag_stands() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6 6 6", "a/4 4 4 4 4 4").decide("7", "x");
        String out = "#EXT-X-DATERANGE:ID=\"7\",START-DATE=\"2026-01-01T00:00:30Z\",PLANNED-DURATION=24,"
                + "SCTE35-OUT=0xFC302000000000000000FFF00F050000000E7FFFFE00527AD80000000000000502305D";
        String in = "#EXT-X-DATERANGE:ID=\"7\",DURATION=12,"
                + "SCTE35-IN=0xFC301B00000000000000FFF00A050000000E7F5F0000000000008169867A";
        // From 30 to 42 s; audio has its boundaries two seconds behind the start and before the end.
        scene.step("v", video(36, "5:" + out));
        scene.step("a", audio(44, "8:" + out, "10:" + in));
        assertThat(scene.step("v", video(54, "5:" + out, "7:" + in))).endsWith("v4 | x-v0 x-v1 | v7 v8");
    }

    @Test
    void a_length_that_counts_from_a_marker_of_its_own_is_no_other_one_where_ads_began_behind_those_before() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6", "a/4 4 4.1")
                .ad("y", "v/6 6", "a/4 4 4")
                .ad("s", "v/2 2 2 2", "a/2 2 2 2")
                .decide("7", "x")
                .decide("8", "y")
                .slate("s");
        // From 30 to 42, and on to 61.5 s; audio marks them at 32, and at 44 s.
        String[] inVideo = {
            "5:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "7:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=19.5,BREAKID=8"
        };
        String[] inAudio = {
            "8:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "11:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=19.5,BREAKID=8"
        };
        for (int until = 30; until <= 54; until += 6) {
            scene.step("v", video(until, inVideo));
            scene.step("a", audio(until, inAudio));
        }
        assertThat(scene.step("v", video(66, inVideo))).endsWith("| x-v0 x-v1 | y-v0 y-v1 | s-v0 s-v1 s-v2 | v10");
    }

    @Test
    void content_between_ads_and_the_next_break_is_left_out_up_to_a_segment_and_no_more() {
        LiveScene scene =
                new LiveScene().ad("x", "a/5").ad("y", "a/4 4").decide("7", "x").decide("8", "y");
        // Ads end at 37 s, so that content goes on at 40 s, and the next break begins at 44 s.
        String[] overlapping = {"8:#EXT-X-CUE-OUT:DURATION=30,BREAKID=7", "11:#EXT-X-CUE-OUT:DURATION=8,BREAKID=8"};
        assertThat(scene.step("a", audio(56, overlapping))).endsWith("a7 | x-a0 | a10 | y-a0 y-a1 | a13");
    }

    @Test
    void an_end_as_far_from_its_start_as_was_planned_cuts_nothing_though_others_began_later() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6.36", "a/4 4 4")
                .ad("y", "v/6 6 5.5 .5", "a/4 4 4 4 2")
                .decide("7", "x")
                .decide("8", "y");
        // The second break follows the first one; audio has its boundary there two seconds later.
        String[] inVideo = {
            "5:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7",
            "7:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=18,BREAKID=8",
            "10:#EXT-X-CUE-IN"
        };
        String[] inAudio = {
            "8:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7",
            "11:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=18,BREAKID=8",
            "16:#EXT-X-CUE-IN"
        };
        for (int until = 24; until <= 60; until += 6) {
            scene.step("a", audio(until, inAudio));
            scene.step("v", video(until, inVideo));
        }
        assertThat(scene.step("v", video(66, inVideo))).endsWith("v4 | x-v0 x-v1 | y-v0 y-v1 y-v2 y-v3 | v10");
    }

    @Test
    void a_break_whose_own_marker_is_listed_is_read_there_though_it_began_just_before() {
        LiveSnapshot shared =
                LiveSnapshot.of(LiveScene.playlist(video(66, "1:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=24,BREAKID=8")));
        Snapshot snapshot = new Snapshot(shared);
        snapshot.place(6_000_000);
        LiveBreak begun = LiveBreak.untouched("8", 5_350_000, 24_000_000)
                .measured(true)
                .withCut("v", new LiveBreak.Cut(0, LiveBreak.OPEN, 1, 0, 0));
        CueReader reader = CueReader.withDefaults();
        assertThat(KnownSignals.of(
                        "v", List.of(begun), 0, snapshot, shared.cues(reader), List.of(), 6_000_000, Long.MIN_VALUE))
                .isEmpty();
        LiveSnapshot without = LiveSnapshot.of(LiveScene.playlist(video(66)));
        assertThat(KnownSignals.of(
                        "v", List.of(begun), 0, snapshot, without.cues(reader), List.of(), 6_000_000, Long.MIN_VALUE))
                .hasSize(1);
    }

    @Test
    void slate_ends_where_content_can_go_on_in_each_rendition_and_not_a_segment_later() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/4 3.6", "a/4 3.6")
                .ad("s", "v/2 2 2 2 2", "a/2 2 2 2 2")
                .decide("7", "x")
                .slate("s");
        // Of 24.8 s; audio begins it first, two seconds later than video, which has boundaries 24 and 30 s behind its
        // start.
        String inVideo = "5:#EXT-X-CUE-OUT:DURATION=24.8,BREAKID=7";
        String inAudio = "8:#EXT-X-CUE-OUT:DURATION=24.8,BREAKID=7";
        for (int until = 30; until < 60; until += 6) {
            scene.step("a", audio(until + 6, inAudio));
            scene.step("v", video(until, inVideo));
        }
        assertThat(scene.step("v", video(60, inVideo))).endsWith("| s-v0 s-v1 s-v2 | v9");
        assertThat(scene.step("a", audio(60, inAudio))).endsWith("| s-a0 s-a1 s-a2 | a14");
    }

    @Test
    void slate_that_began_later_in_a_rendition_ends_with_the_break_also_where_it_fills_that_exactly() {
        LiveScene scene = new LiveScene()
                .ad("s", "v/2 2 2 2", "a/2 2 2 2")
                .decide("7", new String[0])
                .slate("s");
        String inVideo = "5:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7";
        String[] inAudio = {"0:#EXT-X-PART-INF:PART-TARGET=1.2", "8:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7"};
        scene.step("v", video(36, inVideo));
        scene.step("a", audio(36, inAudio));
        // From 30 to 54 s; in audio from 32 s on, where the origin has come to 55.6 s.
        String parts = "#EXT-X-PART:DURATION=1.2,URI=\"p.ts\"\n".repeat(3);
        assertThat(scene.step("a", audio(52, inAudio) + parts)).endsWith("s-a3 | s-a0 s-a1 s-a2");
    }

    @Test
    void content_goes_on_at_a_discontinuity_that_soon_follows_the_ads_in_all_renditions() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6 6 2", "b/6 6 6 2").decide("7", "x");
        // From 30 to 54 s, on an origin that is discontinuous now and then. Ads end at 50 s; what is there until 54 s
        // is one
        // segment that begins too early in video, and in the other rendition two short ones that come before that is
        // known.
        String[] inVideo = {
            "3:#EXT-X-DISCONTINUITY", "5:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7", "9:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"
        };
        String[] inShort = {
            "9:#EXT-X-DISCONTINUITY",
            "15:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7",
            "27:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"
        };
        for (int until = 36; until < 54; until += 6) {
            scene.step("b", segments("b", 2, until, inShort));
            scene.step("v", video(until, inVideo));
        }
        assertThat(scene.step("b", segments("b", 2, 54, inShort))).endsWith("b14 | x-b0 x-b1 x-b2 x-b3");
        assertThat(scene.step("b", segments("b", 2, 58, inShort))).endsWith("x-b3 | b27 b28");
        assertThat(scene.step("v", video(60, inVideo))).endsWith("v4 | x-v0 x-v1 x-v2 x-v3 | v9");
    }

    @Test
    void a_break_ends_where_it_was_to_end_though_its_ads_begin_behind_those_of_another_one() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6", "a/4 4 4")
                .ad("y", "v/6 6 3.9", "a/4 4 4 3.9")
                .ad("s", "v/2 2 2", "a/2 2 2")
                .decide("7", "x")
                .decide("8", "y")
                .slate("s");
        // From 30 to 42 s, two seconds later in audio, and on to 60 s: 16 s are left where the first ads end later.
        String[] inVideo = {
            "5:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "7:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=18,BREAKID=8"
        };
        String[] inAudio = {
            "8:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "11:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=18,BREAKID=8"
        };
        scene.step("a", audio(36, inAudio));
        for (int until = 36; until < 60; until += 6) {
            scene.step("v", video(until, inVideo));
            scene.step("a", audio(until, inAudio));
        }
        assertThat(scene.step("v", video(66, inVideo))).endsWith("| x-v0 x-v1 | y-v0 y-v1 y-v2 | v10");
    }

    @Test
    void slate_is_not_begun_for_less_than_a_segment_of_it_where_boundaries_are_not_cut_for_breaks() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 6 4.7", "a/4 4 4 4 0.7")
                .ad("s", "v/2 2 2", "a/2 2 2")
                .decide("7", "x")
                .slate("s");
        // 1.3 s are left of 18: slate would reach 0.7 s beyond the end, and more where ads began later.
        String inVideo = "5:#EXT-X-CUE-OUT:DURATION=18,BREAKID=7";
        for (int until = 36; until <= 48; until += 6) {
            scene.step("v", video(until, inVideo));
        }
        assertThat(scene.step("v", video(54, inVideo))).endsWith("v4 | x-v0 x-v1 x-v2 | v8");
    }

    @Test
    void a_segment_in_which_a_break_was_to_end_waits_for_the_discontinuity_behind_it() {
        LiveOptions options =
                LiveOptions.builder().maximumDrift(Duration.ofSeconds(20)).build();
        LiveScene scene =
                new LiveScene(options).ad("x", "v/6 6 6 0.5", "a/4 4 4 4 2.5").decide("7", "x");
        String[] markers = {
            "3:#EXT-X-DISCONTINUITY", "5:#EXT-X-CUE-OUT:DURATION=20,BREAKID=7", "9:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"
        };
        scene.step("v", video(36, markers));
        scene.step("a", audio(36, "5:#EXT-X-DISCONTINUITY", "8:#EXT-X-CUE-OUT:DURATION=20,BREAKID=7"));
        scene.step("v", video(42, markers));
        assertThat(scene.step("v", video(54, markers))).endsWith("v4 | x-v0 x-v1 x-v2 x-v3");
        assertThat(scene.step("v", video(60, markers))).endsWith("v4 | x-v0 x-v1 x-v2 x-v3 | v9");
    }
}
