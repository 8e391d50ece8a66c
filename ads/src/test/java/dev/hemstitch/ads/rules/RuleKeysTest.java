package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 16 to 21: keys and initialization sections. */
class RuleKeysTest {
    private static final String IDENTITY = "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k1\",IV=0x1";
    private static final String FAIRPLAY =
            "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://1\",KEYFORMAT=\"com.apple.streamingkeydelivery\",IV=0x1";
    private static final String CLEAR_AD = Playlists.ts("a", "6", "6");

    private static String encrypted(String... keys) {
        List<String> lines = new ArrayList<>(List.of(keys));
        for (int i = 0; i < 5; i++) {
            lines.addAll(List.of("#EXTINF:6,", "c" + i + ".ts"));
        }
        return Playlists.segments(lines.toArray(String[]::new));
    }

    private static void assertContentIsAsBefore(Stitched stitched) {
        List<EffectiveSegment> source = stitched.source(Stitching.CONTENT);
        for (EffectiveSegment segment : source) {
            String name = segment.uri().substring(segment.uri().lastIndexOf('/') + 1);
            assertThat(stitched.segment(name).keys()).as(name).isEqualTo(segment.keys());
            assertThat(stitched.segment(name).map()).as(name).isEqualTo(segment.map());
        }
    }

    @Test
    void rule_16_a_clear_ad_within_encrypted_content_has_no_key() {
        Stitched stitched = Stitching.of(encrypted(IDENTITY)).at("12", CLEAR_AD).stitch();

        assertThat(stitched.segment("a0.ts").keys()).isEmpty();
        assertThat(stitched.segment("a1.ts").keys()).isEmpty();
        assertThat(stitched.lines())
                .containsSubsequence(
                        "#EXT-X-KEY:METHOD=NONE", stitched.segment("a0.ts").uri());
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_16_a_clear_pre_roll_needs_no_key_tag() {
        Stitched stitched =
                Stitching.of(encrypted(IDENTITY)).at("start", CLEAR_AD).stitch();

        assertThat(stitched.text()).doesNotContain("METHOD=NONE");
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_17_on_return_all_keys_in_force_are_re_emitted() {
        Stitched stitched =
                Stitching.of(encrypted(IDENTITY, FAIRPLAY)).at("12", CLEAR_AD).stitch();

        assertThat(stitched.segment("c2.ts").keys())
                .extracting(EffectiveKey::keyFormat)
                .containsExactly("com.apple.streamingkeydelivery", "identity");
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_17_a_break_at_a_key_rotation_returns_with_the_new_set() {
        String content = Playlists.segments(
                IDENTITY,
                FAIRPLAY,
                "#EXTINF:6,",
                "c0.ts",
                IDENTITY.replace("k1", "k2"),
                FAIRPLAY.replace("//1", "//2"),
                "#EXTINF:6,",
                "c1.ts",
                "#EXT-X-KEY:METHOD=NONE",
                "#EXTINF:6,",
                "c2.ts");
        for (String position : List.of("6", "12", "end")) {
            assertContentIsAsBefore(Stitching.of(content).at(position, CLEAR_AD).stitch());
        }
        Stitched replaced = Stitching.of(content)
                .options(StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE))
                .at("start", Playlists.ts("a", "6"))
                .stitch();
        assertThat(replaced.segment("c1.ts").keys())
                .extracting(key -> key.uri().orElseThrow())
                .containsExactly("skd://2", "https://origin.example/content/k2");
    }

    @Test
    void rule_17_an_ad_with_fewer_key_formats_does_not_inherit_the_content_s() {
        String ad = Playlists.segments(IDENTITY.replace("k1", "ak"), "#EXTINF:6,", "a0.ts");
        Stitched stitched =
                Stitching.of(encrypted(IDENTITY, FAIRPLAY)).at("12", ad).stitch();

        assertThat(stitched.segment("a0.ts").keys())
                .extracting(EffectiveKey::keyFormat)
                .containsExactly("identity");
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_18_implied_IVs_are_written_out_for_each_segment_whose_number_changes() {
        String content = encrypted("#EXT-X-MEDIA-SEQUENCE:300", "#EXT-X-KEY:METHOD=AES-128,URI=\"k1\"");
        Stitched stitched = Stitching.of(content).at("12", CLEAR_AD).stitch();

        assertContentIsAsBefore(stitched);
        assertThat(stitched.segment("c4.ts").keys().get(0).iv()).contains("00000000000000000000000000000130");
        assertThat(stitched.lines().stream().filter(line -> line.contains(",IV=0x0000000000000000000000000000012E")))
                .hasSize(1);
        assertThat(stitched.segment("c4.ts").mediaSequence()).isEqualTo(306);
    }

    @Test
    void rule_18_an_encrypted_ad_keeps_the_IVs_of_its_own_numbers() {
        String ad = Playlists.segments(
                "#EXT-X-MEDIA-SEQUENCE:7",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"ak\"",
                "#EXTINF:6,",
                "a0.ts",
                "#EXTINF:6,",
                "a1.ts");
        Stitched stitched = Stitching.of(encrypted(IDENTITY)).at("12", ad).stitch();

        assertThat(stitched.segment("a0.ts").keys().get(0).iv()).contains("00000000000000000000000000000007");
        assertThat(stitched.segment("a1.ts").keys().get(0).iv()).contains("00000000000000000000000000000008");
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_19_the_map_is_said_again_on_each_change_of_asset_even_if_it_is_the_same() {
        String content = Playlists.fmp4("c", "6", "6", "6");
        String ad = Playlists.fmp4("a", "6").replace("ainit.mp4", "https://origin.example/content/cinit.mp4");
        Stitched stitched = Stitching.of(content).at("6", ad, ad).stitch();

        assertThat(stitched.segments())
                .allSatisfy(segment -> assertThat(segment.map().orElseThrow().uri())
                        .isEqualTo("https://origin.example/content/cinit.mp4"));
        assertThat(stitched.lines().stream().filter(line -> line.startsWith("#EXT-X-MAP")))
                .hasSize(4);
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_19_the_map_in_force_is_that_of_the_source_where_it_changes_in_the_content() {
        String content = Playlists.segments(
                "#EXT-X-MAP:URI=\"m1\",BYTERANGE=\"100@0\"",
                "#EXTINF:6,",
                "c0.m4s",
                "#EXTINF:6,",
                "c1.m4s",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-MAP:URI=\"m2\"",
                "#EXTINF:6,",
                "c2.m4s");
        for (String position : List.of("start", "6", "12", "end")) {
            assertContentIsAsBefore(
                    Stitching.of(content).at(position, Playlists.fmp4("a", "6")).stitch());
        }
    }

    @Test
    void rule_20_a_TS_ad_is_refused_in_fMP4_content_and_the_reverse() {
        String fragmented = Playlists.fmp4("c", "6", "6");
        String transport = Playlists.ts("c", "6", "6");

        Stitched first = Stitching.of(fragmented).at("6", CLEAR_AD).stitch();
        assertThat(first.refusedAds()).containsExactly(SkipReason.NO_MATCHING_CONTAINER);
        assertThat(first.text()).isEqualTo(fragmented);

        Stitched second =
                Stitching.of(transport).at("6", Playlists.fmp4("a", "6")).stitch();
        assertThat(second.refusedAds()).containsExactly(SkipReason.NO_MATCHING_CONTAINER);
        assertThat(second.text()).isEqualTo(transport);
    }

    @Test
    void rule_20_an_ad_whose_later_segments_alone_have_a_map_is_refused_in_TS_content() {
        String ad = Playlists.segments(
                "#EXTINF:6,", "a0.ts", "#EXT-X-DISCONTINUITY", "#EXT-X-MAP:URI=\"m\"", "#EXTINF:6,", "a1.m4s");
        Stitched stitched =
                Stitching.of(Playlists.ts("c", "6", "6")).at("6", ad).stitch();

        assertThat(stitched.refusedAds()).containsExactly(SkipReason.NO_MATCHING_CONTAINER);
    }

    @Test
    void rule_21_keys_stand_before_maps_and_a_clear_map_behind_NONE() {
        String content = Playlists.segments(
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k1\",IV=0x9",
                "#EXT-X-MAP:URI=\"ci\"",
                "#EXTINF:6,",
                "c0.m4s",
                "#EXTINF:6,",
                "c1.m4s");
        Stitched stitched =
                Stitching.of(content).at("6", Playlists.fmp4("a", "6")).stitch();

        List<String> kinds = stitched.lines().stream()
                .filter(line ->
                        line.startsWith("#EXT-X-KEY") || line.startsWith("#EXT-X-MAP") || line.startsWith("#EXTINF"))
                .map(line -> line.contains("NONE") ? "NONE" : line.substring(1, Math.min(10, line.length())))
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "EXT-X-KEY",
                        "EXT-X-MAP",
                        "EXTINF:6,",
                        "NONE",
                        "EXT-X-MAP",
                        "EXTINF:6,",
                        "EXT-X-KEY",
                        "EXT-X-MAP",
                        "EXTINF:6,");
        assertThat(stitched.segment("a0.m4s").map().orElseThrow().keys()).isEmpty();
        assertThat(stitched.segment("c1.m4s").map().orElseThrow().keys().get(0).iv())
                .contains("00000000000000000000000000000009");
        assertContentIsAsBefore(stitched);
    }

    @Test
    void rule_21_a_clear_map_before_the_key_stays_clear_and_an_encrypted_one_stays_encrypted() {
        String content = Playlists.segments(
                "#EXT-X-MAP:URI=\"ci\"",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k1\",IV=0x9",
                "#EXTINF:6,",
                "c0.m4s",
                "#EXTINF:6,",
                "c1.m4s",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k2\",IV=0xA",
                "#EXTINF:6,",
                "c2.m4s");
        for (String position : List.of("start", "6", "12", "end")) {
            assertContentIsAsBefore(
                    Stitching.of(content).at(position, Playlists.fmp4("a", "6")).stitch());
        }
    }
}
