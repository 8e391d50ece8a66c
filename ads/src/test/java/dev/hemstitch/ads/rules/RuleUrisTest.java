package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceUris;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 60: URIs and text from outside. */
class RuleUrisTest {
    private static final List<String> ODD = List.of(
            "video=300000.m3u8",
            "a(b).ism/QualityLevels(1)/f.ts",
            "../up/f.ts",
            "../../../above/f.ts",
            "./f.ts",
            "/top/f.ts",
            "//other.example/f.ts",
            "https://other.example/a/../f.ts",
            "?query=only",
            "f.ts?a=b/c&d=../e",
            "f.ts#t=1",
            "%7Euser/%2F.ts",
            "~user;v=1,2/f.ts",
            "\u00fc/\u65e5\u672c.ts",
            "with space.ts",
            "a:b.ts".replace("a:b", "./a:b"),
            "dir//double/f.ts",
            "dir/./../f.ts",
            "f{0}.ts",
            "data:video/mp2t;base64,AAAA",
            "..f/.../f.ts",
            "*'!$&+@|^.ts");

    private static String odd(String key) {
        List<String> lines = new ArrayList<>(List.of("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"" + key + "\",IV=0x1"));
        for (String uri : ODD) {
            lines.addAll(List.of("#EXTINF:6,", uri));
        }
        return Playlists.segments(lines.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://origin.example/content/",
                "https://origin.example/",
                "https://origin.example/content/deeper/still/",
                "https://origin.example/other/",
                "https://cdn.example/x/",
                "http://origin.example/content/",
                "https://ads.example/ad1/",
                "https://origin.example/a(b)/video=1/"
            })
    void rule_60_odd_URIs_of_content_and_ads_resolve_to_the_same_from_every_folder(String folder) {
        Stitched stitched = Stitching.of(odd("k?x=1")).at("60", odd("../ak")).stitchTo(folder);

        List<String> expected = new ArrayList<>(targets(Stitching.CONTENT));
        expected.addAll(10, targets("https://ads.example/ad1/main.m3u8"));
        assertThat(stitched.segments())
                .extracting(segment -> ReferenceUris.resolve("", segment.uri()))
                .containsExactlyElementsOf(expected);
        assertThat(stitched.segments().get(0).keys().get(0).uri()).contains("https://origin.example/content/k?x=1");
        assertThat(stitched.segments().get(10).keys().get(0).uri()).contains("https://ads.example/ak");
    }

    private static List<String> targets(String base) {
        return ODD.stream().map(uri -> ReferenceUris.resolve(base, uri)).toList();
    }

    @Test
    void rule_60_output_in_place_keeps_every_URI_of_the_content_as_it_is_written() {
        List<String> lines =
                Stitching.of(odd("skd://x")).at("60", odd("data:,k")).stitch().lines();

        assertThat(lines.subList(4, 24))
                .isEqualTo(odd("skd://x").lines().toList().subList(4, 24));
        assertThat(lines).contains("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"data:,k\",IV=0x1");
    }

    @Test
    void rule_60_a_base_URI_with_quotes_or_slashes_in_its_query_does_no_harm() {
        String content = Playlists.ts("c", "6", "6");
        Stitching stitching = Stitching.of(content);
        String ad = Playlists.segments("#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x1", "#EXTINF:6,", "a0.ts");
        stitching.with("https://ads.example/q\"\u00e9/main.m3u8?u=/x/\"y\"", ad);
        Ad loaded = Ad.load("q", "https://ads.example/q\"\u00e9/main.m3u8?u=/x/\"y\"", stitching);
        Stitched stitched = stitching.at("6", List.of(loaded)).stitch();

        assertThat(stitched.segments().get(1).uri()).isEqualTo("https://ads.example/q%22\u00e9/a0.ts");
        assertThat(stitched.segments().get(1).keys().get(0).uri()).contains("https://ads.example/q%22\u00e9/k");
    }

    static Stream<String> injections() {
        return Stream.of(
                "a\n#EXT-X-ENDLIST",
                "a\r\n#EXT-X-KEY:METHOD=NONE",
                "a\",X-B=\"c",
                "\u0000\u0007\u0085\u009f",
                "{$host}",
                "a\\\"b",
                "",
                "\u2028\ud83d\ude00",
                "#EXTINF:1,\nhttps://evil.example/x.ts",
                "\ud800");
    }

    @Test
    void rule_60_nothing_in_an_ad_s_id_gets_out_of_its_value() {
        for (MarkerStyle style : MarkerStyle.values()) {
            String harmless = marked("x", style);
            injections().forEach(id -> {
                String text = marked(id, style);
                assertThat(withoutId(text)).as(id).isEqualTo(withoutId(harmless));
                assertThat(text.chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
                assertThat(text.lines().filter(line -> line.contains("X-AD-ID")))
                        .allMatch(line -> line.endsWith("\"")
                                && line.indexOf('"', line.indexOf("X-AD-ID=\"") + 9) == line.length() - 1)
                        .noneMatch(line -> line.contains("{$"));
            });
        }
    }

    private static List<String> withoutId(String text) {
        return text.lines()
                .map(line -> line.contains(",X-AD-ID") ? line.substring(0, line.indexOf(",X-AD-ID")) : line)
                .toList();
    }

    private static String marked(String id, MarkerStyle style) {
        Stitching stitching = Stitching.of(Playlists.ts("c", "6", "6"))
                .with("https://ads.example/x/main.m3u8", Playlists.ts("a", "6"))
                .options(StitchOptions.DEFAULT.toBuilder().markers(style));
        Ad ad = Ad.load(id, "https://ads.example/x/main.m3u8", stitching);
        return stitching.at("6", List.of(ad)).stitch().text();
    }

    @Test
    void rule_60_byte_order_mark_CRLF_comments_and_commas_in_quotes_are_tolerated() {
        String content = "\uFEFF"
                + Playlists.segments(
                                "##EXT-comment, with comma",
                                "#EXTINF:6,Title, with \"quotes\"",
                                "c0.ts",
                                "# x",
                                "#EXT-X-KEY:METHOD=AES-128,URI=\"k,1\",IV=0x1",
                                "#EXTINF:6,",
                                "c1.ts")
                        .replace("\n", "\r\n");
        String ad = "\uFEFF" + Playlists.ts("a", "6").replace("\n", "\r\n");
        Stitched stitched = Stitching.of(content).at("6", ad).stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "c1.ts");
        assertThat(stitched.text().substring(1)).doesNotContain("\uFEFF");
        assertThat(stitched.text()).contains("##EXT-comment, with comma\r\n", "# x\r\n");
        assertThat(stitched.segment("c1.ts").keys().get(0).uri()).contains("https://origin.example/content/k,1");
        assertThat(stitched.segments()).extracting(EffectiveSegment::duration).hasSize(3);
    }

    @Test
    void rule_60_an_ad_from_a_URI_that_redirects_resolves_against_where_it_came_from() throws Exception {
        Stitching stitching = Stitching.of(Playlists.ts("c", "6", "6"));
        byte[] text = Playlists.bytes(Playlists.ts("a", "6"));
        Ad ad = Ad.load(
                "r",
                "https://ads.example/go",
                uri -> new dev.hemstitch.ads.model.PlaylistSource.Fetched(text, "https://final.example/deep/ad.m3u8"));

        assertThat(stitching.at("6", List.of(ad)).stitch().segments().get(1).uri())
                .isEqualTo("https://final.example/deep/a0.ts");
        assertThat(Ad.load("r", "x", uri -> null).problem()).contains(SkipReason.AD_UNAVAILABLE);
    }
}
