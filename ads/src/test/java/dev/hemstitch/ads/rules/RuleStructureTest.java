package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 to 3, 8 and 10 to 14: structure and numbering of one playlist. */
class RuleStructureTest {
    private static final String CONTENT = Playlists.ts("c", "6", "6", "6", "6");
    private static final String AD = Playlists.ts("a", "5", "5");
    private static final String OTHER_AD = Playlists.ts("b", "4");

    @Test
    void rule_1_a_discontinuity_stands_on_the_first_segment_of_every_asset_and_nowhere_else() {
        Stitched stitched = Stitching.of(CONTENT).at("12", AD, OTHER_AD).stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "c1.ts", "a0.ts", "a1.ts", "b0.ts", "c2.ts", "c3.ts");
        assertThat(stitched.segments())
                .extracting(EffectiveSegment::discontinuity)
                .containsExactly(false, false, true, false, true, true, false);
    }

    @Test
    void rule_1_the_first_segment_of_a_pre_roll_follows_nothing_and_has_no_discontinuity() {
        Stitched stitched =
                Stitching.of(CONTENT).at("start", AD).at("end", OTHER_AD).stitch();

        assertThat(stitched.segments())
                .extracting(EffectiveSegment::discontinuity)
                .containsExactly(false, false, true, false, false, false, true);
    }

    @Test
    void rule_1_discontinuities_within_content_and_within_an_ad_stay() {
        String content = Playlists.segments("#EXTINF:6,", "c0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "c1.ts");
        String ad = Playlists.segments("#EXTINF:6,", "a0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "a1.ts");
        Stitched stitched = Stitching.of(content).at("start", ad).at("end", ad).stitch();

        assertThat(stitched.segments())
                .extracting(EffectiveSegment::discontinuity)
                .containsExactly(false, true, true, true, true, true);
    }

    @Test
    void rule_2_a_seam_where_the_content_has_a_discontinuity_of_its_own_has_one_only() {
        String content = Playlists.segments("#EXTINF:6,", "c0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "c1.ts");
        String ad = Playlists.segments("#EXT-X-DISCONTINUITY", "#EXTINF:6,", "a0.ts");
        Stitched stitched = Stitching.of(content).at("6", ad, ad).stitch();

        assertNoTwoDiscontinuities(stitched);
        assertThat(stitched.segments())
                .extracting(EffectiveSegment::discontinuity)
                .containsExactly(false, true, true, true);
    }

    @Test
    void rule_2_two_discontinuities_before_one_segment_of_an_ad_become_one() {
        String ad = Playlists.segments(
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:6,",
                "a0.ts",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:6,",
                "a1.ts");

        assertNoTwoDiscontinuities(Stitching.of(CONTENT).at("6", ad).stitch());
    }

    @Test
    void rule_2_a_discontinuity_that_hangs_behind_an_ad_goes_with_it() {
        String ad = Playlists.segments("#EXTINF:6,", "a0.ts", "#EXT-X-DISCONTINUITY");
        Stitched stitched = Stitching.of(CONTENT).at("6", ad).at("end", ad).stitch();

        assertNoTwoDiscontinuities(stitched);
        assertThat(stitched.lines().get(stitched.lines().size() - 2)).endsWith("a0.ts");
    }

    private static void assertNoTwoDiscontinuities(Stitched stitched) {
        int open = 0;
        for (String line : stitched.lines()) {
            open = line.equals("#EXT-X-DISCONTINUITY") ? open + 1 : line.startsWith("#") ? open : 0;
            assertThat(open).as(stitched.text()).isLessThan(2);
        }
        assertThat(open).isZero();
    }

    /** No window slides in a VOD list: what remains is that the number is kept, and where its tag stands. */
    @Test
    void rule_3_the_discontinuity_sequence_is_kept_and_stands_before_the_first_segment_and_discontinuity() {
        String content = Playlists.of(
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-MEDIA-SEQUENCE:40",
                "#EXT-X-DISCONTINUITY-SEQUENCE:7",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:6,",
                "c0.ts",
                "#EXTINF:6,",
                "c1.ts");
        Stitched stitched = Stitching.of(content).at("start", AD).at("6", AD).stitch();

        assertThat(stitched.playlist(0).header().discontinuitySequence()).isEqualTo(7);
        assertThat(stitched.segments())
                .extracting(segment -> segment.discontinuitySequence().intValueExact())
                .containsExactly(7, 7, 8, 9, 9, 10);
        assertThat(stitched.lines().indexOf("#EXT-X-DISCONTINUITY-SEQUENCE:7"))
                .isLessThan(stitched.lines().indexOf("#EXT-X-DISCONTINUITY"));
        assertThat(stitched.segments().get(0).mediaSequence()).isEqualTo(40);
    }

    @Test
    void rule_6_content_behind_a_break_has_its_number_plus_the_ads_segments() {
        String content = CONTENT.replace("#EXTINF:6,\nc0", "#EXT-X-MEDIA-SEQUENCE:100\n#EXTINF:6,\nc0");
        Stitched inserted = Stitching.of(content).at("6", AD).at("18", OTHER_AD).stitch();
        assertThat(Stream.of("c0.ts", "c1.ts", "c2.ts", "c3.ts")
                        .map(name -> inserted.segment(name).mediaSequence()))
                .containsExactlyElementsOf(numbers(100, 103, 104, 106));

        Stitched replaced = Stitching.of(content)
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("6", AD)
                .stitch();
        assertThat(replaced.names()).containsExactly("c0.ts", "a0.ts", "a1.ts", "c3.ts");
        assertThat(replaced.segment("c3.ts").mediaSequence()).isEqualTo(103);
    }

    private static List<BigInteger> numbers(long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(BigInteger::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "10, 10", "3, 6"})
    void rule_8_the_target_duration_of_a_VOD_list_is_that_of_the_longest_asset(String adDuration, int expected) {
        Stitched stitched =
                Stitching.of(CONTENT).at("6", Playlists.ts("a", adDuration)).stitch();

        assertThat(stitched.playlist(0).header().targetDuration()).contains(BigInteger.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"6.49, 6", "6.499999999, 6", "6.5, 7", "6.999, 7", "7.5, 8", "7.4999, 7"})
    void rule_10_a_duration_counts_rounded_to_the_nearest_second(String adDuration, int expected) {
        rule_8_the_target_duration_of_a_VOD_list_is_that_of_the_longest_asset(adDuration, expected);
    }

    @ParameterizedTest
    @CsvSource({"3, 6.4, 7", "3, 6.0, 6", "5, 6.000000001, 7", "6, 6.4, 6", "7, 6.4, 6", "3, 4.4, 6"})
    void rule_10_below_version_6_no_segment_may_be_longer_than_the_target_duration(
            int version, String adDuration, int expected) {
        Stitched stitched = Stitching.of(CONTENT.replace("VERSION:6", "VERSION:" + version))
                .at("6", Playlists.ts("a", adDuration))
                .stitch();

        assertThat(stitched.playlist(0).header().targetDuration()).contains(BigInteger.valueOf(expected));
        assertThat(stitched.playlist(0).header().version()).contains(BigInteger.valueOf(version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7  | HOLD-BACK=18,CAN-SKIP-UNTIL=36.5 | HOLD-BACK=21,CAN-SKIP-UNTIL=42",
                "7  | CAN-BLOCK-RELOAD=YES,HOLD-BACK=21.5,CAN-SKIP-UNTIL=50 | CAN-BLOCK-RELOAD=YES,HOLD-BACK=21.5,CAN-SKIP-UNTIL=50",
                "7  | CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1 | CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1",
                "6  | HOLD-BACK=12 | HOLD-BACK=12"
            })
    void also_a_raised_target_duration_raises_what_SERVER_CONTROL_says_to_the_least_that_is_legal(
            String adDuration, String content, String expected) {
        String tag = "#EXT-X-SERVER-CONTROL:";
        Stitched stitched = Stitching.of(CONTENT.replace("#EXTM3U\n", "#EXTM3U\n" + tag + content + "\n"))
                .at("6", Playlists.ts("a", adDuration))
                .stitch();

        assertThat(stitched.lines().stream().filter(line -> line.startsWith(tag)))
                .containsExactly(tag + expected);
    }

    @Test
    void also_SERVER_CONTROL_stays_the_same_on_playlists_with_target_durations_of_their_own() {
        String tag = "#EXT-X-SERVER-CONTROL:HOLD-BACK=18";
        Map<String, String> files = Multivariants.full("c", "6", "6");
        files.replaceAll((name, text) -> text.replace("#EXT-X-PLAYLIST-TYPE", tag + "\n#EXT-X-PLAYLIST-TYPE"));
        Stitching stitching = Stitching.of(Multivariants.FULL, files).withAd("ad", Multivariants.full("a", "7"));
        Stitched stitched = stitching.at("6", List.of(stitching.ad("ad"))).stitch();

        for (int i = 0; i < 4; i++) {
            assertThat(stitched.text(i)).contains("\n#EXT-X-SERVER-CONTROL:HOLD-BACK=21\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"start", "12", "end"})
    void rule_11_there_is_one_ENDLIST_and_it_is_last(String position) {
        Stitched stitched = Stitching.of(CONTENT).at(position, AD, OTHER_AD).stitch();

        assertThat(stitched.lines().stream().filter("#EXT-X-ENDLIST"::equals)).hasSize(1);
        assertThat(stitched.lines().get(stitched.lines().size() - 1)).isEqualTo("#EXT-X-ENDLIST");
    }

    @Test
    void rule_11_an_ENDLIST_in_the_header_is_found_at_the_end_of_the_output() {
        String content = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-ENDLIST\n#EXTINF:6,\nc0.ts\n#EXTINF:6,\nc1.ts\n";
        Stitched stitched = Stitching.of(content).at("6", AD).at("end", AD).stitch();

        assertThat(stitched.lines().stream().filter("#EXT-X-ENDLIST"::equals)).hasSize(1);
        assertThat(stitched.lines().get(stitched.lines().size() - 1)).isEqualTo("#EXT-X-ENDLIST");
    }

    @Test
    void rule_12_the_type_is_the_content_s_and_never_the_ad_s() {
        String typed = Playlists.ts("a", "6");
        String untyped = typed.replace("#EXT-X-PLAYLIST-TYPE:VOD\n", "");

        assertThat(type(CONTENT, untyped)).containsExactly("VOD");
        assertThat(type(CONTENT.replace("TYPE:VOD", "TYPE:EVENT"), typed)).containsExactly("EVENT");
        assertThat(type(CONTENT.replace("#EXT-X-PLAYLIST-TYPE:VOD\n", ""), typed))
                .isEmpty();
    }

    private static List<String> type(String content, String ad) {
        EffectivePlaylist playlist = Stitching.of(content).at("6", ad).stitch().playlist(0);
        return playlist.header().playlistType().stream().toList();
    }

    @Test
    void rule_14_independent_segments_survive_only_if_the_ads_say_so_too() {
        String content = CONTENT.replace("#EXT-X-PLAYLIST", "#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-PLAYLIST");
        String independent = AD.replace("#EXT-X-PLAYLIST", "#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-PLAYLIST");

        assertThat(independent(content, independent)).isTrue();
        assertThat(independent(content, AD)).isFalse();
        assertThat(independent(CONTENT, independent)).isFalse();
    }

    /** Each is the header's last tag that is known, and changes: what stands before it is no part of the header any more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-INDEPENDENT-SEGMENTS",
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-VERSION:1",
                "#EXT-X-START:TIME-OFFSET=7",
                "#EXT-X-ENDLIST",
                "#EXT-X-MEDIA-SEQUENCE:7"
            })
    void rule_34_lines_before_the_last_tag_of_a_header_survive_when_that_tag_goes_or_changes(String last) {
        String content = "#EXTM3U\n#EXT-X-VERSION:1\n#EXT-X-TARGETDURATION:6\n#EXT-X-MY-A:1\n# a comment\n" + last
                + "\n#EXT-X-MY-B:2\n#EXTINF:6,\nc0.ts\n#EXTINF:6,\nc1.ts\n#EXT-X-ENDLIST\n";
        for (String position : List.of("0", "6", "12")) {
            List<String> lines = Stitching.of(content)
                    .at(position, Playlists.ts("a", "8.000"))
                    .stitch()
                    .lines();

            assertThat(lines)
                    .filteredOn(line -> line.startsWith("#EXT-X-MY") || line.startsWith("# "))
                    .containsExactly("#EXT-X-MY-A:1", "# a comment", "#EXT-X-MY-B:2");
            assertThat(lines).filteredOn("#EXT-X-ENDLIST"::equals).hasSize(1);
        }
    }

    @Test
    void rule_8_tags_of_the_whole_playlist_behind_all_segments_stand_once_when_an_ad_changes_them() {
        String content = Playlists.of(
                "#EXTINF:6.000,",
                "c0.ts",
                "#EXTINF:6.000,",
                "c1.ts",
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-VERSION:3",
                "#EXT-X-VERSION:9",
                "#EXT-X-INDEPENDENT-SEGMENTS",
                "#EXT-X-SERVER-CONTROL:HOLD-BACK=18",
                "#EXT-X-START:TIME-OFFSET=7",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXT-X-MY-TAG");
        String ad = Playlists.of("#EXT-X-TARGETDURATION:8", "#EXTINF:8,", "#EXT-X-BYTERANGE:9@0", "a0.ts");
        Stitched stitched = Stitching.of(content).at("6", ad).stitch();

        assertThat(stitched.lines())
                .filteredOn(line -> line.startsWith("#EXT-X") && !line.contains("DISCONTINUITY"))
                .containsExactlyInAnyOrder(
                        "#EXT-X-TARGETDURATION:8",
                        "#EXT-X-VERSION:4",
                        "#EXT-X-SERVER-CONTROL:HOLD-BACK=24",
                        "#EXT-X-START:TIME-OFFSET=15.000",
                        "#EXT-X-PLAYLIST-TYPE:VOD",
                        "#EXT-X-BYTERANGE:9@0",
                        "#EXT-X-MY-TAG",
                        "#EXT-X-ENDLIST")
                .endsWith("#EXT-X-MY-TAG", "#EXT-X-ENDLIST");
        assertThat(Stitching.of(content).stitch().text()).isEqualTo(content);
    }

    private static boolean independent(String content, String ad) {
        return Stitching.of(content).at("6", ad).stitch().playlist(0).header().independentSegments();
    }

    @Test
    void rule_14_nothing_of_an_ad_s_header_leaks_even_from_between_its_segments() {
        String ad = Playlists.of(
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-VERSION:7",
                "#EXT-X-START:TIME-OFFSET=3",
                "#EXT-X-ALLOW-CACHE:NO",
                "#EXTINF:6,",
                "a0.ts",
                "#EXT-X-START:TIME-OFFSET=3",
                "#EXT-X-ALLOW-CACHE:NO",
                "#EXT-X-PLAYLIST-TYPE:EVENT",
                "#EXT-X-MEDIA-SEQUENCE:9",
                "#EXTINF:6,",
                "a1.ts");
        String text = Stitching.of(CONTENT).at("6", ad).stitch().text();

        assertThat(text).doesNotContain("START", "ALLOW-CACHE", "EVENT", "MEDIA-SEQUENCE", "VERSION:7");
    }
}
