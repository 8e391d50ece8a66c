package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRulesTest {
    private static String subtitles(String group, String name, String more) {
        return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"" + group + "\",NAME=\"" + name + "\",URI=\"" + name + ".m3u8\""
                + more;
    }

    private static List<String> differ(String... lines) {
        return MultivariantFindings.linesOf("GROUPS_DIFFER", lines);
    }

    @Test
    void one_name_in_two_types_or_groups_is_no_repetition() {
        assertThat(MultivariantFindings.linesOf(
                        "DUPLICATE_RENDITION_NAME",
                        subtitles("g", "English", ""),
                        subtitles("h", "English", ""),
                        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"English\""))
                .isEmpty();
    }

    @Test
    void names_and_groups_are_compared_with_variables_replaced() {
        assertThat(MultivariantFindings.linesOf(
                        "DUPLICATE_RENDITION_NAME",
                        "#EXT-X-DEFINE:NAME=\"lang\",VALUE=\"English\"",
                        "#EXT-X-DEFINE:NAME=\"group\",VALUE=\"g\"",
                        subtitles("g", "English", ""),
                        subtitles("{$group}", "{$lang}", "")))
                .containsExactly("4");
    }

    @Test
    void each_default_behind_the_first_is_reported() {
        assertThat(MultivariantFindings.linesOf(
                        "SEVERAL_DEFAULTS",
                        subtitles("g", "a", ",DEFAULT=YES"),
                        subtitles("g", "b", ",DEFAULT=NO"),
                        subtitles("g", "c", ",DEFAULT=YES"),
                        subtitles("g", "d", ",DEFAULT=YES"),
                        subtitles("h", "d", ",DEFAULT=YES")))
                .containsExactly("3", "4");
    }

    @Test
    void members_that_are_selected_alike_differ_in_something() {
        assertThat(MultivariantFindings.linesOf(
                        "INDISTINCT_AUTOSELECT",
                        subtitles("g", "a", ",AUTOSELECT=YES,LANGUAGE=\"en\""),
                        subtitles("g", "b", ",AUTOSELECT=YES,LANGUAGE=\"en\",FORCED=YES"),
                        subtitles("g", "c", ",AUTOSELECT=YES,LANGUAGE=\"en\",ASSOC-LANGUAGE=\"de\""),
                        subtitles("g", "d", ",AUTOSELECT=YES,LANGUAGE=\"en\",CHARACTERISTICS=\"a.x,b.y\""),
                        subtitles("g", "e", ",AUTOSELECT=YES,LANGUAGE=\"en\",CHARACTERISTICS=\"b.y,a.x\""),
                        subtitles("g", "f", ",AUTOSELECT=NO,LANGUAGE=\"en\""),
                        subtitles("g", "g", ",AUTOSELECT=YES,LANGUAGE=\"EN\",FORCED=NO")))
                .containsExactly("5", "7");
    }

    @Test
    void members_may_stand_in_another_order_and_say_the_same_in_other_words() {
        assertThat(differ(
                        subtitles("g", "a", ",LANGUAGE=\"en\",FORCED=NO,CHARACTERISTICS=\"x.x,y.y\""),
                        subtitles("g", "b", ",LANGUAGE=\"de\""),
                        subtitles("h", "b", ",LANGUAGE=\"DE\",STABLE-RENDITION-ID=\"i\",DEFAULT=NO,X-OWN=\"1\""),
                        subtitles("h", "a", ",LANGUAGE=\"en\",AUTOSELECT=NO,CHARACTERISTICS=\"y.y, x.x\"")))
                .isEmpty();
    }

    @Test
    void names_are_compared_byte_for_byte_and_such_a_member_is_told_once() {
        assertThat(differ(subtitles("g", "English", ""), subtitles("h", "ENGLISH", "")))
                .containsExactly("2");
    }

    @Test
    void a_member_that_is_missing_is_told_at_the_group_that_lacks_it() {
        assertThat(differ(
                        subtitles("g", "a", ""),
                        subtitles("g", "b", ""),
                        subtitles("g", "c", ""),
                        subtitles("h", "a", ""),
                        subtitles("i", "a", ""),
                        subtitles("i", "b", ""),
                        subtitles("i", "c", ""),
                        subtitles("i", "d", "")))
                .containsExactly("4", "8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",LANGUAGE=\"de\"",
                ",ASSOC-LANGUAGE=\"de\"",
                ",DEFAULT=YES",
                ",AUTOSELECT=YES",
                ",FORCED=YES",
                ",CHARACTERISTICS=\"x.x\""
            })
    void an_attribute_that_only_one_of_two_members_has_is_a_difference(String attribute) {
        assertThat(differ(subtitles("g", "a", ""), subtitles("h", "a", attribute)))
                .containsExactly("2");
        assertThat(differ(subtitles("g", "a", attribute), subtitles("h", "a", "")))
                .containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",DEFAULT=MAYBE", ",LANGUAGE=\"\"", ",LANGUAGE=\"{$unknown}\"", ",CHARACTERISTICS=\"\""})
    void what_cannot_be_read_is_not_compared(String attribute) {
        assertThat(differ(subtitles("g", "a", ""), subtitles("h", "a", attribute)))
                .isEmpty();
    }

    @Test
    void many_groups_with_many_members_take_no_long_time() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(subtitles("g", "n" + i, "")).append('\n');
            lines.append(subtitles("h" + i, "n" + i, "")).append('\n');
        }
        assertThat(differ(lines.toString())).hasSizeGreaterThan(4_900);
    }
}
