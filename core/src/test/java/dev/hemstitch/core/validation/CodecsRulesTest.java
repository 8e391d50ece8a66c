package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "avc1",
                "mp4a.40.2, avc1.4d401e",
                "avc1.66.30",
                "stpp.ttml.im1t",
                "ec-3",
                "mhm1.0x0D",
                "iamf.000.000.Opus",
                "{$unknown}",
                ""
            })
    void codecs_look_like_formats(String codecs) {
        assertThat(MultivariantFindings.linesOf(
                        "CODECS_FORM", "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + codecs + "\"", "a.m3u8"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aac", "avc1.", ".avc1", "avc1..1", "avc1,", ",", "avc1 mp4a", "avc1/mp4a", "...", "äöüß"})
    void other_codecs_are_told_once(String codecs) {
        assertThat(MultivariantFindings.linesOf(
                        "CODECS_FORM", "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + codecs + ",x,y\"", "a.m3u8"))
                .containsExactly("1");
    }

    @Test
    void codecs_that_are_missing_are_told_by_the_strictest_rule_alone() {
        assertThat(MultivariantFindings.of(
                        ValidationProfile.RFC8216BIS,
                        "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"n\",INSTREAM-ID=\"CC1\"",
                        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"n\",URI=\"s.m3u8\"",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,CLOSED-CAPTIONS=\"cc\"",
                        "a.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,SUBTITLES=\"s\"",
                        "b.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,SUPPLEMENTAL-CODECS=\"dvh1.08.07/db4h\"",
                        "c.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1\",SUBTITLES=\"s\"",
                        "d.m3u8",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"i.m3u8\""))
                .containsExactly("MISSING_CODECS:3", "GROUP_NEEDS_CODECS:5", "SUPPLEMENTAL_CODECS_FORM:7");
    }

    @Test
    void a_variant_whose_group_is_unknown_is_told_that_codecs_should_be_there() {
        assertThat(MultivariantFindings.of(
                        ValidationProfile.RFC8216BIS, "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"x\"", "a.m3u8"))
                .containsExactlyInAnyOrder("MISSING_CODECS:1", "UNKNOWN_GROUP:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hvc1.2|dvh1.08/db4h|0",
                "hev1.2|dvhe.08/db1p/cdm4|0",
                "av01.0|dav1.10|0",
                "av01.0|dvh1.08|1",
                "mp4a.40.2|dvh1.08|1",
                "mp4a.40.2|ec-3/xxxx|0",
                "hvc1.2|hvc1.2/cdm4,dav1.10|1",
                "hvc1.2|dvh1.08/|1",
                "hvc1.2|dvh1.08/db4|1",
                "hvc1.2|/db4h|1",
                "{$unknown}|dvh1.08|0",
                "hvc1.2|{$unknown}|0"
            })
    void a_supplemental_format_has_its_base_beside_it(String codecs, String supplemental, int findings) {
        assertThat(MultivariantFindings.linesOf(
                        "SUPPLEMENTAL_CODECS_FORM",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + codecs + "\",SUPPLEMENTAL-CODECS=\"" + supplemental
                                + "\"",
                        "a.m3u8"))
                .hasSize(findings);
    }
}
