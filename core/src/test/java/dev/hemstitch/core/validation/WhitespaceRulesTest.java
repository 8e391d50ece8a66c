package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitespaceRulesTest {
    private static List<String> found(String line) {
        return Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, "#EXTM3U", "#EXT-X-TARGETDURATION:6", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTINF:6, a title with spaces ",
                "#EXTINF:6,\t",
                "# a comment ",
                "#comment\t",
                "#EXT-X-CUE-OUT-CONT: 8.308/30 ",
                "#EXT-X-KEY:METHOD=AES-128,URI=\" a, b = c \"",
                "#EXT-X-START:TIME-OFFSET=5 s,PRECISE=YES",
                "",
                "a b.ts"
            })
    void white_space_is_allowed_in_text(String line) {
        assertThat(found(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", " # a comment", "\t#EXT-X-ENDLIST", " a.ts", "  #EXT-X-CUE-IN"})
    void a_line_does_not_start_with_white_space(String line) {
        assertThat(found(line)).containsExactly("3:1");
    }

    @Test
    void nothing_stands_behind_a_name_without_colon() {
        assertThat(found("#EXT-X-ENDLIST ")).containsExactly("3:15");
        assertThat(Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, "#EXTM3U x-tvg-url=\"http://a/b\""))
                .containsExactly("1:8");
    }

    @Test
    void the_first_place_of_a_line_is_told() {
        assertThat(found("#EXT-X-KEY:METHOD=AES-128 , URI= \"k.bin\" ")).containsExactly("3:26");
        assertThat(found("#EXT-X-KEY:METHOD= AES-128,URI=\"k.bin\"")).containsExactly("3:19");
        assertThat(found("#EXT-X-KEY:METHOD=AES-128,URI =\"k.bin\"")).containsExactly("3:30");
        assertThat(found("#EXT-X-KEY:METHOD=AES-128,URI=\"k.bin\"\t ")).containsExactly("3:38");
    }

    @Test
    void white_space_behind_a_duration_is_a_missing_comma_and_no_more() {
        String[] lines = {"#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXTINF:6 ,", "a.ts"};
        assertThat(Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, lines)).isEmpty();
        assertThat(Found.of(DiagnosticCode.MISSING_EXTINF_COMMA, lines)).hasSize(1);
    }

    @Test
    void a_byte_order_mark_is_no_white_space_but_what_follows_it_is() {
        assertThat(Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, "\uFEFF#EXTM3U", "# a"))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, "\uFEFF #EXTM3U", "# a"))
                .containsExactly("1:4");
    }
}
