package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 13: EXT-X-VERSION is what the merged tags need, and no more. */
class RuleVersionTest {
    private static final String PLAIN = Playlists.of(
            "#EXT-X-TARGETDURATION:6", "#EXTINF:6,", "c0.ts", "#EXTINF:6,", "c1.ts", "#EXTINF:6,", "c2.ts");

    static Stream<Arguments> ads() {
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"";
        return Stream.of(
                Arguments.of("nothing", 1, Playlists.of("#EXT-X-TARGETDURATION:6", "#EXTINF:6,", "a0.ts")),
                Arguments.of("declared too high", 1, Playlists.of("#EXT-X-VERSION:7", "#EXTINF:6,", "a0.ts")),
                Arguments.of("IV", 2, Playlists.of(key + ",IV=0x1", "#EXTINF:6,", "a0.ts")),
                Arguments.of("implied IV written out", 2, Playlists.of(key, "#EXTINF:6,", "a0.ts")),
                Arguments.of("decimals", 3, Playlists.of("#EXTINF:6.0,", "a0.ts")),
                Arguments.of("byte range", 4, Playlists.of("#EXTINF:6,", "#EXT-X-BYTERANGE:9@0", "a0.ts")),
                Arguments.of(
                        "key format", 5, Playlists.of(key + ",KEYFORMAT=\"identity\",IV=0x1", "#EXTINF:6,", "a0.ts")),
                Arguments.of(
                        "variables, replaced",
                        1,
                        Playlists.of(
                                "#EXT-X-VERSION:8", "#EXT-X-DEFINE:NAME=\"x\",VALUE=\"a\"", "#EXTINF:6,", "{$x}0.ts")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ads")
    void rule_13_the_version_is_raised_to_what_the_ad_needs_and_not_more(String what, int needed, String ad) {
        for (int declared = 1; declared <= 7; declared++) {
            String content = declared == 1
                    ? PLAIN
                    : PLAIN.replace("#EXT-X-TARGET", "#EXT-X-VERSION:" + declared + "\n#EXT-X-TARGET");
            Stitched stitched = Stitching.of(content).at("6", ad).stitch();

            assertThat(stitched.playlist(0).header().version().orElse(BigInteger.ONE))
                    .as(what + " in version " + declared)
                    .isEqualTo(Math.max(declared, needed));
            assertThat(stitched.lines().stream().filter(line -> line.startsWith("#EXT-X-VERSION")))
                    .hasSize(declared == 1 && needed == 1 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8|NAME=\"x\",VALUE=\"c\"|#EXTINF:6.0,|3",
                "8|NAME=\"x\",VALUE=\"c\"|#EXTINF:6,|1",
                "11|QUERYPARAM=\"x\"|#EXTINF:6.0,|3",
                "8|QUERYPARAM=\"x\"|#EXTINF:6.0,|3",
                "8|NAME=\"x\",VALUE=\"c\"|#EXT-X-MAP:URI=\"i\"#EXTINF:6.0,|6",
                "11|NAME=\"x\",VALUE=\"c\"|#EXTINF:6.0,|11",
                "9|NAME=\"x\",VALUE=\"c\"|#EXTINF:6.0,|9",
                "7|NAME=\"x\",VALUE=\"c\"|#EXTINF:6.0,|7",
                "8|NAME=\"x\"|#EXTINF:6.0,|8"
            })
    void rule_13_content_whose_variables_are_replaced_no_longer_needs_their_version(
            int declared, String definition, String segment, int expected) {
        String content = Playlists.of(
                "#EXT-X-VERSION:" + declared,
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-DEFINE:" + definition,
                segment.replace("\"#", "\"\n#"),
                "{$x}0.ts");
        Presentation loaded = Presentation.ofMedia(
                (MediaPlaylist) PlaylistParser.lenient().parse(content), "https://origin.example/c.m3u8?x=c");

        assertThat(loaded.reference().playlist().version()).hasValue(expected);
    }

    @Test
    void rule_13_a_multivariant_whose_variables_are_replaced_no_longer_needs_their_version() {
        String variant = "#EXT-X-DEFINE:NAME=\"x\",VALUE=\"v\"\n#EXT-X-STREAM-INF:BANDWIDTH=9\n{$x}.m3u8\n";
        String group = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"A\"\n";
        Map<String, String> media = Map.of("v.m3u8", PLAIN);

        assertThat(Stitching.of("#EXTM3U\n#EXT-X-VERSION:8\n" + variant, media)
                        .presentation()
                        .multivariant()
                        .orElseThrow()
                        .version())
                .hasValue(1);
        assertThat(Stitching.of("#EXTM3U\n#EXT-X-VERSION:8\n" + group + variant, media)
                        .presentation()
                        .multivariant()
                        .orElseThrow()
                        .version())
                .hasValue(4);
    }

    @Test
    void rule_13_content_with_implied_IVs_needs_version_2_only_if_its_numbers_change() {
        String content = PLAIN.replace("#EXTINF:6,\nc0", "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:6,\nc0");
        String ad = Playlists.of("#EXTINF:6,", "a0.ts");

        assertThat(Stitching.of(content)
                        .at("6", ad)
                        .stitch()
                        .playlist(0)
                        .header()
                        .version())
                .contains(BigInteger.TWO);
        assertThat(Stitching.of(content)
                        .at("end", ad)
                        .stitch()
                        .playlist(0)
                        .header()
                        .version())
                .isEmpty();
    }

    @Test
    void rule_13_an_ad_with_a_map_in_an_I_frame_list_needs_version_5() {
        String content = Playlists.of(
                "#EXT-X-VERSION:4",
                "#EXT-X-I-FRAMES-ONLY",
                "#EXT-X-MAP:URI=\"i\"",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:9@0",
                "c0.mp4",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:9@9",
                "c0.mp4");
        String ad = content.replace("c0", "a0");

        assertThat(Stitching.of(content)
                        .at("6", ad)
                        .stitch()
                        .playlist(0)
                        .header()
                        .version())
                .contains(BigInteger.valueOf(5));
    }
}
