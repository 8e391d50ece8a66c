package dev.hemstitch.ads.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.rules.Stitching;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden tables: what of an ad serves what of the content. */
class RenditionMatcherTest {
    private static final String AVC = "CODECS=\"avc1.64001f,mp4a.40.2\"";

    /** Each line: STREAM-INF attributes and a URI, or an EXT-X-MEDIA or I-frame line; all playlists are alike. */
    private static Presentation presentation(String... lines) {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        Map<String, String> files = new HashMap<>();
        for (String line : lines) {
            boolean isTag = line.startsWith("#");
            int space = line.lastIndexOf(' ');
            String uri = isTag ? between(line, "URI=\"") : line.substring(space + 1);
            text.append(isTag ? line : "#EXT-X-STREAM-INF:" + line.substring(0, space) + "\n" + uri)
                    .append('\n');
            String media = uri.endsWith(".vtt")
                    ? Playlists.vtt("s", "6")
                    : uri.endsWith(".mp4") ? Playlists.fmp4("s", "6") : Playlists.ts("s", "6");
            files.put(
                    uri,
                    line.contains("I-FRAME")
                            ? media.replace("#EXT-X-PLAYLIST", "#EXT-X-I-FRAMES-ONLY\n#EXT-X-PLAYLIST")
                            : media);
        }
        return Stitching.of(text.toString(), files).presentation();
    }

    private static String between(String line, String from) {
        int at = line.indexOf(from) + from.length();
        return line.contains(from) ? line.substring(at, line.indexOf('"', at)) : "";
    }

    private static MatchResult match(Presentation content, Presentation ad) {
        return match(content, 0, ad);
    }

    private static MatchResult match(Presentation content, int track, Presentation ad) {
        return new RenditionMatcher(content, ad).match(content.tracks().get(track));
    }

    private static String name(MatchResult result) {
        return result.track()
                .map(Track::name)
                .orElseGet(() -> result.reason().orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avc1.64001f,mp4a.40.2      | avc1.4d401e,mp4a.40.5  | a",
                "avc1.64001f,mp4a.40.2      | avc3.4d401e,mp4a.40.29 | a",
                "avc1.64001f,mp4a.40.2      | hvc1.1.6.L93.B0,mp4a.40.2 | NO_MATCHING_CODEC",
                "hev1.1.6.L93.B0,mp4a.40.2  | hvc1.2.4.L93.B0,mp4a.40.2 | a",
                "av01.0.08M.08,mp4a.40.2    | av01.0.04M.10,mp4a.40.2 | a",
                "av01.0.08M.08,mp4a.40.2    | avc1.64001f,mp4a.40.2  | NO_MATCHING_CODEC",
                "avc1.64001f,ac-3           | avc1.64001f,mp4a.40.2  | NO_MATCHING_CODEC",
                "avc1.64001f,ec-3           | avc1.64001f,ac-3       | NO_MATCHING_CODEC",
                "avc1.64001f,ec-3           | avc1.64001f,ec-3       | a",
                "avc1.64001f,mp4a.40.34     | avc1.64001f,mp4a.40.2  | NO_MATCHING_CODEC",
                "avc1.64001f,mp4a.40.34     | avc1.64001f,mp4a.69    | a",
                "AVC1.64001F,MP4A.40.2      | avc1.64001f,mp4a.40.2  | a",
                "avc1.64001f,mp4a.40.2,wvtt | avc1.64001f,mp4a.40.2  | a",
                "dvh1.05.06,mp4a.40.2       | hvc1.2.4.L93.B0,mp4a.40.2 | NO_MATCHING_CODEC",
                "avc1.64001f,mp4a.40.2      | ''                     | a",
                "''                         | hvc1.2.4.L93.B0,ec-3   | a",
                "avc1.64001f                | avc1.64001f,mp4a.40.2  | MUXING_DIFFERS",
                "avc1.64001f                | avc1.64001f            | a",
                "mp4a.40.2                  | mp4a.40.5              | a",
                "mp4a.40.2                  | avc1.64001f,mp4a.40.2  | NO_MATCHING_RENDITION",
                "avc1.64001f,mp4a.40.2      | mp4a.40.2              | NO_MATCHING_RENDITION"
            })
    void rule_43_codec_families_are_a_gate(String content, String ad, String expected) {
        assertThat(name(match(presentation(codecs(content) + " c"), presentation(codecs(ad) + " a"))))
                .isEqualTo(expected);
    }

    private static String codecs(String codecs) {
        return "BANDWIDTH=1000" + (codecs.isEmpty() ? "" : ",CODECS=\"" + codecs + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "c.ts, a.ts, a.ts",
        "c.mp4, a.mp4, a.mp4",
        "c.ts, a.mp4, NO_MATCHING_CONTAINER",
        "c.mp4, a.ts, NO_MATCHING_CONTAINER"
    })
    void rule_43_the_container_is_a_gate(String content, String ad, String expected) {
        assertThat(name(match(presentation("BANDWIDTH=1 " + content), presentation("BANDWIDTH=1 " + ad))))
                .isEqualTo(expected);
    }

    @Test
    void rule_43_mp4_without_an_initialization_section_goes_with_its_like_only() {
        List<String> containers = List.of(
                Playlists.ts("x", "6"),
                Playlists.fmp4("x", "6"),
                Playlists.ts("x", "6").replace(".ts", ".m4s"));
        for (String content : containers) {
            for (String ad : containers) {
                MatchResult match = match(alone(content), alone(ad));
                assertThat(match.reason())
                        .isEqualTo(
                                content.equals(ad) ? Optional.empty() : Optional.of(SkipReason.NO_MATCHING_CONTAINER));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.ts, b.ts, true",
        "a.ts, b.aac, false",
        "a.ts, b, true",
        "a, b.ts, true",
        "a, b, true",
        "a.ts?x=.aac, 'b.TS;p=1', true",
        "a.aac, 'b.aac;p=1', true",
        "a.aac, b, false",
        "a.vtt, b, true",
        "a.m4s, b, false",
        "a.vtt, b.ts, false"
    })
    void rule_43_a_container_that_is_unknown_is_no_other_one_but_where_audio_is_packed_codecs_must_say_what_it_is(
            String content, String ad, boolean fits) {
        String text = Playlists.ts("x", "6");
        assertThat(match(alone(text.replace("x0.ts", content)), alone(text.replace("x0.ts", ad)))
                        .track()
                        .isPresent())
                .isEqualTo(fits);
        if (!content.contains(".m4s") && !content.contains(".vtt") && !fits) {
            assertThat(match(audio("en " + content), 1, audio("en " + ad))
                            .track()
                            .isPresent())
                    .isEqualTo(ad.equals("b"));
        }
    }

    @Test
    void rule_43_language_counts_more_than_whether_the_container_is_known_and_that_more_than_the_rest() {
        Presentation content = audio("en c.aac");

        assertThat(name(match(content, 1, audio("de d.aac", "en e")))).isEqualTo("1.m3u8");
        assertThat(name(match(content, 1, audio("en d", "en e.aac")))).isEqualTo("1.m3u8");
    }

    /** Video and packed audio, AAC: of each rendition the language and the name of its segment. */
    private static Presentation audio(String... renditions) {
        StringBuilder text = new StringBuilder(
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9,CODECS=\"avc1.64001f,mp4a.40.2\",AUDIO=\"a\"\nv.m3u8\n");
        Map<String, String> files = new HashMap<>(Map.of("v.m3u8", Playlists.ts("v", "6")));
        for (int i = 0; i < renditions.length; i++) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"%d\",LANGUAGE=\"%s\",URI=\"%d.m3u8\"\n"
                    .formatted(i, renditions[i].substring(0, 2), i));
            files.put(i + ".m3u8", Playlists.ts("x", "6").replace("x0.ts", renditions[i].substring(3)));
        }
        return Stitching.of(text.toString(), files).presentation();
    }

    private static Presentation alone(String media) {
        return Presentation.ofMedia((MediaPlaylist) PlaylistParser.lenient().parse(media), "https://h/m.m3u8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // wanted | ladder | best
                "BANDWIDTH=900 | BANDWIDTH=100 a ; BANDWIDTH=800 b ; BANDWIDTH=1100 c | b",
                "BANDWIDTH=1000 | BANDWIDTH=900 a ; BANDWIDTH=1100 b | a",
                "BANDWIDTH=900,RESOLUTION=1280x720 | BANDWIDTH=900,RESOLUTION=640x360 a ; BANDWIDTH=9,RESOLUTION=1280x720 b | b",
                "BANDWIDTH=900,RESOLUTION=1280x720 | BANDWIDTH=900 a ; BANDWIDTH=9,RESOLUTION=1920x1080 b | b",
                "BANDWIDTH=900 | BANDWIDTH=900,RESOLUTION=640x360 a ; BANDWIDTH=9,RESOLUTION=1280x720 b | a",
                "BANDWIDTH=900,RESOLUTION=1280x720 | BANDWIDTH=9,RESOLUTION=720x1280 a ; BANDWIDTH=900,RESOLUTION=1280x718 b | b",
                "BANDWIDTH=9,RESOLUTION=2x2,FRAME-RATE=50.000 | BANDWIDTH=9,RESOLUTION=2x2,FRAME-RATE=25.000 a ; BANDWIDTH=99,RESOLUTION=2x2,FRAME-RATE=60.000 b | b",
                "BANDWIDTH=9,VIDEO-RANGE=PQ,RESOLUTION=4x4 | BANDWIDTH=9,RESOLUTION=4x4 a ; BANDWIDTH=1,VIDEO-RANGE=PQ,RESOLUTION=2x2 b | b",
                "BANDWIDTH=9 | BANDWIDTH=9,VIDEO-RANGE=HLG a ; BANDWIDTH=1,VIDEO-RANGE=SDR b | b",
                "BANDWIDTH=9,VIDEO-RANGE=PQ | BANDWIDTH=9 a ; BANDWIDTH=8,VIDEO-RANGE=HLG b | a",
                "BANDWIDTH=18446744073709551615 | BANDWIDTH=1 a ; BANDWIDTH=18446744073709551614 b | b",
                "BANDWIDTH=900 | BANDWIDTH=900 b ; BANDWIDTH=900 a | a"
            })
    void rule_43_video_is_ranked_by_range_size_frame_rate_and_bandwidth(String wanted, String ladder, String best) {
        List<String> lines = new ArrayList<>(Splitter.on(" ; ").splitToList(ladder));
        for (int i = 0; i < 2; i++) {
            MatchResult result = match(presentation(wanted + " c"), presentation(lines.toArray(String[]::new)));
            assertThat(name(result)).isEqualTo(best);
            assertThat(result.explanation()).isNotBlank();
            java.util.Collections.reverse(lines);
        }
    }

    private static String media(String type, String attributes, String uri) {
        return "#EXT-X-MEDIA:TYPE=" + type + ",GROUP-ID=\"g\",NAME=\"" + uri + "\"," + attributes + ",URI=\"" + uri
                + "\"";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LANGUAGE=\"en\" | LANGUAGE=\"de\" a ; LANGUAGE=\"en\" b | b",
                "LANGUAGE=\"EN\" | LANGUAGE=\"de\" a ; LANGUAGE=\"en\" b | b",
                "LANGUAGE=\"en-GB\" | LANGUAGE=\"en-US\" a ; LANGUAGE=\"de\",DEFAULT=YES b | a",
                "LANGUAGE=\"en-GB\" | LANGUAGE=\"en\" a ; LANGUAGE=\"en-GB\" b | b",
                "LANGUAGE=\"fr\" | LANGUAGE=\"de\" a ; LANGUAGE=\"en\",DEFAULT=YES b | b",
                "LANGUAGE=\"fr\" | LANGUAGE=\"de\" a | a",
                "DEFAULT=NO | LANGUAGE=\"de\" a ; DEFAULT=NO b | b",
                "LANGUAGE=\"en\",CHARACTERISTICS=\"public.accessibility.describes-video\" | LANGUAGE=\"en\" a ; LANGUAGE=\"en\",CHARACTERISTICS=\"public.accessibility.describes-video\" b | b",
                "LANGUAGE=\"en\",CHANNELS=\"6\" | LANGUAGE=\"en\",CHANNELS=\"2\" a ; LANGUAGE=\"en\",CHANNELS=\"6\" b | b",
                "LANGUAGE=\"en\",FORCED=YES | LANGUAGE=\"en\" a ; LANGUAGE=\"en\",FORCED=YES b | b",
                "LANGUAGE=\"en\" | LANGUAGE=\"en\",FORCED=YES a ; LANGUAGE=\"en\" b | b"
            })
    void rule_43_audio_and_subtitles_are_ranked_by_language_then_group_and_default(
            String wanted, String others, String best) {
        for (String type : List.of("AUDIO", "SUBTITLES")) {
            String variant = "BANDWIDTH=9," + type + "=\"g\" v";
            List<String> lines = new ArrayList<>(List.of(variant));
            for (String other : Splitter.on(" ; ").split(others)) {
                lines.add(media(type, other.substring(0, other.length() - 2), other.substring(other.length() - 1)));
            }
            Presentation content = presentation(variant, media(type, wanted, "c"));
            assertThat(name(match(content, 1, presentation(lines.toArray(String[]::new)))))
                    .as(type)
                    .isEqualTo(best);
        }
    }

    @Test
    void rule_43_the_group_decides_among_equal_languages_and_codecs_gate_audio() {
        String variants = "BANDWIDTH=9,CODECS=\"avc1.64001f,%s\",AUDIO=\"%s\" %s";
        String english = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=\"e\",LANGUAGE=\"en\",URI=\"%s\"";
        Presentation both = presentation(
                variants.formatted("ac-3", "b", "v1"),
                variants.formatted("mp4a.40.2", "a", "v2"),
                english.formatted("a", "x1"),
                english.formatted("b", "x2"));
        assertThat(name(match(
                        presentation(variants.formatted("mp4a.40.5", "b", "v"), english.formatted("b", "c")), 1, both)))
                .isEqualTo("x1");
        assertThat(name(match(
                        presentation(variants.formatted("ac-3", "a", "v"), english.formatted("a", "c")), 1, both)))
                .isEqualTo("x2");
        assertThat(name(match(
                        presentation(variants.formatted("ec-3", "a", "v"), english.formatted("a", "c")), 1, both)))
                .isEqualTo("NO_MATCHING_CODEC");
        assertThat(name(match(presentation("BANDWIDTH=9,AUDIO=\"b\" v", english.formatted("b", "c")), 1, both)))
                .isEqualTo("x2");
    }

    @Test
    void I_frames_serve_I_frames_only_and_angles_are_muxed_as_their_variants_are() {
        String iFrames = "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=9,RESOLUTION=%s,CODECS=\"avc1.64001f\",URI=\"%s\"";
        Presentation ad = presentation(
                "BANDWIDTH=9," + AVC + " v", iFrames.formatted("640x360", "i1"), iFrames.formatted("1280x720", "i2"));
        Presentation content = presentation("BANDWIDTH=9," + AVC + " v", iFrames.formatted("1920x1080", "i"));
        assertThat(name(match(content, 1, ad))).isEqualTo("i2");
        assertThat(name(match(content, 1, presentation("BANDWIDTH=9," + AVC + " v"))))
                .isEqualTo("NO_MATCHING_RENDITION");

        Presentation angles =
                presentation("BANDWIDTH=9," + AVC + ",VIDEO=\"g\" v", media("VIDEO", "LANGUAGE=\"en\"", "bench"));
        assertThat(name(match(angles, 1, ad))).isEqualTo("v");
        assertThat(name(match(ad, 0, angles))).isEqualTo("v");
    }

    @Test
    void a_media_playlist_alone_fits_one_or_a_presentation_that_is_muxed() {
        Presentation alone = Stitching.of(Playlists.ts("c", "6")).presentation();
        Presentation muxed = presentation("BANDWIDTH=1," + AVC + " low", "BANDWIDTH=9," + AVC + " high");
        Presentation demuxed =
                presentation("BANDWIDTH=9,AUDIO=\"g\"," + AVC + " v", media("AUDIO", "LANGUAGE=\"en\"", "x"));

        assertThat(match(alone, alone).track()).isPresent();
        assertThat(name(match(alone, muxed))).isEqualTo("low");
        assertThat(match(muxed, alone).track()).isPresent();
        assertThat(match(demuxed, alone).reason()).contains(SkipReason.MUXING_DIFFERS);
        assertThat(match(alone, demuxed).reason()).contains(SkipReason.MUXING_DIFFERS);
        assertThat(match(demuxed, 1, alone).reason()).contains(SkipReason.NO_MATCHING_RENDITION);
    }

    @Test
    void an_audio_only_variant_of_an_audio_group_is_audio_itself() {
        String media = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"e\",URI=\"%s\"";
        String line = "BANDWIDTH=1,CODECS=\"mp4a.40.2\",AUDIO=\"a\" %s";
        Presentation content = presentation(line.formatted("c"), media.formatted("c2"));

        assertThat(name(match(content, presentation(line.formatted("x"), media.formatted("x2")))))
                .startsWith("x");
        MatchResult refused = match(content, presentation("BANDWIDTH=1,CODECS=\"ac-3\" x"));
        assertThat(refused.reason()).contains(SkipReason.NO_MATCHING_CODEC);
        assertThat(refused.explanation()).isEqualTo("no audio rendition of the ad has what the content has: aac");
        MatchResult text =
                match(presentation("BANDWIDTH=1,CODECS=\"stpp\" c"), presentation("BANDWIDTH=1,CODECS=\"avc1.1\" x"));
        assertThat(text.explanation())
                .isEqualTo("no main rendition of the ad has what the content has: neither video nor audio");
    }

    @Test
    void an_audio_only_variant_is_served_by_one_or_by_an_audio_rendition() {
        Presentation audio = presentation("BANDWIDTH=9,CODECS=\"mp4a.40.2\" c");
        Presentation demuxed =
                presentation("BANDWIDTH=9,AUDIO=\"g\"," + AVC + " v", media("AUDIO", "LANGUAGE=\"en\"", "x"));

        assertThat(name(match(audio, demuxed))).isEqualTo("x");
        assertThat(name(match(demuxed, 1, audio))).isEqualTo("c");
    }
}
