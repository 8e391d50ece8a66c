package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.reference.EffectiveByteRange;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules 15 and 22 to 24: variables, byte ranges, bit rates, gaps. */
class RuleRangesTest {
    private static final String AD = Playlists.ts("a", "6");

    @Test
    void rule_15_variables_are_those_of_the_source_even_if_names_clash() {
        String content = Playlists.segments(
                "#EXT-X-DEFINE:NAME=\"host\",VALUE=\"https://c.example\"",
                "#EXTINF:6,",
                "{$host}/c0.ts",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"{$host}/k\",IV=0x1",
                "#EXTINF:6,",
                "{$host}/c1.ts");
        String ad = Playlists.segments(
                "#EXT-X-DEFINE:NAME=\"host\",VALUE=\"https://a.example\"", "#EXTINF:6,", "{$host}/a0.ts");
        Stitched stitched = Stitching.of(content).at("6", ad).stitch();

        assertThat(stitched.segments())
                .extracting(EffectiveSegment::uri)
                .containsExactly("https://c.example/c0.ts", "https://a.example/a0.ts", "https://c.example/c1.ts");
        assertThat(stitched.segment("c1.ts").keys().get(0).uri()).contains("https://c.example/k");
    }

    @Test
    void rule_15_a_variable_that_stands_for_a_whole_hexadecimal_sequence_is_replaced_where_its_definition_goes() {
        String content = Playlists.segments(
                "#EXT-X-DEFINE:NAME=\"iv\",VALUE=\"0xAB\"",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$iv}",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00.000Z",
                "#EXT-X-DATERANGE:ID=\"x\",START-DATE=\"2024-01-01T00:00:00.000Z\",SCTE35-OUT={$iv},X-A={$iv}",
                "#EXTINF:6,",
                "c0.ts",
                "#EXTINF:6,",
                "c1.ts");
        Stitched stitched = Stitching.of(content).at("6", AD).stitch();

        assertThat(stitched.segment("c1.ts").keys().get(0).iv())
                .contains(stitched.segment("c0.ts").keys().get(0).iv().orElseThrow());
        assertThat(stitched.text())
                .contains(",IV=0xAB\n", ",SCTE35-OUT=0xAB,X-A=0xAB\n")
                .doesNotContain("{$");
    }

    @Test
    void rule_15_an_ad_whose_variables_have_no_value_is_refused() {
        for (String definition : List.of("#EXT-X-DEFINE:IMPORT=\"host\"", "#EXT-X-DEFINE:QUERYPARAM=\"t\"", "#")) {
            String ad = Playlists.segments(definition, "#EXTINF:6,", "{$host}/a0.ts");
            Stitched stitched =
                    Stitching.of(Playlists.ts("c", "6", "6")).at("6", ad).stitch();

            assertThat(stitched.refusedAds()).containsExactly(SkipReason.AD_UNDEFINED_VARIABLE);
        }
    }

    @Test
    void rule_22_offsets_that_a_cut_leaves_undefined_are_written() {
        String content = Playlists.segments(
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1000@0",
                "c.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1100",
                "c.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1200",
                "c.ts");
        Stitched stitched = Stitching.of(content).at("6", AD).at("12", AD).stitch();

        assertThat(stitched.lines())
                .filteredOn(line -> line.startsWith("#EXT-X-BYTERANGE"))
                .containsExactly("#EXT-X-BYTERANGE:1000@0", "#EXT-X-BYTERANGE:1100@1000", "#EXT-X-BYTERANGE:1200@2100");
        Stitched once = Stitching.of(content).at("6", AD).stitch();
        assertThat(once.segments())
                .extracting(EffectiveSegment::byteRange)
                .containsExactly(range(1000, 0), Optional.empty(), range(1100, 1000), range(1200, 2100));
        assertThat(once.lines()).contains("#EXT-X-BYTERANGE:1200");
    }

    @Test
    void rule_22_an_ad_of_ranges_of_the_same_file_as_the_content_does_not_confuse_them() {
        String content = Playlists.segments(
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1000@0",
                "https://x.example/f.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1100",
                "https://x.example/f.ts");
        String ad = Playlists.segments(
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:10@5000",
                "https://x.example/f.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:20",
                "https://x.example/f.ts");
        Stitched stitched = Stitching.of(content).at("6", ad, ad).stitch();

        assertThat(stitched.segments())
                .extracting(EffectiveSegment::byteRange)
                .containsExactly(
                        range(1000, 0),
                        range(10, 5000),
                        range(20, 5010),
                        range(10, 5000),
                        range(20, 5010),
                        range(1100, 1000));
    }

    @Test
    void rule_22_the_range_of_a_map_that_is_said_again_has_its_offset() {
        String content = Playlists.segments(
                "#EXT-X-MAP:URI=\"c.mp4\",BYTERANGE=\"700@0\"",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1000@700",
                "c.mp4",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:1100",
                "c.mp4");
        Stitched stitched =
                Stitching.of(content).at("6", Playlists.fmp4("a", "6")).stitch();

        EffectiveSegment last = stitched.segments().get(2);
        assertThat(last.byteRange()).isEqualTo(range(1100, 1700));
        assertThat(last.map().orElseThrow().byteRange()).isEqualTo(range(700, 0));
    }

    private static Optional<EffectiveByteRange> range(long length, long offset) {
        return Optional.of(new EffectiveByteRange(BigInteger.valueOf(length), Optional.of(BigInteger.valueOf(offset))));
    }

    @Test
    void rule_23_the_bit_rate_of_each_segment_is_its_source_s_or_none() {
        String content = Playlists.segments(
                "#EXT-X-BITRATE:800",
                "#EXTINF:6,",
                "c0.ts",
                "#EXTINF:6,",
                "c1.ts",
                "#EXT-X-BITRATE:900",
                "#EXTINF:6,",
                "c2.ts");
        String ad = Playlists.segments("#EXT-X-BITRATE:50", "#EXTINF:6,", "a0.ts");

        assertThat(bitrates(Stitching.of(content).at("6", ad).stitch()))
                .containsExactly("c0=800", "a0=50", "c1=800", "c2=900");
        assertThat(bitrates(Stitching.of(content).at("6", AD).stitch()))
                .containsExactly("c0=none", "a0=none", "c1=none", "c2=none");
        assertThat(bitrates(
                        Stitching.of(Playlists.ts("c", "6", "6")).at("6", ad).stitch()))
                .containsExactly("c0=none", "a0=none", "c1=none");
        assertThat(bitrates(Stitching.of(content).at("start", AD).stitch()))
                .containsExactly("a0=none", "c0=800", "c1=800", "c2=900");
    }

    private static List<String> bitrates(Stitched stitched) {
        return stitched.segments().stream()
                .map(segment ->
                        segment.uri().substring(segment.uri().length() - 5).replace(".ts", "") + "="
                                + segment.bitrate().map(Object::toString).orElse("none"))
                .toList();
    }

    @Test
    void rule_24_gaps_stay_gaps_count_as_time_and_mark_nothing_else() {
        String content = Playlists.segments(
                "#EXTINF:6,",
                "c0.ts",
                "#EXT-X-GAP",
                "#EXTINF:6,",
                "c1.ts",
                "#EXT-X-GAP",
                "#EXTINF:6,",
                "c2.ts",
                "#EXTINF:6,",
                "c3.ts");
        for (String position : List.of("6", "12", "18")) {
            Stitched stitched = Stitching.of(content).at(position, AD).stitch();

            assertThat(stitched.segments())
                    .filteredOn(EffectiveSegment::gap)
                    .extracting(segment -> segment.uri().substring(segment.uri().lastIndexOf('/') + 1))
                    .containsExactly("c1.ts", "c2.ts");
            assertThat(stitched.names().indexOf("a0.ts") * 6).isEqualTo(Integer.parseInt(position));
        }
    }

    @Test
    void rule_24_an_ad_with_gaps_is_refused() {
        String ad = Playlists.segments("#EXTINF:6,", "a0.ts", "#EXT-X-GAP", "#EXTINF:6,", "a1.ts");
        Stitched stitched =
                Stitching.of(Playlists.ts("c", "6", "6")).at("6", ad).stitch();

        assertThat(stitched.refusedAds()).containsExactly(SkipReason.AD_HAS_GAPS);
    }
}
