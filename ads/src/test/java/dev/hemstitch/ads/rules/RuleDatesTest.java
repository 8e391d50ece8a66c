package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 26 to 30: program date times. */
// Size: one rule of dates after another, each on presentations of its own.
class RuleDatesTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final String AD = Playlists.segments(
            "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00Z",
            "#EXTINF:4,",
            "a0.ts",
            "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:04Z",
            "#EXTINF:4,",
            "a1.ts",
            "#EXT-X-DISCONTINUITY",
            "#EXT-X-PROGRAM-DATE-TIME:1970-02-02T00:00:00Z",
            "#EXTINF:4,",
            "a2.ts");

    /** Four segments of 6 s with a date on those whose digit is in {@code dated}. */
    private static String content(String dated) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (dated.contains(Integer.toString(i))) {
                lines.add("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds(6L * i));
            }
            lines.addAll(List.of("#EXTINF:6,", "c" + i + ".ts"));
        }
        return Playlists.segments(lines.toArray(String[]::new));
    }

    private static List<Long> seconds(Stitched stitched) {
        return stitched.dates(0).stream()
                .map(date -> date.getEpochSecond() - START.getEpochSecond())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0123", "2", "3", "02"})
    void rule_26_every_segment_with_a_discontinuity_has_a_date_if_the_source_has_dates(String dated) {
        for (String position : List.of("start", "6", "12", "end")) {
            Stitched stitched =
                    Stitching.of(content(dated)).at(position, AD, AD).stitch();

            assertThat(stitched.segments())
                    .filteredOn(EffectiveSegment::discontinuity)
                    .allSatisfy(segment -> assertThat(segment.programDateTime())
                            .as(segment.uri())
                            .isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0123", "2", "3", "02"})
    void rule_28_dates_behind_an_insertion_move_by_the_ads_and_each_date_is_one_place(String dated) {
        assertThat(seconds(Stitching.of(content(dated)).at("12", AD).stitch()))
                .containsExactly(0L, 6L, 12L, 16L, 20L, 24L, 30L);
        assertThat(seconds(Stitching.of(content(dated))
                        .at("start", AD)
                        .at("18", AD)
                        .stitch()))
                .containsExactly(0L, 4L, 8L, 12L, 18L, 24L, 30L, 34L, 38L, 42L);
        assertThat(seconds(Stitching.of(content(dated)).at("end", AD).stitch()))
                .containsExactly(0L, 6L, 12L, 18L, 24L, 28L, 32L);
    }

    @Test
    void rule_27_replaced_content_keeps_the_dates_of_all_other_content() {
        Stitched stitched = Stitching.of(content("0123"))
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", AD)
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "a1.ts", "a2.ts", "c3.ts");
        assertThat(seconds(stitched)).containsExactly(0L, 6L, 10L, 14L, 18L);
        assertThat(stitched.segment("c3.ts").programDateTime()).contains("2024-01-01T00:00:18Z");
    }

    @Test
    void rule_27_ads_behind_ads_that_run_beyond_the_end_start_where_those_end() {
        Stitched stitched = Stitching.of(content("0"))
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("18", Playlists.ts("a", "4", "4"), Playlists.ts("b", "20"))
                .at("end", Playlists.ts("c", "5"), Playlists.ts("d", "5"))
                .stitch();

        assertThat(stitched.names())
                .containsExactly("c0.ts", "c1.ts", "c2.ts", "a0.ts", "a1.ts", "b0.ts", "c0.ts", "d0.ts");
        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 18L, 22L, 26L, 46L, 51L);
    }

    @Test
    void rule_53_what_ads_run_beyond_the_content_they_replace_counts_for_the_break_right_behind_them() {
        Stitched stitched = Stitching.of(content("0"))
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", Playlists.ts("a", "8"))
                .at("12", Playlists.ts("b", "8"))
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "b0.ts");
        assertThat(seconds(stitched)).containsExactly(0L, 6L, 14L);
    }

    @Test
    void rule_28_replacing_with_SHIFT_moves_by_what_the_ads_are_longer_or_shorter() {
        Stitched stitched = Stitching.of(content("03"))
                .options(StitchOptions.DEFAULT.toBuilder()
                        .mode(SpliceMode.REPLACE)
                        .dates(DatePolicy.SHIFT))
                .at("6", Playlists.ts("a", "7"))
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "c2.ts", "c3.ts");
        assertThat(seconds(stitched)).containsExactly(0L, 6L, 13L, 19L);
    }

    @Test
    void rule_28_KEEP_leaves_the_content_s_dates_and_gives_ads_those_of_the_break() {
        Stitched stitched = Stitching.of(content("0"))
                .options(StitchOptions.DEFAULT.toBuilder().dates(DatePolicy.KEEP))
                .at("12", AD)
                .stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 16L, 20L, 12L, 18L);
    }

    @ParameterizedTest
    @EnumSource(SpliceMode.class)
    void rule_28_DROP_leaves_no_date_at_all(SpliceMode mode) {
        String content = content("0123")
                .replace("#EXTINF:6,\nc1", "#EXT-X-DATERANGE:ID=\"x\",START-DATE=\"" + START + "\"\n#EXTINF:6,\nc1")
                .replace("#EXT-X-ENDLIST", "#EXT-X-DATERANGE:ID=\"y\",START-DATE=\"" + START + "\"\n#EXT-X-ENDLIST");
        Stitched stitched = Stitching.of(content)
                .options(StitchOptions.DEFAULT.toBuilder().mode(mode).dates(DatePolicy.DROP))
                .at("6", AD)
                .stitch();

        assertThat(stitched.text()).doesNotContain("DATE");
    }

    @Test
    void rule_29_no_date_of_an_ad_gets_into_the_output() {
        String ad = AD.replace(
                        "#EXTINF:4,\na1",
                        "#EXT-X-DATERANGE:ID=\"ad\",START-DATE=\"1970-01-01T00:00:00Z\"\n#EXTINF:4,\na1")
                .replace(
                        "#EXT-X-ENDLIST",
                        "#EXT-X-DATERANGE:ID=\"ad2\",START-DATE=\"1970-01-01T00:00:00Z\"\n#EXT-X-ENDLIST");
        for (DatePolicy policy : DatePolicy.values()) {
            for (String content : List.of(content("0123"), content(""))) {
                Stitched stitched = Stitching.of(content)
                        .options(StitchOptions.DEFAULT.toBuilder().dates(policy))
                        .at("6", ad)
                        .at("end", ad)
                        .stitch();
                assertThat(stitched.text()).doesNotContain("1970", "DATERANGE");
            }
        }
    }

    @Test
    void rule_29_an_ad_in_content_without_dates_has_none() {
        assertThat(Stitching.of(content("")).at("6", AD).stitch().text()).doesNotContain("PROGRAM-DATE-TIME");
    }

    @Test
    void rule_28_dates_without_a_zone_keep_their_spelling() {
        String content = content("0123").replace("Z", "").replace("T00:", "T00:");
        Stitched stitched = Stitching.of(content).at("12", AD).stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 16L, 20L, 24L, 30L);
        assertThat(stitched.segment("c2.ts").programDateTime()).contains("2024-01-01T00:00:24");
        assertThat(stitched.segment("c0.ts").programDateTime()).contains("2024-01-01T00:00:00");
    }

    @Test
    void rule_28_dates_that_jump_at_the_content_s_own_discontinuities_keep_their_jumps() {
        String content = Playlists.segments(
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00Z",
                "#EXTINF:6,",
                "c0.ts",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T01:00:00Z",
                "#EXTINF:6,",
                "c1.ts");
        Stitched stitched =
                Stitching.of(content).at("6", Playlists.ts("a", "4")).stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 3604L);
    }

    @Test
    void rule_30_date_range_markers_in_content_without_dates_add_dates_to_all_lists() {
        Stitching stitching = Multivariants.demuxed(content(""), content("").replace(".ts", ".aac"));
        Stitched stitched = stitching
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                Playlists.ts("v", "6"),
                                "audio.m3u8",
                                Playlists.segments("#EXTINF:6,", "a.aac")))
                .options(StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE))
                .at("12", List.of(stitching.ad("ad")))
                .stitch();

        for (int track = 0; track < 2; track++) {
            assertThat(stitched.playlist(track).segments().get(0).programDateTime())
                    .contains("1970-01-01T00:00:00.000Z");
            assertThat(stitched.playlist(track).dateRanges()).hasSize(1);
            assertThat(stitched.dates(track)).isSorted();
        }
        assertThat(stitched.playlist(0).dateRanges())
                .isEqualTo(stitched.playlist(1).dateRanges());
    }

    @Test
    void rule_30_existing_dates_are_not_overwritten_by_markers_and_lists_without_get_the_same_timeline() {
        Stitching stitching = Multivariants.demuxed(content("2"), content("").replace(".ts", ".aac"));
        Stitched stitched = stitching
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                Playlists.ts("v", "6"),
                                "audio.m3u8",
                                Playlists.segments("#EXTINF:6,", "a.aac")))
                .options(StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE))
                .at("12", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(stitched.dates(1)).isEqualTo(stitched.dates(0));
        assertThat(stitched.dates(0).get(0)).isEqualTo(START);
        assertThat(stitched.playlist(1).dateRanges())
                .isEqualTo(stitched.playlist(0).dateRanges())
                .hasSize(1);
    }

    /** The video is cut at 12 s, the audio at its nearest boundary. */
    @ParameterizedTest
    @CsvSource({
        "5 6.5 6.5 6, 4, 0 5000 12000 15500 22000",
        "6 6.5 5.5 6, 4, 0 6000 12000 16500 22000",
        "5 6.5 6.5 6, 3.8 0.2, 0 5000 11500 15300 15500 22000",
        "6 6 6 6, 4.02 0.01, 0 6000 11970 15990 16000 22000",
        "6 6 6 6, 4.02, 0 6000 12000 16000 22000",
        "5 5 8 6, 4, 0 5000 10000 14000 22000",
        "5 9 4 6, 4, 0 5000 14000 18000 22000"
    })
    void rule_28_ads_have_the_same_date_on_all_tracks_unless_dates_would_mean_two_places(
            String audio, String ad, String expected) {
        Stitching stitching = Multivariants.demuxed(content("0"), dated(audio));
        Map<String, String> ads = Map.of(
                "main.m3u8", Multivariants.DEMUXED, "video.m3u8", Playlists.ts("v", "4"), "audio.m3u8", times(ad));
        Stitched stitched = stitching
                .withAd("ad", ads)
                .options(StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE))
                .at("12", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 16L, 22L);
        assertThat(stitched.dates(1).stream().map(date -> Long.toString(date.toEpochMilli() - START.toEpochMilli())))
                .containsExactly(expected.split(" "));
        assertThat(stitched.playlist(1).dateRanges())
                .isEqualTo(stitched.playlist(0).dateRanges())
                .hasSize(1);
    }

    @Test
    void rule_28_each_ad_of_a_pod_is_dated_so_that_the_next_one_starts_in_its_last_segment_or_behind_it() {
        Stitching stitching = Multivariants.demuxed(content("0"), dated("6 6 6 6"));
        Map<String, String> ads = Map.of(
                "main.m3u8",
                Multivariants.DEMUXED,
                "video.m3u8",
                Playlists.ts("v", "4"),
                "audio.m3u8",
                times("4 0.02"));
        stitching.withAd("one", ads).withAd("two", ads);
        Stitched stitched = stitching
                .at("6", List.of(stitching.ad("one"), stitching.ad("two")))
                .stitch();

        assertThat(stitched.dates(1).stream().map(date -> date.toEpochMilli() - START.toEpochMilli()))
                .containsExactly(0L, 5960L, 9960L, 9980L, 13980L, 14000L, 20000L, 26000L);
    }

    @Test
    void rule_27_ads_that_replace_content_move_with_where_a_track_is_cut_if_dates_would_mean_two_places() {
        Stitching stitching = Multivariants.demuxed(content("0"), dated("4 6 8 6"));
        Map<String, String> ads = Map.of(
                "main.m3u8", Multivariants.DEMUXED, "video.m3u8", Playlists.ts("v", "6"), "audio.m3u8", times("6"));
        Stitched stitched = stitching
                .withAd("ad", ads)
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 18L);
        assertThat(stitched.dates(1).stream().map(date -> date.getEpochSecond() - START.getEpochSecond()))
                .containsExactly(0L, 4L, 10L, 18L);
    }

    /** Ads of so many seconds at 6 s, in content of segments of 6 s. */
    @ParameterizedTest
    @CsvSource({
        "6.9, 0 6000 12000 18000",
        "7, 0 6000 18000",
        "8.5, 0 6000 18000",
        "2, 0 6000 12000 18000",
        "13.5, 0 6000",
        "14, 0 6000"
    })
    void rule_27_content_goes_on_where_its_dates_run_back_by_less_than_a_second(String ad, String expected) {
        Stitched stitched = Stitching.of(content("0"))
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", Playlists.ts("a", ad))
                .stitch();

        assertThat(stitched.dates(0).stream().map(date -> Long.toString(date.toEpochMilli() - START.toEpochMilli())))
                .containsExactly(expected.split(" "));
    }

    @Test
    void rule_27_content_without_dates_goes_on_at_the_boundary_nearest_to_the_end_of_the_ads() {
        Stitched stitched = Stitching.of(content(""))
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", Playlists.ts("a", "8"))
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "c2.ts", "c3.ts");
    }

    /** The ads at 12 s would end at 24 s, where the audio cannot go on. */
    @Test
    void rule_27_ads_before_a_break_that_is_refused_go_on_where_dates_may() {
        Stitching stitching = Multivariants.demuxed(dated("6 6 6 6 6").replace(".aac", ".ts"), dated("6 6 6 7.5 4.5"));
        for (String length : List.of("8", "10")) {
            stitching.withAd(
                    length,
                    Map.of(
                            "main.m3u8",
                            Multivariants.DEMUXED,
                            "video.m3u8",
                            Playlists.ts("v", length),
                            "audio.m3u8",
                            times(length)));
        }
        Stitched stitched = stitching
                .options(StitchOptions.DEFAULT.toBuilder()
                        .mode(SpliceMode.REPLACE)
                        .maximumSkew(Duration.ofSeconds(1)))
                .at("6", List.of(stitching.ad("8")))
                .at("12", List.of(stitching.ad("10")))
                .stitch();

        assertThat(stitched.refusedBreaks()).containsExactly(SkipReason.SKEW_TOO_GREAT);
        assertThat(seconds(stitched)).containsExactly(0L, 6L, 18L, 24L);
    }

    @Test
    void rule_27_ads_of_a_rendition_that_goes_on_earlier_are_dated_earlier_by_the_content_s_own_dates() {
        Stitching stitching = Multivariants.demuxed(content("0"), dated("6 5.5 6.5 6"));
        Map<String, String> ads = Map.of(
                "main.m3u8", Multivariants.DEMUXED, "video.m3u8", Playlists.ts("v", "6.7"), "audio.m3u8", times("6.7"));
        Stitched stitched = stitching
                .withAd("ad", ads)
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(stitched.dates(1).stream().map(date -> date.toEpochMilli() - START.toEpochMilli()))
                .containsExactly(0L, 5799L, 11500L, 18000L);
    }

    /**
     * The audio is cut behind the video and goes on before it: each segment of the ad is dated earlier than the one before it ends,
     * else audio goes on a segment later.
     */
    @ParameterizedTest
    @CsvSource({
        "7.5 3.5 7 6 6, 3 3, 0 6501 8999 11000 18000 24000",
        "7.5 3 7.5 6 6, 6, 0 7500 18000 24000",
        "7.5 4.1 6.4 6 6, 6, 0 6501 11600 18000 24000"
    })
    void rule_27_no_date_of_a_rendition_that_is_cut_elsewhere_means_two_places(
            String audio, String ad, String expected) {
        Stitching stitching = Multivariants.demuxed(dated("6 6 6 6 6").replace(".aac", ".ts"), dated(audio));
        stitching.withAd("ad", demuxedAd("6", ad));
        Stitched stitched = stitching
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(stitched.dates(1).stream().map(date -> Long.toString(date.toEpochMilli() - START.toEpochMilli())))
                .containsExactly(expected.split(" "));
    }

    /** Where the ads end, other ads start right away: the first ones are dated before those. */
    @Test
    void rule_27_ads_of_breaks_without_content_between_them_are_dated_one_behind_the_other() {
        Stitching stitching = Multivariants.demuxed(dated("6 6 6 6 6").replace(".aac", ".ts"), dated("8 10 6 6"));
        stitching.withAd("ad", demuxedAd("6", "6"));
        Stitched stitched = stitching
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", List.of(stitching.ad("ad")))
                .at("12", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(seconds(stitched)).containsExactly(0L, 6L, 12L, 18L, 24L);
        assertThat(stitched.names(1)).containsExactly("x0.aac", "x0.aac", "x0.aac", "x2.aac", "x3.aac");
        assertThat(stitched.dates(1).stream().map(date -> date.toEpochMilli() - START.toEpochMilli()))
                .containsExactly(0L, 7001L, 12002L, 18000L, 24000L);
    }

    private static Map<String, String> demuxedAd(String video, String audio) {
        return Map.of(
                "main.m3u8", Multivariants.DEMUXED, "video.m3u8", Playlists.ts("v", video), "audio.m3u8", times(audio));
    }

    private static String dated(String durations) {
        return times(durations).replaceFirst("#EXTINF", "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00Z\n#EXTINF");
    }

    private static String times(String durations) {
        return Playlists.ts("x", durations.split(" ")).replace(".ts", ".aac");
    }
}
