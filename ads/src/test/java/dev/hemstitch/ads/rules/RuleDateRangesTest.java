package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.reference.ReferenceAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules 31 to 34: date ranges. */
class RuleDateRangesTest {
    private static final String AD = Playlists.ts("a", "10");
    private static final String BEFORE = range("before", 1, ",DURATION=2");
    private static final String STRADDLING = range("straddling", 6, ",END-DATE=\"" + date(20) + "\"");
    private static final String AT = range("at", 12, ",PLANNED-DURATION=5");
    private static final String BEHIND = range("behind", 13, ",END-DATE=\"" + date(14) + "\",X-A=\"a,b\"");

    private static String date(int second) {
        return String.format(java.util.Locale.ROOT, "2024-01-01T00:00:%02d.000Z", second);
    }

    private static String range(String id, int second, String more) {
        return "#EXT-X-DATERANGE:ID=\"" + id + "\",START-DATE=\"" + date(second) + "\"" + more;
    }

    private static String content(String before0, String before1, String before2, String before3, String trailing) {
        return Playlists.segments(
                        "#EXT-X-PROGRAM-DATE-TIME:" + date(0),
                        before0,
                        "#EXTINF:6,",
                        "c0.ts",
                        before1,
                        "#EXTINF:6,",
                        "c1.ts",
                        before2,
                        "#EXTINF:6,",
                        "c2.ts",
                        before3,
                        "#EXTINF:6,",
                        "c3.ts",
                        trailing)
                .replace("\n\n", "\n");
    }

    private static StitchOptions.Builder replacing() {
        return StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE);
    }

    @Test
    void rule_28_date_ranges_at_and_behind_a_break_move_with_the_content_wherever_they_stand() {
        String content = content(AT, BEFORE + "\n" + BEHIND, STRADDLING, "", range("trailer", 18, ""));
        List<ReferenceAttributes> ranges =
                Stitching.of(content).at("12", AD).stitch().playlist(0).dateRanges();

        assertThat(ranges.stream()
                        .map(range -> range.text("ID").orElseThrow() + " "
                                + range.text("START-DATE").orElseThrow()))
                .containsExactly(
                        "at " + date(22),
                        "before " + date(1),
                        "behind " + date(23),
                        "straddling " + date(6),
                        "trailer " + date(28));
        assertThat(ranges.get(2).text("END-DATE")).contains(date(24));
        assertThat(ranges.get(2).text("X-A")).contains("a,b");
        // Its duration stays true: it covers the break.
        assertThat(ranges.get(3).text("END-DATE")).contains(date(20));
        assertThat(ranges.get(0).text("PLANNED-DURATION")).contains("5");
    }

    @Test
    void rule_31_the_two_tags_of_an_SCTE35_pair_move_as_one() {
        String out = range("pair", 10, ",PLANNED-DURATION=4.0,SCTE35-OUT=0xFC302F");
        String in = "#EXT-X-DATERANGE:ID=\"pair\",END-DATE=\"" + date(14) + "\",DURATION=4.0,SCTE35-IN=0xFC3030";
        Stitched stitched =
                Stitching.of(content("", out, in, "", "")).at("12", AD).stitch();
        assertThat(stitched.lines()).contains(out, in);

        Stitched moved = Stitching.of(content("", out, in, "", "")).at("6", AD).stitch();
        assertThat(moved.lines())
                .contains(out.replace(date(10), date(20)), in.replace(date(14), date(24)))
                .anyMatch(line -> line.endsWith("SCTE35-OUT=0xFC302F"));
    }

    @Test
    void rule_28_a_range_belongs_to_the_content_that_its_date_is_played_in_even_if_dates_jump_back() {
        String content = Playlists.segments(
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00Z",
                range("first", 3, ""),
                "#EXTINF:6,",
                "c0.ts",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-PROGRAM-DATE-TIME:2020-01-01T00:00:00Z",
                "#EXT-X-DATERANGE:ID=\"second\",START-DATE=\"2020-01-01T00:00:02Z\"",
                "#EXTINF:6,",
                "c1.ts");
        List<String> lines = Stitching.of(content).at("6", AD).stitch().lines();

        assertThat(lines)
                .contains(range("first", 3, ""), "#EXT-X-DATERANGE:ID=\"second\",START-DATE=\"2020-01-01T00:00:12Z\"");
    }

    @Test
    void rule_34_date_ranges_of_content_replaced_up_to_the_end_stand_before_those_behind_all_segments() {
        String start = range("q", 13, ",PLANNED-DURATION=8.0");
        String end = "#EXT-X-DATERANGE:ID=\"q\",END-DATE=\"" + date(21) + "\",DURATION=8.0";
        String content = content("", "", start + "\n" + BEHIND, "#EXT-X-MY-A\n" + AT, end);
        Stitched stitched =
                Stitching.of(content).at("12", AD).options(replacing()).stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "c1.ts", "a0.ts");
        assertThat(stitched.lines())
                .containsSubsequence("https://ads.example/ad1/a0.ts", start, BEHIND, AT, end, "#EXT-X-ENDLIST");
    }

    @Test
    void rule_28_date_ranges_of_replaced_content_move_once_where_some_stand_behind_all_segments() {
        String content = content(BEFORE, "", "", AT, range("trailer", 23, ""));
        Stitched stitched = Stitching.of(content)
                .at("0", AD)
                .at("18", AD)
                .options(replacing().dates(DatePolicy.SHIFT))
                .stitch();

        assertThat(stitched.names()).containsExactly("a0.ts", "c2.ts", "a0.ts");
        assertThat(stitched.lines())
                .containsSubsequence(AT.replace(date(12), date(10)), range("trailer", 21, ""), "#EXT-X-ENDLIST");
    }

    @Test
    void rule_31_marker_IDs_are_unique_and_differ_from_the_content_s() {
        String taken = range("ad-12000-1", 0, "") + "\n" + range("hemstitch-ad-12000-1", 0, "");
        Stitched stitched = Stitching.of(content(taken, "", "", "", ""))
                .options(StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE))
                .at("12", AD, AD)
                .at("12", AD)
                .at("6", AD)
                .stitch();

        List<String> ids = stitched.playlist(0).dateRanges().stream()
                .map(range -> range.text("ID").orElseThrow())
                .toList();
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
        assertThat(stitched.playlist(0).dateRanges().stream()
                        .filter(range -> range.text("CLASS").isPresent()))
                .extracting(range -> range.text("START-DATE").orElseThrow() + " "
                        + range.text("DURATION").orElseThrow())
                .containsExactly(date(6) + " 10.000", date(22) + " 10.000", date(32) + " 10.000", date(42) + " 10.000");
    }

    @Test
    void rule_31_the_ID_of_a_marker_does_not_depend_on_what_else_is_stitched() {
        StitchOptions.Builder options = StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE);
        String content = content("", "", "", "", "");
        String alone = ids(Stitching.of(content).options(options).at("12", AD).stitch())
                .get(0);

        assertThat(ids(Stitching.of(content)
                                .options(options)
                                .at("start", AD)
                                .at("12", AD)
                                .stitch())
                        .get(1))
                .isEqualTo(alone);
    }

    private static List<String> ids(Stitched stitched) {
        return stitched.playlist(0).dateRanges().stream()
                .map(range -> range.text("ID").orElseThrow())
                .toList();
    }

    @Test
    void rule_32_all_lists_have_the_same_set_of_date_ranges() {
        String video = content(BEFORE, "", AT, STRADDLING, BEHIND);
        String audio = content("", BEFORE, AT + "\n" + BEHIND, "", STRADDLING).replace(".ts", ".aac");
        for (MarkerStyle style : MarkerStyle.values()) {
            for (SpliceMode mode : SpliceMode.values()) {
                Stitching stitching = Multivariants.demuxed(video, audio);
                Stitched stitched = stitching
                        .withAd(
                                "ad",
                                Map.of(
                                        "main.m3u8",
                                        Multivariants.DEMUXED,
                                        "video.m3u8",
                                        AD,
                                        "audio.m3u8",
                                        Playlists.segments("#EXTINF:10,", "a.aac")))
                        .options(
                                StitchOptions.DEFAULT.toBuilder().markers(style).mode(mode))
                        .at("12", List.of(stitching.ad("ad")))
                        .stitch();
                Set<Map<String, String>> first = set(stitched, 0);
                assertThat(set(stitched, 1)).isEqualTo(first).hasSizeGreaterThanOrEqualTo(4);
            }
        }
    }

    private static Stitched marked(String video, String audio) {
        Stitching stitching = Multivariants.demuxed(video, audio);
        return stitching
                .withAd(
                        "ad",
                        Map.of(
                                "main.m3u8",
                                Multivariants.DEMUXED,
                                "video.m3u8",
                                AD,
                                "audio.m3u8",
                                Playlists.segments("#EXTINF:10,", "a.aac")))
                .options(StitchOptions.DEFAULT.toBuilder().markers(MarkerStyle.DATERANGE))
                .at("12", List.of(stitching.ad("ad")))
                .stitch();
    }

    @Test
    void rule_32_marks_go_into_the_lists_that_have_date_ranges_if_the_variants_have() {
        Stitched stitched = marked(
                content(BEFORE, "", AT, "", ""), content("", "", "", "", "").replace(".ts", ".aac"));

        assertThat(set(stitched, 0)).hasSize(3);
        assertThat(set(stitched, 1)).isEmpty();
        assertThat(stitched.assets(1)).isEqualTo(stitched.assets(0));
    }

    @Test
    void rule_32_a_variant_without_date_ranges_gets_those_of_the_content_with_the_marks() {
        Stitched stitched = marked(
                content("", "", "", "", ""),
                content(BEFORE, "", AT, "", STRADDLING).replace(".ts", ".aac"));

        assertThat(set(stitched, 1)).hasSize(4);
        assertThat(set(stitched, 0)).isEqualTo(set(stitched, 1));
        assertThat(stitched.lines()).containsSubsequence(BEFORE, "c0.ts", AT.replace(date(12), date(22)), "c2.ts");
    }

    private static Set<Map<String, String>> set(Stitched stitched, int track) {
        Set<Map<String, String>> set = new HashSet<>();
        stitched.playlist(track).dateRanges().forEach(range -> set.add(range.raw()));
        return set;
    }

    @Test
    void rule_33_date_ranges_among_replaced_segments_stay() {
        Stitched middle = Stitching.of(content(BEFORE, STRADDLING, BEHIND, AT, ""))
                .options(replacing())
                .at("6", Playlists.ts("a", "12"))
                .stitch();
        assertThat(middle.names()).containsExactly("c0.ts", "a0.ts", "c3.ts");
        assertThat(middle.lines()).containsSubsequence(BEFORE, STRADDLING, BEHIND);
        assertThat(middle.lines()).contains(AT);

        Stitched end = Stitching.of(content(BEFORE, "", BEHIND, AT, ""))
                .options(replacing())
                .at("12", Playlists.ts("a", "12"))
                .stitch();
        assertThat(end.names()).containsExactly("c0.ts", "c1.ts", "a0.ts");
        assertThat(end.lines()).containsSubsequence("#EXTINF:12,", BEHIND, AT, "#EXT-X-ENDLIST");
    }

    @Test
    void rule_34_several_date_ranges_and_unknown_tags_on_one_segment_survive_in_order() {
        String many = String.join("\n", BEFORE, "#EXT-X-MY-A:1", STRADDLING, "#EXT-X-MY-B", AT);
        for (String position : List.of("6", "12", "18", "end")) {
            Stitched stitched =
                    Stitching.of(content("", "", many, "", "")).at(position, AD).stitch();
            List<String> kept = stitched.lines().stream()
                    .filter(line -> line.startsWith("#EXT-X-DATERANGE") || line.startsWith("#EXT-X-MY"))
                    .map(line -> line.substring(0, Math.min(30, line.length())))
                    .toList();
            assertThat(kept)
                    .containsExactlyElementsOf(many.lines()
                            .map(line -> line.substring(0, Math.min(30, line.length())))
                            .toList());
        }
    }
}
