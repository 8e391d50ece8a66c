package dev.hemstitch.ads.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.rules.Multivariants;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.rules.Stitched;
import dev.hemstitch.ads.rules.Stitching;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with an ad or a break: the reason is told and the content comes out byte for byte as it came in. */
class BadInputTest {
    private static final String CONTENT = Playlists.ts("c", "6", "6", "6");
    private static final String GOOD = Playlists.ts("g", "6");

    static Stream<Arguments> ads() {
        String live = GOOD.replace("#EXT-X-ENDLIST\n", "");
        return Stream.of(
                Arguments.of("HTML", "<!DOCTYPE html><html>#EXTM3U</html>", SkipReason.AD_UNREADABLE),
                Arguments.of("empty lines", "\n\n#EXTM3U", SkipReason.AD_UNREADABLE),
                Arguments.of("no segments", Playlists.of("#EXT-X-TARGETDURATION:6"), SkipReason.AD_EMPTY),
                Arguments.of("no duration", Playlists.ts("a", "0", "0"), SkipReason.AD_EMPTY),
                Arguments.of(
                        "unreadable duration", Playlists.ts("a", "6").replace(":6,", ":six,"), SkipReason.AD_EMPTY),
                Arguments.of("live", live, SkipReason.AD_IS_LIVE),
                Arguments.of("gaps", Playlists.segments("#EXT-X-GAP", "#EXTINF:6,", "a.ts"), SkipReason.AD_HAS_GAPS),
                Arguments.of(
                        "undefined", Playlists.segments("#EXTINF:6,", "{$x}.ts"), SkipReason.AD_UNDEFINED_VARIABLE),
                Arguments.of(
                        "undefined besides a defined one",
                        Playlists.segments("#EXT-X-DEFINE:NAME=\"y\",VALUE=\"1\"", "#EXTINF:6,", "{$y}{$x}.ts"),
                        SkipReason.AD_UNDEFINED_VARIABLE),
                Arguments.of(
                        "undefined in a key",
                        Playlists.segments("#EXT-X-KEY:METHOD=AES-128,URI=\"{$x}\"", "#EXTINF:6,", "a.ts"),
                        SkipReason.AD_UNDEFINED_VARIABLE),
                Arguments.of(
                        "undefined initialization vector",
                        Playlists.segments("#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$x}", "#EXTINF:6,", "a.ts"),
                        SkipReason.AD_UNDEFINED_VARIABLE),
                Arguments.of(
                        "undefined in a multivariant",
                        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{$x}/v.m3u8\n",
                        SkipReason.AD_UNDEFINED_VARIABLE),
                Arguments.of(
                        "multivariant of a missing playlist",
                        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n",
                        SkipReason.AD_UNAVAILABLE),
                Arguments.of(
                        "multivariant of nothing",
                        "#EXTM3U\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-SESSION-DATA:DATA-ID=\"x\",VALUE=\"y\"\n",
                        SkipReason.AD_UNREADABLE),
                Arguments.of("fMP4 in TS", Playlists.fmp4("a", "6"), SkipReason.NO_MATCHING_CONTAINER),
                Arguments.of("WebVTT in TS", Playlists.vtt("a", "6"), SkipReason.NO_MATCHING_CONTAINER),
                Arguments.of(
                        "packed audio in TS",
                        Playlists.ts("a", "6").replace(".ts", ".aac"),
                        SkipReason.NO_MATCHING_CONTAINER),
                Arguments.of(
                        "I-frames in video",
                        Playlists.segments("#EXT-X-I-FRAMES-ONLY", "#EXTINF:6,", "a.ts"),
                        SkipReason.NO_MATCHING_RENDITION),
                Arguments.of("demuxed in a single one", "demuxed", SkipReason.MUXING_DIFFERS),
                Arguments.of("a thousand years", Playlists.ts("a", "31557600000"), SkipReason.AD_TOO_LONG),
                Arguments.of(
                        "durations beyond all numbers", Playlists.ts("a", "9".repeat(30)), SkipReason.AD_TOO_LONG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ads")
    void a_bad_ad_is_refused_with_its_reason_and_the_content_is_untouched(String what, String ad, SkipReason reason) {
        Stitched stitched = prepared().at("6", ad).stitch();

        assertThat(stitched.refusedAds()).as(what).containsExactly(reason);
        assertThat(stitched.refusedBreaks()).containsExactly(SkipReason.NO_ADS);
        assertThat(stitched.text()).isEqualTo(CONTENT);
        assertThat(stitched.plan().refusedAds().get(0).refused().message()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ads")
    void a_bad_ad_among_good_ones_leaves_them_in_place(String what, String ad, SkipReason reason) {
        Stitched stitched = prepared().at("6", GOOD, ad, GOOD).stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "g0.ts", "g0.ts", "c1.ts", "c2.ts");
        assertThat(stitched.refusedAds()).as(what).containsExactly(reason);
        assertThat(stitched.refusedBreaks()).isEmpty();
    }

    private static Stitching prepared() {
        return Stitching.of(CONTENT)
                .withAd("demuxed", Map.of("main.m3u8", Multivariants.DEMUXED, "video.m3u8", GOOD, "audio.m3u8", GOOD));
    }

    static Stream<Arguments> sources() {
        byte[] long100 = new byte[100 << 20];
        Arrays.fill(long100, (byte) 'a');
        System.arraycopy("#EXTM3U\n#".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, long100, 0, 9);
        return Stream.of(
                Arguments.of(
                        "missing",
                        source(() -> {
                            throw new IOException();
                        }),
                        SkipReason.AD_UNAVAILABLE),
                Arguments.of(
                        "broken source",
                        source(() -> {
                            throw new IllegalStateException("bug");
                        }),
                        SkipReason.AD_UNAVAILABLE),
                Arguments.of("null", source(() -> null), SkipReason.AD_UNAVAILABLE),
                Arguments.of("no bytes", source(() -> new byte[0]), SkipReason.AD_UNREADABLE),
                Arguments.of("binary", source(() -> new byte[] {0x47, 0x40, 0x11, 0x10}), SkipReason.AD_UNREADABLE),
                Arguments.of("a line of 100 MB", source(() -> long100), SkipReason.AD_UNREADABLE));
    }

    private interface Bytes {
        byte[] get() throws IOException;
    }

    private static PlaylistSource source(Bytes bytes) {
        return uri -> new PlaylistSource.Fetched(bytes.get(), uri);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void what_a_source_does_never_harms_the_content(String what, PlaylistSource source, SkipReason reason) {
        Stitched stitched = Stitching.of(CONTENT)
                .at("6", List.of(Ad.load("x", "https://ads.example/x.m3u8", source)))
                .stitch();

        assertThat(stitched.refusedAds()).as(what).containsExactly(reason);
        assertThat(stitched.text()).isEqualTo(CONTENT);
        assertThat(stitched.plan().refusedAds().get(0).refused().message())
                .isNotBlank()
                .isNotEqualTo("null");
    }

    @Test
    void breaks_that_cannot_be_are_refused_with_their_reasons() {
        String empty = Playlists.of("#EXT-X-TARGETDURATION:6");
        assertThat(Stitching.of(empty).at("start", GOOD).stitch().refusedBreaks())
                .containsExactly(SkipReason.CONTENT_EMPTY);
        assertThat(Stitching.of(empty).at("start", GOOD).stitch().text()).isEqualTo(empty);

        String endless = Playlists.ts("c", "9".repeat(30), "9".repeat(30));
        assertThat(Stitching.of(endless)
                        .at("start", GOOD)
                        .at("end", GOOD)
                        .at("50%", GOOD)
                        .stitch()
                        .refusedBreaks())
                .containsOnly(SkipReason.CONTENT_TOO_LONG);
        assertThat(Stitching.of(CONTENT).at("7", new String[0]).stitch().refusedBreaks())
                .containsExactly(SkipReason.NO_ADS);
        assertThat(Stitching.of(CONTENT).at("18.01", GOOD).stitch().refusedBreaks())
                .containsExactly(SkipReason.BEYOND_END);
        assertThat(Stitching.of(CONTENT).at("18.01", GOOD).stitch().text()).isEqualTo(CONTENT);
    }

    @Test
    void dates_at_the_end_of_time_do_not_throw() {
        String content = Playlists.segments(
                "#EXT-X-PROGRAM-DATE-TIME:9999-12-31T23:59:55Z", "#EXTINF:6,", "c0.ts", "#EXTINF:6,", "c1.ts");

        assertThat(Stitching.of(content).at("6", GOOD).at("end", GOOD).stitch().names())
                .hasSize(4);
    }

    @Test
    void ten_thousand_breaks_are_no_deeper_than_one() {
        Stitching stitching = Stitching.of(Playlists.ts("c", Playlists.times(10_001, "1.001")));
        Ad ad = stitching.ad(GOOD);
        for (int i = 10_000; i > 0; i--) {
            stitching.at(java.math.BigDecimal.valueOf(i * 1_001L, 3).toPlainString(), List.of(ad));
        }
        Stitched stitched = stitching.stitch();

        assertThat(stitched.plan().points()).hasSize(10_000);
        assertThat(stitched.names()).hasSize(20_001);
    }
}
