package dev.hemstitch.ads.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.rules.Multivariants;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.rules.Stitched;
import dev.hemstitch.ads.rules.Stitching;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where breaks go, and why some go nowhere. */
class SplicePlanTest {
    private static final String AD = Playlists.ts("x", "6");

    private static StitchOptions.Builder options() {
        return StitchOptions.DEFAULT.toBuilder();
    }

    /** Video and audio of the durations given, with an ad of one segment in each. */
    private static Stitching twoTracks(StitchOptions.Builder options, String video, String audio, String... positions) {
        Stitching stitching = Multivariants.demuxed(video, audio)
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                AD,
                                "audio.m3u8",
                                Playlists.ts("y", "6")))
                .options(options);
        for (String position : positions) {
            stitching.at(position, List.of(stitching.ad("ad")));
        }
        return stitching;
    }

    private static List<Integer> cuts(Stitched stitched, int track) {
        return stitched.plan().points().stream()
                .map(point -> point.cuts().get(track).cutIndex())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "7,    0.999, NEAREST, false",
        "7,    1,     NEAREST, true",
        "6.5,  0.5,   BEFORE,  true",
        "6.5,  0.5,   AFTER,   false",
        "11,   1,     AFTER,   true",
        "11,   4.999, BEFORE,  false",
        "11,   5,     BEFORE,  true",
        "6.0005, 0,   NEAREST, true",
        "6.0011, 0,   NEAREST, false",
        "6,    0,     NEAREST, true"
    })
    void a_boundary_beyond_the_tolerance_is_refused(
            String asked, BigDecimal tolerance, SnapPolicy snap, boolean taken) {
        Duration most = Duration.ofNanos(tolerance.movePointRight(9).longValueExact());
        Stitched stitched = Stitching.of(Playlists.ts("c", "6", "6"))
                .options(options().snap(snap).tolerance(most))
                .at(asked, AD)
                .stitch();

        assertThat(stitched.plan().points()).hasSize(taken ? 1 : 0);
        assertThat(stitched.refusedBreaks())
                .isEqualTo(taken ? List.of() : List.of(SkipReason.NO_BOUNDARY_WITHIN_TOLERANCE));
    }

    @Test
    void the_greatest_duration_is_no_limit() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        Stitching stitching = twoTracks(
                options().tolerance(endless).maximumSkew(endless),
                Playlists.ts("v", "6", "6"),
                Playlists.ts("a", "5", "7"),
                "7");

        assertThat(stitching.stitch().plan().points()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "start, 0",
        "0, 0",
        "0%, 0",
        "25%, 1",
        "33.3%, 1",
        "37.5%, 1",
        "38%, 2",
        "99%, 4",
        "100%, 4",
        "end, 4",
        "24, 4",
        "12.000000, 2"
    })
    void positions_are_seconds_percentages_and_both_ends(String position, int index) {
        Stitched stitched = Stitching.of(Playlists.ts("c", "6", "6", "6", "6"))
                .at(position, AD)
                .stitch();

        assertThat(cuts(stitched, 0)).containsExactly(index);
    }

    @Test
    void text_that_is_no_position_is_none() {
        assertThat(Stream.of("", "%", "-1", "101%", "-1%", "1e3", "NaN", "start ", "5 %", "++1", "."))
                .allSatisfy(
                        text -> assertThat(BreakPosition.parse(text)).as(text).isEmpty());
        assertThat(BreakPosition.parse("12.50")).contains(BreakPosition.ofSeconds(new BigDecimal("12.5")));
        assertThat(BreakPosition.parse("50%").orElseThrow()).hasToString("50%");
        assertThat(BreakPosition.parse("9".repeat(40)).orElseThrow().nanosIn(1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_break_within_replaced_content_is_refused_and_one_at_its_end_is_not() {
        Stitched stitched = Stitching.of(Playlists.ts("c", Playlists.times(6, "6")))
                .options(options().mode(SpliceMode.REPLACE).markers(MarkerStyle.CUE))
                .at("6", Playlists.ts("a", "12"))
                .at("12", AD)
                .at("18", AD)
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "x0.ts", "c4.ts", "c5.ts");
        assertThat(stitched.refusedBreaks()).containsExactly(SkipReason.INSIDE_REPLACED_CONTENT);
        assertThat(stitched.lines())
                .containsSubsequence(
                        "#EXT-X-CUE-OUT:12.000", "#EXT-X-CUE-IN", "#EXT-X-CUE-OUT:6.000", "#EXT-X-CUE-IN", "c4.ts");
    }

    @Test
    void replacing_goes_to_the_boundary_nearest_to_the_ads_end_and_no_further_than_the_content() {
        Stitching stitching = Stitching.of(Playlists.ts("c", Playlists.times(4, "6")))
                .options(options().mode(SpliceMode.REPLACE));
        assertThat(stitching.at("6", Playlists.ts("a", "8")).stitch().names())
                .containsExactly("c0.ts", "a0.ts", "c2.ts", "c3.ts");

        Stitching end = Stitching.of(Playlists.ts("c", Playlists.times(4, "6")))
                .options(options().mode(SpliceMode.REPLACE));
        assertThat(end.at("18", Playlists.ts("a", "60")).at("end", AD).stitch().names())
                .containsExactly("c0.ts", "c1.ts", "c2.ts", "a0.ts", "x0.ts");
    }

    @Test
    void audio_of_two_second_segments_is_cut_at_the_same_time_as_video_of_six() {
        Stitched stitched = twoTracks(
                        options(),
                        Playlists.ts("v", Playlists.times(4, "6")),
                        Playlists.ts("a", Playlists.times(12, "2")),
                        "6",
                        "12",
                        "18",
                        "start",
                        "end")
                .stitch();

        assertThat(cuts(stitched, 0)).containsExactly(0, 1, 2, 3, 4);
        assertThat(cuts(stitched, 1)).containsExactly(0, 3, 6, 9, 12);
        assertThat(stitched.assets(1)).isEqualTo(stitched.assets(0));
    }

    @Test
    void the_limit_of_skew_holds_where_content_goes_on_as_well() {
        Stitching stitching = twoTracks(
                options().mode(SpliceMode.REPLACE).maximumSkew(Duration.ofSeconds(1)),
                Playlists.ts("v", "6", "6", "6", "6"),
                Playlists.ts("a", "6", "9", "9"),
                "6");

        assertThat(stitching.stitch().refusedBreaks()).containsExactly(SkipReason.SKEW_TOO_GREAT);
    }

    @Test
    void a_rendition_of_one_segment_can_be_cut_at_its_ends_only() {
        String video = Playlists.ts("v", "6", "6", "6");
        Stitched middle =
                twoTracks(options(), video, Playlists.ts("a", "18"), "6").stitch();
        assertThat(middle.refusedBreaks()).containsExactly(SkipReason.NO_COMMON_BOUNDARY);
        assertThat(middle.plan().refusedBreaks().get(0).message()).contains("audio.m3u8");
        assertThat(middle.text(1)).isEqualTo(Playlists.ts("a", "18"));

        Stitched ends = twoTracks(options(), video, Playlists.ts("a", "18"), "start", "6", "end")
                .stitch();
        assertThat(ends.refusedBreaks()).containsExactly(SkipReason.NO_COMMON_BOUNDARY);
        assertThat(ends.names(1)).containsExactly("y0.ts", "a0.ts", "y0.ts");
    }

    /** Segments of these durations; a {@code D} before one puts a discontinuity there. */
    private static String periods(String prefix, String... durations) {
        String text = Playlists.ts(
                prefix, Arrays.stream(durations).map(d -> d.replace("D", "")).toArray(String[]::new));
        for (int i = 0; i < durations.length; i++) {
            if (durations[i].startsWith("D")) {
                String uri = "\n" + prefix + i + ".ts";
                int at = text.lastIndexOf("#EXTINF", text.indexOf(uri));
                text = text.substring(0, at) + "#EXT-X-DISCONTINUITY\n" + text.substring(at);
            }
        }
        return text;
    }

    @Test
    void cuts_keep_the_content_s_discontinuities_the_same_in_all_renditions() {
        String video = periods("v", "6", "6", "D6", "6", "D6", "6");
        String audio = periods("a", "4", "4", "3.9", "D4", "4", "4", "D4", "4", "4");
        for (SpliceMode mode : SpliceMode.values()) {
            for (int second = 0; second <= 36; second += 2) {
                Stitched stitched = twoTracks(options().mode(mode), video, audio, Integer.toString(second), "end")
                        .stitch();
                assertThat(stitched.assets(1)).as(mode + " " + second).isEqualTo(stitched.assets(0));
                assertThat(stitched.refusedBreaks()).isEmpty();
            }
        }
        assertThat(cuts(twoTracks(options(), video, audio, "12", "24").stitch(), 1))
                .containsExactly(3, 6);
    }

    @Test
    void discontinuities_are_compared_by_what_they_make_of_the_segments_not_by_the_header() {
        String video = periods("v", "D6", "6", "D6", "6")
                .replace("#EXT-X-TARGET", "#EXT-X-DISCONTINUITY-SEQUENCE:2\n#EXT-X-TARGET");
        String audio = periods("a", "6", "6", "D6", "6")
                .replace("#EXT-X-TARGET", "#EXT-X-DISCONTINUITY-SEQUENCE:3\n#EXT-X-TARGET");

        for (String position : List.of("6", "12", "18", "end")) {
            Stitched stitched = twoTracks(options(), video, audio, position).stitch();
            assertThat(stitched.refusedBreaks()).as(position).isEmpty();
            assertThat(stitched.assets(1)).as(position).isEqualTo(stitched.assets(0));
        }
        // The ads would have other numbers: what stands before the first segment is the header's number.
        assertThat(twoTracks(options(), video, audio, "0").stitch().refusedBreaks())
                .containsExactly(SkipReason.DISCONTINUITIES_DIFFER);
    }

    @Test
    void content_whose_renditions_disagree_on_discontinuities_has_no_break_there() {
        String video = periods("v", "6", "6", "D6", "6");
        String audio = periods("a", "6", "6", "6", "6");

        assertThat(twoTracks(options(), video, audio, "6").stitch().refusedBreaks())
                .isEmpty();
        for (String position : List.of("12", "18", "end")) {
            assertThat(twoTracks(options(), video, audio, position).stitch().refusedBreaks())
                    .containsExactly(SkipReason.DISCONTINUITIES_DIFFER);
        }
    }

    @Test
    void an_ad_whose_renditions_disagree_on_discontinuities_is_refused() {
        Stitching stitching = Multivariants.demuxed(Playlists.ts("v", "6", "6"), Playlists.ts("a", "6", "6"))
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                periods("x", "3", "D3"),
                                "audio.m3u8",
                                Playlists.ts("y", "6")));

        assertThat(stitching.at("6", List.of(stitching.ad("ad"))).stitch().refusedAds())
                .containsExactly(SkipReason.AD_DISCONTINUITIES_DIFFER);
    }

    @ParameterizedTest
    @CsvSource({"6.9, INSERTED", "5.1, INSERTED", "7.1, AD_DURATIONS_DIFFER", "4.9, AD_DURATIONS_DIFFER"})
    void an_ad_whose_audio_ends_more_than_a_second_from_its_video_is_refused(String seconds, String expected) {
        Stitching stitching = Multivariants.demuxed(Playlists.ts("v", "6", "6"), Playlists.ts("a", "6", "6"))
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                Playlists.ts("x", "6"),
                                "audio.m3u8",
                                Playlists.ts("y", seconds)));

        assertThat(stitching.at("6", List.of(stitching.ad("ad"))).stitch().refusedAds().stream()
                        .map(SkipReason::name)
                        .findFirst()
                        .orElse("INSERTED"))
                .isEqualTo(expected);
    }
}
