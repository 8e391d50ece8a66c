package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.reference.ReferenceAttributes;
import dev.hemstitch.core.reference.ReferenceMultivariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 14, 25 and 41 to 44: the Multivariant Playlist. */
class RuleMultivariantTest {
    private static final String VIDEO = Playlists.ts("v", "6", "6");
    private static final String AD = Playlists.ts("a", "6");

    private static Stitched stitch(String content, String ad) {
        Stitching stitching = Stitching.of(content, files(content, VIDEO));
        Map<String, String> adFiles = files(ad, AD);
        adFiles.put("main.m3u8", ad);
        stitching.withAd("ad", adFiles);
        return stitching.at("6", List.of(stitching.ad("ad"))).stitch();
    }

    /** The same media playlist for each URI that a multivariant one names. */
    private static Map<String, String> files(String multivariant, String media) {
        Map<String, String> files = new LinkedHashMap<>();
        ReferenceMultivariant read = ReferenceMultivariant.read(multivariant);
        read.variants().forEach(variant -> files.put(variant.uri().orElseThrow(), media));
        read.renditions().forEach(rendition -> rendition.text("URI").ifPresent(uri -> files.put(uri, media)));
        read.iFrameVariants().forEach(iFrames -> files.put(iFrames.text("URI").orElseThrow(), media));
        return files;
    }

    private static String variants(String... attributesAndUri) {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        for (int i = 0; i < attributesAndUri.length; i += 2) {
            text.append("#EXT-X-STREAM-INF:").append(attributesAndUri[i]).append('\n');
            text.append(attributesAndUri[i + 1]).append('\n');
        }
        return text.toString();
    }

    @Test
    void rule_25_session_tags_steering_and_unknown_tags_pass_through() {
        String tags = """
                #EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI="skd://1",KEYFORMAT="com.apple.streamingkeydelivery"
                #EXT-X-SESSION-DATA:DATA-ID="x",VALUE="a, b"
                #EXT-X-CONTENT-STEERING:SERVER-URI="https://steer.example/",PATHWAY-ID="A"
                #EXT-X-ACME:BANDWIDTH=1,URI="acme.m3u8"
                # a comment
                """;
        Stitched stitched = stitch(
                variants("BANDWIDTH=9000000,PATHWAY-ID=\"A\"", "v.m3u8") + tags, variants("BANDWIDTH=1", "x.m3u8"));

        assertThat(stitched.multivariantText()).endsWith(tags);
    }

    @Test
    void rule_25_image_playlists_go_where_ads_are_spliced_in_since_their_pictures_stay_at_the_content_s_times() {
        String images = "#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,URI=\"i/tiles.m3u8\"\n#EXT-X-IMAGE-STREAM-INF:NONE\n";
        String content = variants("BANDWIDTH=9000000", "v.m3u8");

        assertThat(stitch(content + images, variants("BANDWIDTH=1", "x.m3u8")).multivariantText())
                .isEqualTo(content);
    }

    @Test
    void rule_60_without_ads_image_playlists_are_named_from_where_the_output_stands() {
        String images = "#EXT-X-IMAGE-STREAM-INF: BANDWIDTH=1,URI=\"i/tiles.m3u8\",CODECS=\"jpeg\"\n";
        String content = variants("BANDWIDTH=9000000", "v.m3u8") + images;
        Stitching stitching = Stitching.of(content, Map.of("v.m3u8", VIDEO));

        assertThat(stitching.stitch().multivariantText()).isEqualTo(content);
        assertThat(stitching.stitchTo("https://origin.example/out/").multivariantText())
                .contains("URI=\"../content/i/tiles.m3u8\"", "CODECS=\"jpeg\"");
        assertThat(stitching.stitchTo("https://other.example/").multivariantText())
                .contains("URI=\"https://origin.example/content/i/tiles.m3u8\"");
    }

    @Test
    void rule_25_all_pathways_get_the_same_ads() {
        String content =
                variants("BANDWIDTH=9,PATHWAY-ID=\"A\"", "a/v.m3u8", "BANDWIDTH=9,PATHWAY-ID=\"B\"", "b/v.m3u8")
                        + "#EXT-X-CONTENT-STEERING:SERVER-URI=\"https://steer.example/\",PATHWAY-ID=\"A\"\n";
        Stitched stitched = stitch(content, variants("BANDWIDTH=9", "x.m3u8"));

        assertThat(stitched.assets(1)).isEqualTo(stitched.assets(0)).containsExactly("content=0", "ad=1", "content=2");
        assertThat(stitched.names(1)).isEqualTo(stitched.names(0));
    }

    @Test
    void rule_41_the_reason_says_where_audio_is_apart() {
        Stitching stitching = Stitching.of(VIDEO)
                .withAd("x", Map.of("main.m3u8", Multivariants.DEMUXED, "video.m3u8", VIDEO, "audio.m3u8", VIDEO));
        Stitched stitched = stitching.at("6", List.of(stitching.ad("x"))).stitch();

        assertThat(stitched.plan().refusedAds().get(0).refused().message())
                .isEqualTo("audio and video are apart in the ad, but the content is one Media Playlist");
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, false, true", "false, true, false"})
    void rule_41_muxed_ads_go_into_muxed_content_and_demuxed_into_demuxed(boolean content, boolean ad, boolean fits) {
        String contentText = content ? Multivariants.MUXED : Multivariants.DEMUXED;
        Stitched stitched = stitch(contentText, ad ? Multivariants.MUXED : Multivariants.DEMUXED);

        assertThat(stitched.plan().points()).hasSize(fits ? 1 : 0);
        if (!fits) {
            assertThat(stitched.refusedAds()).containsExactly(SkipReason.MUXING_DIFFERS);
            assertThat(stitched.text()).isEqualTo(VIDEO);
            assertThat(stitched.multivariantText()).isEqualTo(contentText);
        }
    }

    @Test
    void rule_42_variants_of_equal_bandwidth_are_each_matched_for_themselves() {
        String content = variants(
                "BANDWIDTH=900000,CODECS=\"avc1.64001f,mp4a.40.2\"",
                "avc.m3u8",
                "BANDWIDTH=900000,CODECS=\"hvc1.2.4.L93.B0,mp4a.40.2\"",
                "hevc.m3u8");
        Stitched stitched = stitch(
                content,
                variants(
                        "BANDWIDTH=900000,CODECS=\"hvc1.1.6.L93.B0,mp4a.40.2\"",
                        "h/x.m3u8",
                        "BANDWIDTH=900000,CODECS=\"avc1.4d001f,mp4a.40.2\"",
                        "a/x.m3u8"));

        assertThat(stitched.segments(0).get(1).uri()).isEqualTo("https://ads.example/ad/a/a0.ts");
        assertThat(stitched.segments(1).get(1).uri()).isEqualTo("https://ads.example/ad/h/a0.ts");
    }

    @Test
    void rule_43_the_order_of_an_ad_s_variants_and_renditions_never_matters() {
        String content = Multivariants.FULL;
        List<String> groups = List.of(
                "#EXT-X-STREAM-INF:BANDWIDTH=500000,CODECS=\"avc1.4d001f,mp4a.40.2\",RESOLUTION=640x360,AUDIO=\"a\",SUBTITLES=\"s\"\nv1.m3u8\n",
                "#EXT-X-STREAM-INF:BANDWIDTH=500000,CODECS=\"avc1.4d001f,mp4a.40.2\",RESOLUTION=640x360,AUDIO=\"a\",SUBTITLES=\"s\"\nv2.m3u8\n",
                "#EXT-X-STREAM-INF:BANDWIDTH=1500000,CODECS=\"avc1.4d001f,mp4a.40.2\",RESOLUTION=640x360,AUDIO=\"a\",SUBTITLES=\"s\"\nv3.m3u8\n",
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"1\",LANGUAGE=\"de\",URI=\"a1.m3u8\"\n",
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"2\",LANGUAGE=\"fr\",URI=\"a2.m3u8\"\n",
                "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"1\",LANGUAGE=\"de\",URI=\"s1.m3u8\"\n",
                "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"2\",LANGUAGE=\"en-GB\",URI=\"s2.m3u8\"\n");
        String first = "";
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 30; i++) {
            java.util.ArrayList<String> shuffled = new java.util.ArrayList<>(groups);
            java.util.Collections.shuffle(shuffled, random);
            Stitched stitched = stitch(content, "#EXTM3U\n" + String.join("", shuffled));
            StringBuilder all = new StringBuilder(stitched.multivariantText());
            for (int track = 0; track < stitched.result().tracks().size(); track++) {
                all.append(stitched.text(track));
            }
            first = first.isEmpty() ? all.toString() : first;
            assertThat(stitched.plan().points()).hasSize(1);
            assertThat(all.toString()).isEqualTo(first);
        }
    }

    @Test
    void rule_44_CODECS_and_bandwidths_cover_the_ads() {
        ReferenceAttributes variant = raised(
                "BANDWIDTH=1000,AVERAGE-BANDWIDTH=900,FRAME-RATE=25.000,CODECS=\"avc1.4d001f,mp4a.40.2\"",
                "BANDWIDTH=2000,AVERAGE-BANDWIDTH=1900,FRAME-RATE=29.970,CODECS=\"avc1.64001f,mp4a.40.5\"");

        assertThat(variant.raw())
                .containsEntry("BANDWIDTH", "2000")
                .containsEntry("AVERAGE-BANDWIDTH", "1900")
                .containsEntry("FRAME-RATE", "29.970")
                .containsEntry("CODECS", "\"avc1.4d001f,mp4a.40.2,avc1.64001f,mp4a.40.5\"");
    }

    @Test
    void rule_44_what_covers_the_ads_already_stays_and_what_is_not_told_is_not_invented() {
        String own = "BANDWIDTH=3000,CODECS=\"avc1.4d001f,mp4a.40.2\"";
        ReferenceAttributes variant =
                raised(own, "BANDWIDTH=2000,AVERAGE-BANDWIDTH=1900,CODECS=\"avc1.4d001f,mp4a.40.2\"");
        assertThat(variant).isEqualTo(ReferenceAttributes.of(own));

        ReferenceAttributes average = raised("BANDWIDTH=3000,AVERAGE-BANDWIDTH=1000", "BANDWIDTH=2000");
        assertThat(average.raw()).containsEntry("AVERAGE-BANDWIDTH", "2000").doesNotContainKey("CODECS");
    }

    @ParameterizedTest
    @CsvSource({
        "SDR, PQ, PQ",
        "HLG, PQ, PQ",
        "SDR, HLG, HLG",
        "PQ, SDR, PQ",
        "PQ, HLG, PQ",
        "HLG, SDR, HLG",
        "SDR, SDR, SDR",
        ", PQ, PQ",
        ", SDR, ",
        "NEW, PQ, NEW",
        "SDR, NEW, SDR"
    })
    void rule_44_VIDEO_RANGE_is_that_of_content_and_ads_mixed(
            @Nullable String content, String ad, @Nullable String mixed) {
        String own = content == null ? "" : ",VIDEO-RANGE=" + content;
        assertThat(raised("BANDWIDTH=9" + own, "BANDWIDTH=9,VIDEO-RANGE=" + ad).text("VIDEO-RANGE"))
                .isEqualTo(Optional.ofNullable(mixed));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, TYPE-0, TYPE-0",
        "TYPE-0, TYPE-1, TYPE-1",
        "TYPE-1, NONE, TYPE-1",
        ", TYPE-1, TYPE-1",
        ", NONE, ",
        "NEW, TYPE-1, NEW"
    })
    void rule_44_HDCP_LEVEL_is_the_most_restrictive_of_content_and_ads(
            @Nullable String content, String ad, @Nullable String mixed) {
        String own = content == null ? "" : ",HDCP-LEVEL=" + content;
        assertThat(raised("BANDWIDTH=9" + own, "BANDWIDTH=9,HDCP-LEVEL=" + ad).text("HDCP-LEVEL"))
                .isEqualTo(Optional.ofNullable(mixed));
    }

    @Test
    void rule_44_only_variants_that_an_ad_plays_in_are_changed_for_it() {
        String ads = variants(
                "BANDWIDTH=9,VIDEO-RANGE=SDR,RESOLUTION=16x9",
                "s/x.m3u8",
                "BANDWIDTH=9,VIDEO-RANGE=PQ,HDCP-LEVEL=TYPE-1,RESOLUTION=16x9",
                "p/x.m3u8");
        String content = variants(
                "BANDWIDTH=9,VIDEO-RANGE=SDR,RESOLUTION=16x9",
                "s.m3u8",
                "BANDWIDTH=9,VIDEO-RANGE=PQ,RESOLUTION=16x9",
                "p.m3u8");

        assertThat(stitch(content, ads).multivariantText())
                .isEqualTo(content.replace("PQ,RESOLUTION=16x9", "PQ,RESOLUTION=16x9,HDCP-LEVEL=TYPE-1"));
    }

    @Test
    void rule_44_a_variant_of_audio_alone_does_not_need_what_the_video_of_an_ad_needs() {
        String audio = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"1\",URI=\"audio.m3u8\"\n";
        String content = variants(
                        "BANDWIDTH=900,CODECS=\"avc1.4d001f,mp4a.40.2\",AUDIO=\"a\"",
                        "v.m3u8",
                        "BANDWIDTH=64,AVERAGE-BANDWIDTH=60,CODECS=\"mp4a.40.2\",AUDIO=\"a\"",
                        "audio.m3u8")
                + audio;
        String ad = "BANDWIDTH=3000,CODECS=\"avc1.4d001f,mp4a.40.5\",VIDEO-RANGE=PQ,HDCP-LEVEL=TYPE-1,AUDIO=\"a\"";
        Stitched stitched = stitch(content, variants(ad, "x.m3u8") + audio);

        assertThat(stitched.assets(1)).containsExactly("content=0", "ad=1", "content=2");
        assertThat(variant(stitched, 0).raw())
                .containsEntry("BANDWIDTH", "3000")
                .containsEntry("HDCP-LEVEL", "TYPE-1");
        assertThat(variant(stitched, 1).raw())
                .containsEntry("BANDWIDTH", "64")
                .containsEntry("AVERAGE-BANDWIDTH", "60")
                .containsEntry("CODECS", "\"mp4a.40.2,mp4a.40.5\"")
                .doesNotContainKeys("VIDEO-RANGE", "HDCP-LEVEL");
    }

    private static ReferenceAttributes variant(Stitched stitched, int index) {
        return stitched.multivariant().variants().get(index).attributes();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 6, 6",
        "6, 2, 6",
        "2, 16/JOC, 16/JOC",
        "12/JOC, 16, 16/JOC",
        "2, x, 2",
        "2/-/BINAURAL, 2, 2/-/BINAURAL",
        ", 6, ",
        "6, , 6"
    })
    void rule_44_CHANNELS_counts_those_of_the_segment_that_has_most(
            @Nullable String content, @Nullable String ad, @Nullable String most) {
        Stitched stitched = stitch(withChannels(content), withChannels(ad));

        assertThat(stitched.plan().points()).hasSize(1);
        assertThat(stitched.multivariant().renditions().get(0).text("CHANNELS")).isEqualTo(Optional.ofNullable(most));
    }

    private static String withChannels(@Nullable String channels) {
        return channels == null
                ? Multivariants.DEMUXED
                : Multivariants.DEMUXED.replace("DEFAULT=YES,", "DEFAULT=YES,CHANNELS=\"" + channels + "\",");
    }

    private static ReferenceAttributes raised(String content, String ad) {
        return stitch(variants(content, "v.m3u8"), variants(ad, "x.m3u8"))
                .multivariant()
                .variants()
                .get(0)
                .attributes();
    }

    @Test
    void rule_44_HEVC_content_does_not_take_an_AVC_ad() {
        Stitched stitched = stitch(
                variants("BANDWIDTH=9,CODECS=\"hvc1.2.4.L93.B0,mp4a.40.2\"", "v.m3u8"),
                variants("BANDWIDTH=9,CODECS=\"avc1.64001f,mp4a.40.2\"", "x.m3u8"));

        assertThat(stitched.refusedAds()).containsExactly(SkipReason.NO_MATCHING_CODEC);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void rule_14_independent_segments_of_the_multivariant_need_those_of_the_ads(boolean ad, boolean expected) {
        String tag = "#EXT-X-INDEPENDENT-SEGMENTS\n";
        String content = variants("BANDWIDTH=9", "v.m3u8").replace("#EXTM3U\n", "#EXTM3U\n" + tag);
        String adText = variants("BANDWIDTH=9", "x.m3u8").replace("#EXTM3U\n", "#EXTM3U\n" + (ad ? tag : ""));

        assertThat(stitch(content, adText).multivariant().independentSegments()).isEqualTo(expected);
    }

    @Test
    void rule_14_the_start_offset_stays_at_the_content_that_it_named() {
        String start = "#EXT-X-START:TIME-OFFSET=%s\n";
        for (String[] row : new String[][] {{"0", "0"}, {"3", "3"}, {"7", "13.000"}, {"-1", "-1"}, {"-7", "-13.000"}}) {
            String content =
                    variants("BANDWIDTH=9", "v.m3u8").replace("#EXTM3U\n", "#EXTM3U\n" + start.formatted(row[0]));
            Stitched stitched = stitch(content, variants("BANDWIDTH=9", "x.m3u8"));

            assertThat(stitched.multivariant().start().orElseThrow().text("TIME-OFFSET"))
                    .contains(row[1]);
        }
    }
}
