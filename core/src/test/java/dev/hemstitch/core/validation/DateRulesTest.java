package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRulesTest {
    private static String dated(String date, String duration) {
        return "#EXT-X-PROGRAM-DATE-TIME:" + date + "\n#EXTINF:" + duration + ",\na.ts";
    }

    private static List<String> ambiguous(String... lines) {
        return MediaFindings.of(DiagnosticCode.AMBIGUOUS_DATES, lines);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000Z, 0, 0",
        "'2026-01-01T00:00:00,123456789012+08:00', 0, 0",
        "2026-01-01T00:00:00.000+0800, 0, 0",
        "2026-01-01t00:00:00.000z, 0, 0",
        "2026-01-01T00:00:00.00Z, 0, 1",
        "2026-01-01T00:00:00, 0, 1",
        "2026-01-01T00:00:00.Z, 0, 1",
        "2026-01-01T00:00:00.000, 0, 1",
        "20260101T000000.000Z, 0, 0",
        "20260101T000000.000+0800, 0, 0",
        "20260101T000000Z, 0, 1",
        "20260101T000000.000, 0, 1",
        "20260101 000000.000Z, 1, 0",
        "2026-01-01 00:00:00, 1, 0",
        "2026-01-01T00:00:00.000+8:00, 1, 0",
        "2026-01-01, 1, 0",
        "2026-13-01T00:00:00.000Z, 1, 0",
    })
    void a_date_has_a_zone_and_milliseconds(String date, int malformed, int incomplete) {
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_DATE, dated(date, "6")))
                .hasSize(malformed);
        assertThat(MediaFindings.of(DiagnosticCode.DATE_WITHOUT_ZONE_OR_MILLISECONDS, dated(date, "6")))
                .hasSize(incomplete);
    }

    @Test
    void a_date_may_overlap_by_less_than_a_second_and_less_than_the_segment() {
        String first = dated("2026-01-01T00:00:00.000Z", "6.0");
        assertThat(ambiguous(first, dated("2026-01-01T00:00:05.000000001Z", "6.0")))
                .isEmpty();
        assertThat(ambiguous(first, dated("2026-01-01T00:00:05.000Z", "6.0"))).containsExactly("5:26");
        String brief = dated("2026-01-01T00:00:00.000Z", "0.5");
        assertThat(ambiguous(brief, dated("2026-01-01T00:00:00.000Z", "6.0"))).isEmpty();
        assertThat(ambiguous(brief, dated("2025-12-31T23:59:59.999Z", "6.0"))).containsExactly("5:26");
    }

    @Test
    void a_date_may_lie_behind_what_is_reckoned() {
        assertThat(ambiguous(
                        dated("2026-01-01T00:00:00.000Z", "6.0"),
                        dated("2036-01-01T00:00:00.000Z", "6.0"),
                        dated("2036-01-01T00:00:06.000Z", "6.0")))
                .isEmpty();
    }

    @Test
    void dates_go_on_over_segments_without_date_and_over_discontinuities() {
        String first = dated("2026-01-01T00:00:00.000Z", "6.0");
        String undated = "#EXT-X-DISCONTINUITY\n#EXTINF:6.0,\nad.ts\n#EXT-X-DISCONTINUITY";
        assertThat(ambiguous(first, undated, dated("2026-01-01T00:00:12.000Z", "6.0")))
                .isEmpty();
        assertThat(ambiguous(first, undated, dated("2026-01-01T00:00:06.000Z", "6.0")))
                .containsExactly("9:26");
    }

    @Test
    void integer_durations_may_be_rounded_by_half_a_second_each() {
        String first = dated("2026-01-01T00:00:00.000Z", "6");
        String undated = "#EXTINF:6,\nb.ts";
        assertThat(ambiguous(first, undated, dated("2026-01-01T00:00:10.001Z", "6")))
                .isEmpty();
        assertThat(ambiguous(first, undated, dated("2026-01-01T00:00:10.000Z", "6")))
                .containsExactly("7:26");
    }

    @Test
    void of_two_dates_for_one_segment_the_last_readable_one_counts() {
        assertThat(ambiguous(
                        dated("2026-01-01T00:00:00.000Z", "6.0"),
                        "#EXT-X-PROGRAM-DATE-TIME:2020-01-01T00:00:00.000Z",
                        dated("2026-01-01T00:00:06.000Z", "6.0"),
                        "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:12.000Z",
                        dated("tomorrow", "6.0")))
                .isEmpty();
    }

    @Test
    void the_date_of_a_segment_that_is_not_complete_counts_too() {
        assertThat(ambiguous(
                        dated("2026-01-01T00:00:00.000Z", "6.0"),
                        "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z",
                        "#EXT-X-PART:DURATION=1,URI=\"p\""))
                .containsExactly("5:26");
    }

    @Test
    void dates_at_the_ends_of_time_are_compared_like_others() {
        String endless = "9".repeat(30);
        assertThat(ambiguous(dated("9999-12-31T23:59:59.999Z", endless), dated("0000-01-01T00:00:00.000Z", endless)))
                .containsExactly("5:26");
    }

    @Test
    void a_discontinuity_needs_a_date_only_where_others_have_one() {
        DiagnosticCode code = DiagnosticCode.DISCONTINUITY_WITHOUT_DATE;
        String second = "#EXT-X-DISCONTINUITY\n#EXTINF:6,\nb.ts";
        assertThat(MediaFindings.of(code, "#EXTINF:6,\na.ts", second)).isEmpty();
        assertThat(MediaFindings.of(code, dated("2026-01-01T00:00:00.000Z", "6"), second))
                .containsExactly("5:1");
        assertThat(MediaFindings.of(code, second, dated("2026-01-01T00:00:00.000Z", "6")))
                .containsExactly("2:1");
    }
}
