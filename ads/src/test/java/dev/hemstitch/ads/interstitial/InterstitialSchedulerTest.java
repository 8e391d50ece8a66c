package dev.hemstitch.ads.interstitial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.rules.Multivariants;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.rules.Stitching;
import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.core.model.DateRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

// Size: one rule of interstitials after another, each on a small playlist of its own.
class InterstitialSchedulerTest {
    private static final String CONTENT = Playlists.ts("c", "6", "6", "6");
    private static final String AD = Playlists.ts("a", "5.005", "4.5");
    private static final String OTHER = Playlists.ts("b", "15.015");
    private static final String DATED = Playlists.segments(
            "#EXT-X-PROGRAM-DATE-TIME:2024-05-01T12:00:00.250+02:00",
            "#EXTINF:6,",
            "c0.ts",
            "#EXTINF:6,",
            "c1.ts",
            "#EXT-X-DISCONTINUITY",
            "#EXT-X-PROGRAM-DATE-TIME:2024-05-01T15:00:00.000+02:00",
            "#EXTINF:6,",
            "c2.ts");

    @Test
    void a_break_is_one_date_range_and_nothing_else_changes_but_for_the_date_it_needs() {
        InterstitialResult result = Scheduling.of(CONTENT).at("6", AD).schedule();
        assertThat(Scheduling.first(result)).hasToString("""
                        #EXTM3U
                        #EXT-X-VERSION:6
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z
                        #EXTINF:6,
                        c0.ts
                        #EXT-X-DATERANGE:ID="break-6000",CLASS="com.apple.hls.interstitial",\
                        START-DATE="1970-01-01T00:00:06.000Z",DURATION=9.505,\
                        X-ASSET-URI="https://ads.example/ad1/main.m3u8",X-RESUME-OFFSET=0
                        #EXTINF:6,
                        c1.ts
                        #EXTINF:6,
                        c2.ts
                        #EXT-X-ENDLIST
                        """);
        Interstitial interstitial = result.interstitials().get(0);
        assertThat(interstitial.durationNanos()).isEqualTo(9_505_000_000L);
        assertThat(interstitial.startNanos()).isEqualTo(6_000_000_000L);
        assertThat(interstitial.resumeOffsetNanos()).hasValue(0);
        assertThat(interstitial.listUri()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PRE, 1970-01-01T00:00:00.000Z",
        "start, PRE, 1970-01-01T00:00:00.000Z",
        "6.0004, '', 1970-01-01T00:00:06.000Z",
        "50%, '', 1970-01-01T00:00:09.000Z",
        "18, POST, 1970-01-01T00:00:18.000Z",
        "18.0009, POST, 1970-01-01T00:00:18.000Z",
        "100%, POST, 1970-01-01T00:00:18.000Z",
        "end, POST, 1970-01-01T00:00:18.000Z"
    })
    void start_and_end_are_cues(String position, String cue, String date) {
        DateRange range = Scheduling.of(CONTENT).at(position, AD).ranges().get(0);
        assertThat(String.join(",", range.cue())).isEqualTo(cue);
        assertThat(range.startDate().orElseThrow()).hasToString(date);
    }

    @Test
    @DisplayName("Rule 31: the tag of a break stays the same when the window of a live playlist slides to it")
    void rule_31_a_window_that_slides() {
        String before = DATED.replace("#EXT-X-ENDLIST\n", "")
                .replace("#EXT-X-TARGETDURATION:6\n", "#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:7\n");
        String after = before.replace("SEQUENCE:7", "SEQUENCE:8")
                .replace("12:00:00.250+02:00\n#EXTINF:6,\nc0.ts", "12:00:06.250+02:00");
        assertThat(Scheduling.of(after).named(Optional.of("x"), "0", AD).attributes())
                .isEqualTo(
                        Scheduling.of(before).named(Optional.of("x"), "6", AD).attributes())
                .doesNotContain("CUE");
    }

    @ParameterizedTest
    @CsvSource({
        "6, INSERT, '', X-RESUME-OFFSET=0",
        "9, INSERT, '', 'X-RESUME-OFFSET=0,X-SNAP=\"OUT,IN\"'",
        "6, REPLACE, '', 'X-RESUME-OFFSET=9.505,X-SNAP=\"IN\"'",
        "2.495, REPLACE, '', 'X-RESUME-OFFSET=9.505,X-SNAP=\"OUT\"'",
        "12, REPLACE, '', 'X-RESUME-OFFSET=6.000'",
        "end, REPLACE, '', 'X-RESUME-OFFSET=0'",
        "6, INSERT, live, X-RESUME-OFFSET=0",
        "6, REPLACE, live, ''",
        "9, REPLACE, live, 'X-SNAP=\"OUT\"'"
    })
    void the_content_goes_on_where_it_was_left_or_behind_what_is_replaced(
            String position, SpliceMode mode, String live, String expected) {
        String content = live.isEmpty() ? CONTENT : CONTENT.replace("#EXT-X-ENDLIST\n", "");
        String attributes = Scheduling.of(content)
                .at(position, AD)
                .options(options -> options.mode(mode))
                .attributes();
        assertThat(attributes.substring(attributes.indexOf("main.m3u8\"") + 10))
                .isEqualTo(expected.isEmpty() ? "" : "," + expected);
    }

    static Stream<Arguments> options() {
        return Stream.of(
                option("CUE=\"ONCE\"", options -> options.once(true)),
                option("X-SNAP=\"OUT,IN\"", options -> options.alwaysSnap(true)),
                option(
                        "X-RESTRICT=\"SKIP,JUMP\"",
                        options -> options.restrictions(Set.of(Restriction.JUMP, Restriction.SKIP))),
                option("X-RESTRICT=\"JUMP\"", options -> options.restrictions(Set.of(Restriction.JUMP))),
                option("X-PLAYOUT-LIMIT=7.500", options -> options.playoutLimit(Duration.ofMillis(7_500))),
                option("X-CONTENT-MAY-VARY=\"NO\"", options -> options.contentMayVary(false)),
                option("X-CONTENT-MAY-VARY=\"YES\"", options -> options.contentMayVary(true)),
                option(
                        "X-TIMELINE-OCCUPIES=\"RANGE\"",
                        options -> options.timelineOccupation(TimelineOccupation.RANGE)),
                option("X-TIMELINE-STYLE=\"PRIMARY\"", options -> options.timelineStyle(TimelineStyle.PRIMARY)),
                option(
                        "X-SKIP-CONTROL-OFFSET=5,X-SKIP-CONTROL-DURATION=10,X-SKIP-CONTROL-LABEL-ID=\"skip-ad\"",
                        options ->
                                options.skipControl(new SkipControl(5, OptionalLong.of(10), Optional.of("skip-ad")))),
                option(
                        "X-ASSET-LIST=\"https://lists.example/assets-break-6000.json\"",
                        options -> options.alwaysList(true)),
                option("main.m3u8?_HLS_interstitial_id=break-6000\"", options -> options.identifying(true)),
                option(
                        "START-DATE=\"2025-01-01T00:00:06.000Z\"",
                        options -> options.epoch(OffsetDateTime.parse("2025-01-01T00:00:00Z"))));
    }

    private static Arguments option(String expected, UnaryOperator<InterstitialOptions.Builder> change) {
        return Arguments.of(expected, change);
    }

    @ParameterizedTest
    @MethodSource("options")
    void each_option_is_an_attribute_that_is_absent_without_it(
            String expected, UnaryOperator<InterstitialOptions.Builder> change) {
        assertThat(Scheduling.of(CONTENT).at("6", AD).options(change).attributes())
                .contains(expected);
        assertThat(Scheduling.of(CONTENT).at("6", AD).attributes()).doesNotContain(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5, NEAREST, 1970-01-01T00:00:06.000Z",
        "5, BEFORE, 1970-01-01T00:00:00.000Z",
        "7, AFTER, 1970-01-01T00:00:12.000Z",
        "17, AFTER, 1970-01-01T00:00:18.000Z",
        "6.0009, AFTER, 1970-01-01T00:00:06.000Z"
    })
    void a_start_may_move_onto_a_boundary(String position, SnapPolicy snap, String date) {
        DateRange range = Scheduling.of(CONTENT)
                .at(position, AD)
                .options(options -> options.snap(snap))
                .ranges()
                .get(0);
        assertThat(range.startDate().orElseThrow()).hasToString(date);
        assertThat(range.line()).doesNotContain("X-SNAP");
    }

    @Test
    void a_pod_is_a_list_and_its_duration_the_exact_sum() {
        InterstitialResult result = Scheduling.of(CONTENT).at("6", AD, OTHER).schedule();
        assertThat(Scheduling.first(result).dateRanges().get(0).line())
                .contains(",DURATION=24.520,X-ASSET-LIST=\"https://lists.example/assets-break-6000.json\",");
        assertThat(result.interstitials().get(0).listUri()).contains("https://lists.example/assets-break-6000.json");
        assertThat(result.interstitials().get(0).assetList().assets())
                .extracting(Asset::uri)
                .containsExactly("https://ads.example/ad1/main.m3u8", "https://ads.example/ad2/main.m3u8");
    }

    @Test
    void an_asset_whose_uri_is_not_absolute_goes_into_a_list_because_its_attribute_needs_one_that_is() {
        Stitching content = Stitching.of(CONTENT).with("ads/a.m3u8", AD);
        Presentation presentation = content.presentation();
        InterstitialResult result = new InterstitialScheduler(InterstitialOptions.DEFAULT)
                .schedule(
                        presentation,
                        List.of(new AdBreak(BreakPosition.start(), List.of(Ad.load("a", "ads/a.m3u8", content)))),
                        OutputLocations.inPlaceOf(presentation),
                        id -> "lists/" + id + ".json");
        assertThat(Scheduling.first(result).dateRanges().get(0).line())
                .contains("X-ASSET-LIST=\"lists/break-0.json\"")
                .doesNotContain("X-ASSET-URI");
        assertThat(result.interstitials().get(0).assetList().assets().get(0).uri())
                .isEqualTo("../ads/a.m3u8");
    }

    @Test
    @DisplayName(
            "Rule 26, 30: content without dates gets one on the first segment and each discontinuity of all renditions")
    void rule_30_dates_are_added_to_all() {
        String gap = Playlists.segments("#EXTINF:6,", "c0", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "c1");
        InterstitialResult result =
                new Scheduling(Multivariants.demuxed(gap, gap)).at("3", AD).schedule();
        assertThat(result.presentation().tracks())
                .hasSize(2)
                .allSatisfy(track -> assertThat(track.playlist().toString())
                        .contains("#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z\n#EXTINF:6,\nc0\n")
                        .contains("#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:06.000Z\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2024-05-01T12:00:00.250+02:00",
        "3, 2024-05-01T12:00:03.250+02:00",
        "11.5, 2024-05-01T12:00:11.750+02:00",
        "12, 2024-05-01T15:00:00.000+02:00",
        "18, 2024-05-01T15:00:06.000+02:00"
    })
    @DisplayName("Rule 30: dates that are there stay, and START-DATE follows from them")
    void rule_30_dates_stay(String position, String date) {
        InterstitialResult result = Scheduling.of(DATED).at(position, AD).schedule();
        assertThat(Scheduling.first(result).dateRanges().get(0).startDate().orElseThrow())
                .hasToString(date);
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), false))
                .isEqualTo(DATED);
    }

    @Test
    @DisplayName("Rule 30: a playlist that has dates later only gets none more, and is reckoned back")
    void rule_30_later_dates() {
        String later = Playlists.segments(
                "#EXTINF:6,", "c0", "#EXT-X-PROGRAM-DATE-TIME:2024-05-01T12:00:06Z", "#EXTINF:6,", "c1");
        InterstitialResult result = Scheduling.of(later).at("2", AD).schedule();
        assertThat(Scheduling.first(result).dateRanges().get(0).startDate().orElseThrow())
                .hasToString("2024-05-01T12:00:02.000Z");
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), false))
                .isEqualTo(later);
    }

    @Test
    @DisplayName("Rule 26: a rendition without dates gets those of the others, also where they jump")
    void rule_26_a_rendition_without_dates() {
        String audio = Playlists.segments(
                "#EXTINF:5.98,", "a0", "#EXTINF:6,", "a1", "#EXT-X-DISCONTINUITY", "#EXTINF:6.02,", "a2");
        InterstitialResult result =
                new Scheduling(Multivariants.demuxed(DATED, audio)).at("6", AD).schedule();
        assertThat(result.presentation().tracks().get(1).playlist().toString())
                .contains("#EXT-X-PROGRAM-DATE-TIME:2024-05-01T12:00:00.250+02:00\n#EXTINF:5.98,")
                .contains("#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:2024-05-01T15:00:00.000+02:00\n");
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), false))
                .isEqualTo(DATED);
    }

    @Test
    @DisplayName(
            "Rule 32: where only some playlists have date ranges, those and the variants get interstitials, and all have the same")
    void rule_32_playlists_without_date_ranges() {
        String range = "#EXT-X-DATERANGE:ID=\"p\",START-DATE=\"2024-05-01T12:00:07.000+02:00\"\n";
        String with = DATED.replace("#EXTINF:6,\nc1.ts", range + "#EXTINF:6,\nc1.ts");

        List<List<String>> ofVideo = rangeIds(new Scheduling(Multivariants.demuxed(with, DATED)).at("6", AD));
        assertThat(ofVideo).containsExactly(List.of("break-1714557606250", "p"), List.of());

        Scheduling ofAudio = new Scheduling(Multivariants.demuxed(DATED, with)).at("6", AD);
        assertThat(rangeIds(ofAudio))
                .containsExactly(List.of("break-1714557606250", "p"), List.of("break-1714557606250", "p"));
        assertThat(Scheduling.first(ofAudio.schedule()).toString()).contains(range + "#EXTINF:6,\nc1.ts");
    }

    private static List<List<String>> rangeIds(Scheduling scheduling) {
        return scheduling.schedule().presentation().tracks().stream()
                .map(track -> track.playlist().dateRanges().stream()
                        .map(DateRange::id)
                        .toList())
                .toList();
    }

    @Test
    @DisplayName(
            "Rule 31: an ID is of the break's own id or of its date, whatever else is scheduled and in whatever order")
    void rule_31_ids_are_stable() {
        List<String> together = ids(Scheduling.of(CONTENT)
                .at("12", AD)
                .named(Optional.of("mid"), "6", AD)
                .at("0", AD));
        assertThat(together).containsExactly("break-0", "mid", "break-12000");
        assertThat(ids(Scheduling.of(CONTENT).at("12", AD))).containsExactly("break-12000");
        assertThat(ids(Scheduling.of(DATED).at("12", AD))).containsExactly("break-1714568400000");
    }

    @Test
    @DisplayName("Rule 31: no two have one ID, nor one that the content has")
    void rule_31_ids_are_unique() {
        String taken = CONTENT.replace(
                "#EXTINF:6,\nc1.ts",
                "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:06Z\n"
                        + "#EXT-X-DATERANGE:ID=\"mid\",START-DATE=\"1970-01-01T00:00:06Z\"\n#EXTINF:6,\nc1.ts");
        assertThat(ids(Scheduling.of(taken)
                        .named(Optional.of("mid"), "6", AD)
                        .named(Optional.of("mid"), "6", AD)
                        .named(Optional.of(" "), "6", AD)
                        .at("6", AD)))
                .containsExactly("mid-6000", "mid-6000-2", "break-6000", "break-6000-2");
    }

    private static List<String> ids(Scheduling scheduling) {
        return scheduling.schedule().interstitials().stream()
                .map(Interstitial::id)
                .toList();
    }

    @Test
    @DisplayName("Rule 32: every rendition has the same set, in the same order")
    void rule_32_all_renditions_have_the_same_set() {
        InterstitialResult result = new Scheduling(Multivariants.fullContent("6", "6", "6"))
                .at("end", AD)
                .at("7", AD, OTHER)
                .at("7", OTHER)
                .at("0", OTHER)
                .schedule();
        List<String> lines = result.interstitials().stream()
                .map(interstitial -> interstitial.dateRange().line())
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(result.presentation().tracks())
                .hasSize(4)
                .allSatisfy(track -> assertThat(track.playlist().dateRanges())
                        .extracting(DateRange::line)
                        .isEqualTo(lines));
    }

    @Test
    @DisplayName("Rule 33, 34: date ranges and other lines that the content has stay, in order")
    void rule_33_what_is_there_stays() {
        String content = DATED.replace(
                "#EXTINF:6,\nc1.ts",
                "#EXT-X-DATERANGE:ID=\"x\",START-DATE=\"2024-05-01T12:00:06Z\",X-A=\"1\"\n#EXT-X-CUE-OUT:6\n"
                        + "#EXT-X-DATERANGE:ID=\"y\",START-DATE=\"2024-05-01T12:00:06Z\"\n# words\n#EXTINF:6,\nc1.ts");
        InterstitialResult result = Scheduling.of(content).at("6", AD).schedule();
        assertThat(Scheduling.first(result).dateRanges()).hasSize(3);
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), false))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\r\n#EXT-X-TARGETDURATION:6\r\n#EXTINF:6,\r\na\r\n\r\n#EXTINF:6,\r\nb\r\n#EXT-X-ENDLIST\r\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:6,\na\n"
                        + "#EXT-X-BITRATE:7\n#EXTINF:6,t\n#EXT-X-BYTERANGE:5@0\nb\n#EXTINF:6,\n#EXT-X-BYTERANGE:5\nb\n",
                "#EXTM3U\n#EXT-X-ENDLIST\n#EXT-X-TARGETDURATION:6\n## a\n#EXTINF:6,\na\n#EXTINF:6,\nb"
            })
    void all_else_stays_byte_for_byte(String content) {
        InterstitialResult result =
                Scheduling.of(content).at("6", AD).at("0", AD).schedule();
        String written = Scheduling.first(result).toString();
        assertThat(Scheduling.first(result).dateRanges()).hasSize(2);
        assertThat(Scheduling.withoutAdded(written, true)).isEqualTo(content);
    }

    @Test
    void the_end_is_said_once_and_behind_all_else() {
        String content = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na\n#EXT-X-ENDLIST\n#EXTINF:6,\nb\n";
        InterstitialResult result = Scheduling.of(content).at("6", AD).schedule();
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), true))
                .isEqualTo("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na\n#EXTINF:6,\nb\n#EXT-X-ENDLIST\n");
    }

    @Test
    void without_anything_to_schedule_nothing_is_written() {
        InterstitialResult result = Scheduling.of(CONTENT)
                .at("6")
                .at("6", "missing")
                .at("18.002", AD)
                .at("#2", AD)
                .schedule();
        assertThat(Scheduling.first(result)).hasToString(CONTENT);
        assertThat(result.interstitials()).isEmpty();
        assertThat(Scheduling.refusals(result))
                .containsExactly("NO_ADS", "NO_ADS", "BEYOND_END", "NO_SUCH_OPPORTUNITY");
        assertThat(result.plan().refusedAds().get(0).refused().reason()).hasToString("AD_UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "'#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-ENDLIST\n', AD_EMPTY",
        "'#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:0,\na\n#EXT-X-ENDLIST\n', AD_EMPTY",
        "'#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na\n', AD_IS_LIVE",
        "'#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:86401,\na\n#EXT-X-ENDLIST\n', AD_TOO_LONG",
        "'#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nx.m3u8\n', AD_UNAVAILABLE"
    })
    void an_ad_that_cannot_be_used_is_left_out_and_the_others_play(String ad, String reason) {
        InterstitialResult result = Scheduling.of(CONTENT).at("6", ad, AD).schedule();
        assertThat(result.plan().refusedAds())
                .singleElement()
                .satisfies(left -> assertThat(left.refused().reason()).hasToString(reason));
        assertThat(result.interstitials().get(0).assets()).hasSize(1);
        assertThat(Scheduling.first(result).dateRanges().get(0).line()).contains("DURATION=9.505,X-ASSET-URI=");
    }

    @Test
    void no_rendition_of_an_ad_has_to_match() {
        InterstitialResult result = new Scheduling(Multivariants.fullContent("6", "6"))
                .at("6", Playlists.ts("muxed", "10"))
                .schedule();
        assertThat(result.interstitials()).hasSize(1);
    }

    @Test
    void what_is_replaced_takes_no_other_break_but_one_at_the_same_place_which_goes_on_behind_it() {
        InterstitialResult result = Scheduling.of(Playlists.ts("c", Playlists.times(10, "6")))
                .at("6", AD)
                .at("6", AD)
                .at("20", AD)
                .at("25.01", AD)
                .options(options -> options.mode(SpliceMode.REPLACE))
                .schedule();
        assertThat(Scheduling.refusals(result)).containsExactly("INSIDE_REPLACED_CONTENT");
        assertThat(result.interstitials())
                .extracting(interstitial -> interstitial.resumeOffsetNanos().getAsLong())
                .containsExactly(9_505_000_000L, 19_010_000_000L, 9_505_000_000L);
        assertThat(result.plan().timeline().durationNanos()).isEqualTo(60_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.9, true", "5, 1, false", "6.001, 0, false", "5.999, 0, false", "6.0011, 0, true"})
    void a_boundary_that_is_too_far_away_refuses_the_break(String position, String seconds, boolean refused) {
        InterstitialResult result = Scheduling.of(CONTENT)
                .at(position, AD)
                .options(options -> options.snap(SnapPolicy.NEAREST)
                        .tolerance(Duration.ofMillis(
                                new BigDecimal(seconds).movePointRight(3).longValueExact())))
                .schedule();
        assertThat(Scheduling.refusals(result).contains("NO_BOUNDARY_WITHIN_TOLERANCE"))
                .isEqualTo(refused);
    }

    @Test
    @DisplayName("Rule 60: nothing that comes from outside ends a value or a line, or becomes a variable")
    void rule_60_nothing_injects() {
        Stitching content = Stitching.of(CONTENT).with("https://ads.example/x\"\n#EXT-X-ENDLIST{$v}/main.m3u8", AD);
        Presentation presentation = content.presentation();
        InterstitialResult result = new InterstitialScheduler(InterstitialOptions.DEFAULT.toBuilder()
                        .identifying(true)
                        .build())
                .schedule(
                        presentation,
                        List.of(new AdBreak(
                                BreakPosition.start(),
                                List.of(content.ad("x\"\n#EXT-X-ENDLIST{$v}")),
                                Optional.of("a\"\r\n#EXT-X-GAP{$v}"),
                                List.of(),
                                List.of())),
                        OutputLocations.inPlaceOf(presentation),
                        id -> "https://lists.example/\"\n" + id);
        assertThat(Scheduling.first(result).dateRanges().get(0).line())
                .contains("ID=\"a___#EXT-X-GAP{_v}\"")
                .contains(
                        "X-ASSET-URI=\"https://ads.example/x%22%0A?_HLS_interstitial_id=a___%23EXT-X-GAP%7B_v%7D#EXT");
        assertThat(Scheduling.withoutAdded(Scheduling.first(result).toString(), true))
                .isEqualTo(CONTENT);
    }

    @Test
    @DisplayName("Rule 60: output elsewhere resolves to what it resolved to, and a list is relative where all agree")
    void rule_60_output_elsewhere() {
        Scheduling scheduling = new Scheduling(Multivariants.fullContent("6", "6")).at("6", AD, OTHER);
        Presentation presentation = Multivariants.fullContent("6", "6").presentation();
        InterstitialResult flat = scheduling.schedule(presentation, places("https://lists.example/out/", ""));
        assertThat(Scheduling.first(flat).toString())
                .contains("X-ASSET-LIST=\"../assets-break-6000.json\"")
                .contains("\nhttps://origin.example/content/cv0.m4s\n");
        assertThat(flat.presentation().multivariant().orElseThrow().toString()).contains("\n0.m3u8\n");
        InterstitialResult deep = scheduling.schedule(presentation, places("https://lists.example/", "deep/"));
        assertThat(Scheduling.first(deep).dateRanges().get(0).line())
                .contains("X-ASSET-LIST=\"https://lists.example/assets-break-6000.json\"");
    }

    private static OutputLocations places(String folder, String deeper) {
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return folder + "main.m3u8";
            }

            @Override
            public String playlist(Track track) {
                return track.kind() == TrackKind.MAIN ? folder + "0.m3u8" : folder + deeper + track.name();
            }
        };
    }

    @Test
    void content_whose_dates_leave_four_digits_refuses_the_break() {
        String late = CONTENT.replaceFirst("#EXTINF", "#EXT-X-PROGRAM-DATE-TIME:9999-12-31T23:59:55Z\n#EXTINF");
        InterstitialResult result =
                Scheduling.of(late).at("5.5", AD).at("0", AD).schedule();
        assertThat(Scheduling.refusals(result)).containsExactly("CONTENT_TOO_LONG");
        assertThat(result.interstitials()).hasSize(1);
    }

    @Test
    void options_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new SkipControl(-1, OptionalLong.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SkipControl(0, OptionalLong.empty(), Optional.of("a b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InterstitialOptions.DEFAULT.toBuilder()
                        .playoutLimit(Duration.ofNanos(-1))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InterstitialOptions.DEFAULT.toBuilder()
                        .epoch(OffsetDateTime.parse("+12000-01-01T00:00:00Z"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
