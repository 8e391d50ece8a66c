package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantRulesTest {
    private static List<String> found(String code, String attributes) {
        return MultivariantFindings.linesOf(code, "#EXT-X-STREAM-INF:" + attributes, "a.m3u8");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 0",
        "1000, 1001, 1",
        "18446744073709551615, 18446744073709551614, 0",
        "9223372036854775807, 9223372036854775808, 1",
        "1000, 18446744073709551616, 0",
        "1000, x, 0"
    })
    void the_average_is_compared_as_an_unsigned_number(String peak, String average, int findings) {
        assertThat(found("AVERAGE_ABOVE_PEAK", "AVERAGE-BANDWIDTH=" + average + ",BANDWIDTH=" + peak))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0",
        "29.97, 0",
        "29.970, 0",
        "29.9700000, 0",
        "29.9701, 1",
        "0.0005, 1",
        "29., 0",
        "29.9.7701, 0",
        "x, 0"
    })
    void a_frame_rate_has_three_decimals_at_most(String rate, int findings) {
        assertThat(found("FRAME_RATE_DECIMALS", "BANDWIDTH=1,FRAME-RATE=" + rate))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.000, 1", "0.001, 0", "2, 0", "-1, 0", "x, 0"})
    void a_score_is_positive(String score, int findings) {
        assertThat(found("SCORE", "BANDWIDTH=1,SCORE=" + score)).hasSize(findings);
    }

    @Test
    void i_frame_variants_need_no_score_but_it_is_positive() {
        assertThat(MultivariantFindings.linesOf(
                        "SCORE",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,SCORE=1",
                        "a.m3u8",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"i.m3u8\"",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"i.m3u8\",SCORE=0"))
                .containsExactly("4");
    }

    @Test
    void captions_of_none_in_quotes_are_a_group() {
        String[] lines = {
            "#EXT-X-STREAM-INF:BANDWIDTH=1,CLOSED-CAPTIONS=\"NONE\"",
            "a.m3u8",
            "#EXT-X-STREAM-INF:BANDWIDTH=1,CLOSED-CAPTIONS=NONE",
            "b.m3u8"
        };
        assertThat(MultivariantFindings.linesOf("UNKNOWN_GROUP", lines)).containsExactly("1");
        assertThat(MultivariantFindings.linesOf("CAPTIONS_NONE_ON_SOME", lines)).containsExactly("1");
    }

    @Test
    void nothing_is_said_about_variants_in_a_media_playlist() {
        assertThat(MultivariantFindings.of(
                        ValidationProfile.RFC8216BIS,
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"x\",AVERAGE-BANDWIDTH=2",
                        "#EXT-X-ENDLIST"))
                .containsExactly("MIXED_PLAYLIST_KINDS:2");
    }

    @Test
    void a_group_is_that_of_its_type_and_variables_are_replaced() {
        assertThat(MultivariantFindings.linesOf(
                        "UNKNOWN_GROUP",
                        "#EXT-X-DEFINE:NAME=\"g\",VALUE=\"aac\"",
                        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"n\"",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"{$g}\"",
                        "a.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,SUBTITLES=\"aac\"",
                        "b.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,VIDEO=\"{$unknown}\",CLOSED-CAPTIONS=\"\"",
                        "c.m3u8"))
                .containsExactly("5");
    }

    @Test
    void the_audio_of_an_i_frame_variant_is_told_once() {
        assertThat(MultivariantFindings.of(
                        ValidationProfile.RFC8216BIS,
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"i.m3u8\",AUDIO=\"x\""))
                .containsExactly("I_FRAME_ATTRIBUTE:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:HW", "a:HW/PC-1", "urn:uuid:00:X", "a:1, b:2", "{$unknown}"})
    void content_protection_is_keyformats_with_labels(String value) {
        assertThat(found("ALLOWED_CPC_FORM", "BANDWIDTH=1,ALLOWED-CPC=\"" + value + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", ":HW", "a:HW/", "a:hw", "a:HW,", ",", "a:H W"})
    void other_content_protection_is_reported(String value) {
        assertThat(found("ALLOWED_CPC_FORM", "BANDWIDTH=1,ALLOWED-CPC=\"" + value + "\""))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CH-STEREO|0|0",
                "CH-MONO,CH-STEREO|0|0",
                "PROJ-NEW/CH-MONO|0|0",
                "NEW-A/NEW-B|0|0",
                "NEW-A/NEW-A|1|0",
                "CH-MONO/CH-MONO|1|0",
                "PROJ-RECT/PROJ-NEW|1|0",
                "CH-MONO,|1|0",
                "/CH-MONO|1|0",
                ",|1|0",
                "CH-MONO|0|1",
                "PROJ-RECT,CH-MONO/PROJ-RECT|0|1"
            })
    void a_video_layout_has_each_kind_once_and_says_more_than_holds_anyway(String value, int form, int needless) {
        assertThat(found("VIDEO_LAYOUT_FORM", "BANDWIDTH=1,REQ-VIDEO-LAYOUT=\"" + value + "\""))
                .hasSize(form);
        assertThat(found("NEEDLESS_VIDEO_LAYOUT", "BANDWIDTH=1,REQ-VIDEO-LAYOUT=\"" + value + "\""))
                .hasSize(needless);
    }

    @Test
    void each_alternative_video_is_told_once_if_it_has_no_i_frames() {
        assertThat(MultivariantFindings.linesOf(
                        "MISSING_I_FRAME_RENDITION",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"low\",NAME=\"Main\"",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"low\",NAME=\"Dugout\",URI=\"low-d.m3u8\"",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"low\",NAME=\"Field\",URI=\"low-f.m3u8\"",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"hi\",NAME=\"Main\",URI=\"hi.m3u8\"",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"hi\",NAME=\"Dugout\",URI=\"hi-d.m3u8\"",
                        "#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID=\"i\",NAME=\"Field\",URI=\"i-f.m3u8\"",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,VIDEO=\"low\"",
                        "low.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=2,VIDEO=\"hi\"",
                        "hi.m3u8",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,VIDEO=\"i\",URI=\"i.m3u8\""))
                .containsExactly("2");
    }
}
