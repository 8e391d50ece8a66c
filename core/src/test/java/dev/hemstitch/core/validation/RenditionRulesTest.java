package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionRulesTest {
    private static final String VARIANT = "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1\"\na.m3u8";

    private static List<String> found(String code, String attributes) {
        return MultivariantFindings.linesOf(
                code,
                "#EXT-X-MEDIA:GROUP-ID=\"g\",NAME=\"n\"," + attributes,
                VARIANT,
                "#EXT-X-DEFINE:NAME=\"x\",VALUE=\"CC1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CC1", "CC4", "SERVICE1", "SERVICE63", "SERVICE09", "{$x}", "{$unknown}"})
    void captions_have_an_instream_id_of_the_list(String id) {
        assertThat(found("CAPTIONS_INSTREAM_ID", "TYPE=CLOSED-CAPTIONS,INSTREAM-ID=\"" + id + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC0",
                "CC5",
                "cc1",
                "CC",
                "CC11",
                "SERVICE",
                "SERVICE0",
                "SERVICE64",
                "SERVICE-1",
                "SERVICE18446744073709551615",
                "SERVICE18446744073709551617",
                "a"
            })
    void other_instream_ids_of_captions_are_reported(String id) {
        assertThat(found("CAPTIONS_INSTREAM_ID", "TYPE=CLOSED-CAPTIONS,INSTREAM-ID=\"" + id + "\""))
                .hasSize(1);
    }

    @Test
    void a_rendition_of_an_unknown_type_is_not_judged_by_its_type() {
        assertThat(MultivariantFindings.of(
                        ValidationProfile.RFC8216BIS,
                        "#EXT-X-MEDIA:TYPE=SMELL,GROUP-ID=\"g\",NAME=\"n\",CHANNELS=\"2\",FORCED=YES,INSTREAM-ID=\"_\"",
                        VARIANT))
                .noneMatch(found -> found.startsWith("AUDIO_ATTRIBUTE")
                        || found.startsWith("FORCED")
                        || found.startsWith("INSTREAM"));
    }

    @Test
    void characteristics_of_nobody_fit_any_type() {
        assertThat(found(
                        "CHARACTERISTICS_OF_OTHER_TYPE",
                        "TYPE=AUDIO,CHARACTERISTICS=\"com.example.x, public.machine-generated,\""))
                .isEmpty();
    }

    @Test
    void characteristics_of_subtitles_fit_captions_and_those_of_sound_fit_video() {
        assertThat(found(
                        "CHARACTERISTICS_OF_OTHER_TYPE",
                        "TYPE=CLOSED-CAPTIONS,CHARACTERISTICS=\"public.easy-to-read\""))
                .isEmpty();
        assertThat(found(
                        "CHARACTERISTICS_OF_OTHER_TYPE",
                        "TYPE=VIDEO,CHARACTERISTICS=\"public.accessibility.describes-video\""))
                .isEmpty();
    }

    @Test
    void autoselect_beside_default_may_be_absent_or_yes_or_beside_no_anything() {
        assertThat(found("DEFAULT_WITHOUT_AUTOSELECT", "TYPE=AUDIO,DEFAULT=YES"))
                .isEmpty();
        assertThat(found("DEFAULT_WITHOUT_AUTOSELECT", "TYPE=AUDIO,DEFAULT=YES,AUTOSELECT=YES"))
                .isEmpty();
        assertThat(found("DEFAULT_WITHOUT_AUTOSELECT", "TYPE=AUDIO,DEFAULT=NO,AUTOSELECT=NO"))
                .isEmpty();
        assertThat(found("DEFAULT_WITHOUT_AUTOSELECT", "TYPE=AUDIO,AUTOSELECT=NO,DEFAULT=YES"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "eng",
                "english",
                "sp",
                "de-DE-1996",
                "zh-cmn-Hans-CN",
                "i-default",
                "sgn-BE-FR",
                "x-whatever",
                "EN-us",
                "de-x-lvariant-abc",
                "{$unknown}"
            })
    void a_language_tag_is_well_formed(String language) {
        assertThat(found("LANGUAGE_TAG", "TYPE=AUDIO,LANGUAGE=\"" + language + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "en-", "-", "e", "deutsch (AT)", "englischsprachig", "ελ", "x-", "en--US"})
    void other_languages_are_reported(String language) {
        assertThat(found("LANGUAGE_TAG", "TYPE=AUDIO,ASSOC-LANGUAGE=\"" + language + "\""))
                .hasSize(1);
    }

    @Test
    void a_language_without_end_is_reported() {
        assertThat(found("LANGUAGE_TAG", "TYPE=AUDIO,LANGUAGE=\"en" + "-abcdefgh".repeat(20_000) + "\""))
                .hasSize(1);
    }

    @Test
    void a_stable_id_is_compared_only_with_others_of_its_uri() {
        assertThat(MultivariantFindings.linesOf(
                        "STABLE_ID_DIFFERS",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,STABLE-VARIANT-ID=\"a\"",
                        "a.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1",
                        "a.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,STABLE-VARIANT-ID=\"b\"",
                        "# between",
                        "b.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,STABLE-VARIANT-ID=\"b\"",
                        "",
                        "a.m3u8"))
                .containsExactly("8");
    }
}
