package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTest {
    private static final String SEGMENT = "#EXTINF:6,\na.ts";

    @Test
    void a_key_needs_a_uri_unless_its_method_is_none_or_cannot_be_read() {
        DiagnosticCode code = DiagnosticCode.KEY_WITHOUT_URI;
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=SAMPLE-AES", SEGMENT))
                .containsExactly("2:1");
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=FUTURE", SEGMENT)).containsExactly("2:1");
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=NONE", SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=", SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:IV=0x1", SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=AES-128,URI=\"\"", SEGMENT))
                .isEmpty();
    }

    @Test
    void none_may_have_attributes_that_clients_ignore() {
        assertThat(MediaFindings.of(
                        DiagnosticCode.KEY_NONE_WITH_ATTRIBUTES, "#EXT-X-KEY:METHOD=NONE,X-NOTE=\"a\"", SEGMENT))
                .isEmpty();
    }

    @Test
    void an_initialization_vector_has_32_digits_at_most() {
        DiagnosticCode code = DiagnosticCode.IV_TOO_LONG;
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=";
        assertThat(MediaFindings.of(code, key + "0X" + "f".repeat(32), SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(code, key + "0X" + "f".repeat(33), SEGMENT)).containsExactly("2:35");
        assertThat(MediaFindings.of(code, key + "0x" + "g".repeat(33), SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(code, key + "f".repeat(40), SEGMENT)).isEmpty();
        assertThat(MediaFindings.of(
                        code, "#EXT-X-DEFINE:NAME=\"iv\",VALUE=\"0x" + "A".repeat(33) + "\"", key + "{$iv}"))
                .containsExactly("3:35");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1/2", "01", "10/20", "99999999999999999999999", "{$unknown}", ""})
    void versions_are_positive_integers_or_not_yet_known(String versions) {
        assertThat(MediaFindings.of(
                        DiagnosticCode.KEYFORMATVERSIONS_FORM,
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",KEYFORMATVERSIONS=\"" + versions + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "/", "1/", "/1", "1//2", "1/0", "1.0", "-1", "1 /2", "v1"})
    void anything_else_is_no_version(String versions) {
        assertThat(MediaFindings.of(
                        DiagnosticCode.KEYFORMATVERSIONS_FORM,
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",KEYFORMATVERSIONS=\"" + versions + "\""))
                .containsExactly("2:35");
    }
}
