package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerControlRulesTest {
    private static final String TARGET = "#EXT-X-TARGETDURATION:4";

    @ParameterizedTest
    @CsvSource({
        "SKIP_UNTIL_TOO_SHORT, CAN-SKIP-UNTIL, 24, 23.999999999999",
        "HOLD_BACK_TOO_SHORT, HOLD-BACK, 12.000, 11.999999999999",
    })
    void a_multiple_of_the_target_duration_is_enough_exactly(
            DiagnosticCode code, String attribute, String enough, String tooShort) {
        String tag = "#EXT-X-SERVER-CONTROL:" + attribute + "=";
        assertThat(MediaFindings.of(code, TARGET, tag + enough)).isEmpty();
        assertThat(MediaFindings.of(code, TARGET, tag + tooShort)).containsExactly("3:23");
        assertThat(MediaFindings.of(code, tag + "1")).isEmpty();
        assertThat(MediaFindings.of(code, TARGET, tag + "-1")).isEmpty();
        assertThat(MediaFindings.of(code, TARGET, tag + "none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.999, 1, 0", "2, 0, 1", "2.9989, 0, 1", "2.9995, 0, 0", "3, 0, 0"})
    void a_part_hold_back_is_an_error_below_2_and_a_warning_below_3_part_targets(
            String holdBack, int errors, int warnings) {
        String[] lines = {"#EXT-X-SERVER-CONTROL:PART-HOLD-BACK=" + holdBack, "#EXT-X-PART-INF:PART-TARGET=1.0"};
        assertThat(MediaFindings.of(DiagnosticCode.PART_HOLD_BACK_TOO_SHORT, lines))
                .hasSize(errors);
        assertThat(MediaFindings.of(DiagnosticCode.PART_HOLD_BACK_SHORT, lines)).hasSize(warnings);
    }

    @Test
    void a_part_hold_back_is_missing_at_the_tag_that_needs_it() {
        DiagnosticCode code = DiagnosticCode.MISSING_PART_HOLD_BACK;
        assertThat(MediaFindings.of(code, TARGET, "#EXT-X-PART-INF:PART-TARGET=1.0"))
                .containsExactly("3:1");
        assertThat(MediaFindings.of(code, "#EXT-X-PART-INF:PART-TARGET=1.0", "#EXT-X-SERVER-CONTROL:HOLD-BACK=12"))
                .containsExactly("3:1");
        assertThat(MediaFindings.of(code, TARGET, "#EXT-X-SERVER-CONTROL:HOLD-BACK=12"))
                .isEmpty();
    }

    @Test
    void only_the_first_part_says_that_the_part_target_is_missing() {
        assertThat(MediaFindings.of(
                        DiagnosticCode.MISSING_PART_INF,
                        TARGET,
                        "#EXT-X-PART:DURATION=1,URI=\"a\"",
                        "#EXT-X-PART:DURATION=1,URI=\"b\""))
                .containsExactly("3:1");
    }
}
