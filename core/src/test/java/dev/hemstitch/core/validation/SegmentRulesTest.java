package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentRulesTest {
    @ParameterizedTest
    @CsvSource({
        "6, 10, 10, ''",
        "6, 10, 10.499999999999, ''",
        "6, 10, 10.5, ERROR",
        "13, 10, 11, ERROR",
        "5, 10, 10.0, ''",
        "5, 10, 10.000000000001, WARNING",
        "5, 10, 10.499999999999, WARNING",
        "5, 10, 10.5, ERROR",
        "1, 10, 11, ERROR",
        "6, 18446744073709551615, 99999999999, ''",
        "6, 0, 10, ''",
        "6, ten, 10, ''",
        "6, 10, -11, ''",
    })
    void a_segment_is_as_long_as_the_target_duration_after_rounding_from_version_6(
            String version, String target, String duration, String severity) {
        assertThat(MediaFindings.diagnostics(
                                DiagnosticCode.SEGMENT_TOO_LONG,
                                ValidationProfile.RFC8216BIS,
                                "#EXT-X-VERSION:" + version,
                                "#EXT-X-TARGETDURATION:" + target,
                                "#EXTINF:" + duration + ",",
                                "a.ts")
                        .stream()
                        .map(Diagnostic::severity)
                        .map(Severity::name)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(severity);
    }

    @Test
    void a_lenient_profile_tells_only_of_segments_that_are_too_long_when_rounded() {
        assertThat(MediaFindings.diagnostics(
                        DiagnosticCode.SEGMENT_TOO_LONG,
                        ValidationProfile.LENIENT,
                        "#EXT-X-TARGETDURATION:10",
                        "#EXTINF:10.1,",
                        "a.ts",
                        "#EXTINF:12,",
                        "b.ts"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.location().line()).isEqualTo(5);
                });
    }

    @Test
    void the_last_of_two_extinf_counts() {
        String[] lines = {"#EXT-X-TARGETDURATION:10", "#EXTINF:99,", "#EXTINF:9,", "a.ts"};
        assertThat(MediaFindings.of(DiagnosticCode.SEGMENT_TOO_LONG, lines)).isEmpty();
        assertThat(MediaFindings.of(DiagnosticCode.EXTINF_WITHOUT_URI, lines)).containsExactly("3:1");
    }

    @Test
    void integers_are_told_of_only_where_all_durations_are_integers() {
        DiagnosticCode code = DiagnosticCode.INTEGER_DURATIONS;
        String version = "#EXT-X-VERSION:3";
        assertThat(MediaFindings.of(code, version, "#EXTINF:6,", "a.ts", "#EXTINF:6,", "b.ts"))
                .containsExactly("3:9");
        assertThat(MediaFindings.of(code, version, "#EXTINF:6,", "a.ts", "#EXTINF:5.9,", "b.ts"))
                .isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-VERSION:2", "#EXTINF:6,", "a.ts"))
                .isEmpty();
        assertThat(MediaFindings.of(code, version, "#EXT-X-SKIP:SKIPPED-SEGMENTS=1", "#EXTINF:6,", "a.ts"))
                .isEmpty();
        assertThat(MediaFindings.of(code, version, "#EXTINF:-1,", "a.ts")).isEmpty();
        assertThat(MediaFindings.of(code, version, "#EXT-X-TARGETDURATION:6")).isEmpty();
    }

    @Test
    void the_first_duration_with_decimals_is_told_of_below_version_3() {
        DiagnosticCode code = DiagnosticCode.DECIMALS_NEED_VERSION_3;
        String[] segments = {"#EXTINF:6,", "a.ts", "#EXTINF:6.0,", "b.ts", "#EXTINF:6.0,", "c.ts"};
        assertThat(MediaFindings.of(code, segments)).containsExactly("4:9");
        assertThat(MediaFindings.of(code, "#EXT-X-VERSION:2", String.join("\n", segments)))
                .containsExactly("5:9");
        assertThat(MediaFindings.of(code, "#EXT-X-VERSION:3", String.join("\n", segments)))
                .isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-VERSION:9223372036854775808", String.join("\n", segments)))
                .isEmpty();
    }

    @Test
    void tags_behind_the_last_segment_may_belong_to_parts() {
        DiagnosticCode code = DiagnosticCode.DANGLING_SEGMENT_TAG;
        String segment = "#EXTINF:6,\na.ts";
        String part = "#EXT-X-PART:DURATION=1,URI=\"b\"";
        assertThat(MediaFindings.of(code, segment, "#EXT-X-DISCONTINUITY", part))
                .isEmpty();
        assertThat(MediaFindings.of(code, segment, "#EXT-X-DISCONTINUITY", "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"b\""))
                .isEmpty();
        assertThat(MediaFindings.of(code, segment, "#EXT-X-BYTERANGE:1@0", part))
                .containsExactly("4:1");
        assertThat(MediaFindings.of(code, segment, "#EXT-X-DISCONTINUITY")).containsExactly("4:1");
        assertThat(MediaFindings.of(code, segment, "#EXT-X-KEY:METHOD=NONE")).isEmpty();
        assertThat(MediaFindings.of(code, segment, "#EXT-X-ENDLIST", "#EXT-X-KEY:METHOD=NONE"))
                .containsExactly("5:1");
        assertThat(MediaFindings.of(code, "#EXT-X-TARGETDURATION:6", "#EXT-X-GAP", "#EXT-X-ENDLIST"))
                .containsExactly("3:1");
        assertThat(MediaFindings.of(code, segment, "#EXTINF:6,")).isEmpty();
    }
}
