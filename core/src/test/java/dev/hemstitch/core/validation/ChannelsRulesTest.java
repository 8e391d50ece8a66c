package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsRulesTest {
    private static String audio(String group, String name, String channels) {
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + group + "\",NAME=\"" + name + "\",URI=\"" + group + ".m3u8\""
                + channels;
    }

    private static String variant(String group, String codecs) {
        return "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + codecs + "\",AUDIO=\"" + group + "\"\n" + group + "v.m3u8";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "2",
                "18446744073709551615",
                "16/JOC",
                "6/-",
                "2/",
                "2/-/",
                "2/-/BINAURAL",
                "2/-/IMMERSIVE,DOWNMIX",
                "12/3OA,JOC/BED-4,DOF-3",
                "2/-/DOF-6/SOMETHING-NEW",
                "{$c}"
            })
    void channels_are_a_count_and_identifiers(String channels) {
        assertThat(MultivariantFindings.linesOf("CHANNELS_FORM", audio("g", "n", ",CHANNELS=\"" + channels + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "two",
                "-2",
                "2.0",
                "18446744073709551616",
                "2/joc",
                "2/A,,B",
                "2/,",
                "2//BINAURAL",
                "2/-/BED",
                "2/-/BED-",
                "2/-/BED-x",
                "2/-/DOF-4",
                "2/-/OTHER",
                "2/-/BINAURAL/lower",
                "2//"
            })
    void other_channels_are_reported(String channels) {
        assertThat(MultivariantFindings.linesOf("CHANNELS_FORM", audio("g", "n", ",CHANNELS=\"" + channels + "\"")))
                .containsExactly("1");
    }

    @Test
    void channels_are_needed_where_namesakes_of_one_format_differ() {
        assertThat(MultivariantFindings.linesOf(
                        "CHANNELS_NEEDED",
                        audio("a", "English", ",CHANNELS=\"2\""),
                        audio("b", "English", ",CHANNELS=\"6/-\""),
                        audio("c", "English", ""),
                        variant("a", "avc1.640020,mp4a.40.2"),
                        variant("b", "mp4a.40.2"),
                        variant("c", "mp4a.40.2, avc1.640020")))
                .containsExactly("3");
    }

    @Test
    void what_is_needed_is_not_told_twice() {
        assertThat(MultivariantFindings.linesOf(
                        "AUDIO_WITHOUT_CHANNELS",
                        audio("a", "English", ",CHANNELS=\"2\""),
                        audio("b", "English", ",CHANNELS=\"6\""),
                        audio("c", "English", ""),
                        audio("d", "English", ""),
                        variant("a", "mp4a.40.2"),
                        variant("b", "mp4a.40.2"),
                        variant("c", "mp4a.40.2")))
                .containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ac-3", "mp4a.40.5", "mp4a.40.2,ac-3", "avc1.640020", ""})
    void another_format_or_an_unknown_one_needs_no_channels(String codecs) {
        assertThat(MultivariantFindings.linesOf(
                        "CHANNELS_NEEDED",
                        audio("a", "English", ",CHANNELS=\"2\""),
                        audio("b", "English", ",CHANNELS=\"6\""),
                        audio("c", "English", ""),
                        variant("a", "mp4a.40.2"),
                        variant("b", "mp4a.40.2"),
                        variant("c", codecs)))
                .isEmpty();
    }

    @Test
    void one_known_count_tells_nothing_about_an_unknown_one() {
        assertThat(MultivariantFindings.linesOf(
                        "CHANNELS_NEEDED",
                        audio("a", "English", ",CHANNELS=\"2\""),
                        audio("b", "English", ""),
                        audio("b", "Deutsch", ",CHANNELS=\"6\""),
                        variant("a", "mp4a.40.2"),
                        variant("b", "mp4a.40.2")))
                .isEmpty();
    }
}
