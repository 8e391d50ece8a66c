package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;

class VariableRulesTest {
    @Test
    void names_are_unique_over_all_forms_and_case_sensitive() {
        assertThat(Found.of(
                        DiagnosticCode.DUPLICATE_VARIABLE,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"",
                        "#EXT-X-DEFINE:IMPORT=\"a\"",
                        "#EXT-X-DEFINE:QUERYPARAM=\"A\"",
                        "#EXT-X-DEFINE:VALUE=\"1\",NAME=\"A\""))
                .containsExactly("4:15", "6:25");
    }

    @Test
    void names_of_all_forms_have_their_characters() {
        assertThat(Found.of(
                        DiagnosticCode.VARIABLE_NAME,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-DEFINE:NAME=\"a$\",VALUE=\"1\"",
                        "#EXT-X-DEFINE:IMPORT=\"{$a}\"",
                        "#EXT-X-DEFINE:QUERYPARAM=\"a[]\"",
                        "#EXT-X-DEFINE:QUERYPARAM=\"_HLS-Az09\""))
                .containsExactly("3:15", "4:15", "5:15");
    }

    @Test
    void a_definition_of_two_kinds_is_not_told_for_its_missing_value_too() {
        String[] lines = {"#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXT-X-DEFINE:NAME=\"a\",IMPORT=\"b\""};
        assertThat(Found.of(DiagnosticCode.DEFINE_FORM, lines)).containsExactly("3:1");
        assertThat(Found.of(DiagnosticCode.DEFINE_WITHOUT_VALUE, lines)).isEmpty();
    }

    @Test
    void references_are_looked_for_only_where_variables_are_replaced() {
        assertThat(Found.of(
                        DiagnosticCode.UNDEFINED_VARIABLE,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "# {$a}",
                        "#EXT-X-CUE-OUT:{$a}",
                        "#EXT-X-KEY:METHOD={$a},URI=\"{$b}\",IV=0x{$c}",
                        "#EXTINF:6,{$a}",
                        "{$d}/{$ e}/{$}.ts"))
                .containsExactly("5:1", "5:1", "7:1");
    }

    @Test
    void a_definition_may_be_imported_from_nowhere_when_a_playlist_stands_alone() {
        assertThat(Found.of(
                        DiagnosticCode.UNDEFINED_VARIABLE,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-DEFINE:IMPORT=\"a\"",
                        "#EXTINF:6,",
                        "{$a}.ts"))
                .isEmpty();
    }
}
