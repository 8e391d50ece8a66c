package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartRulesTest {
    private static final String HEADER = "#EXT-X-TARGETDURATION:4\n#EXT-X-PART-INF:PART-TARGET=1.0";

    private static String part(String duration, String more) {
        return "#EXT-X-PART:DURATION=" + duration + ",URI=\"p\"" + more;
    }

    private static String segment(String duration) {
        return "#EXTINF:" + duration + ",\na.m4s";
    }

    private static List<String> found(DiagnosticCode code, String... lines) {
        return MediaFindings.of(
                code, Stream.concat(Stream.of(HEADER), Stream.of(lines)).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0, 0",
        "1.000000000000, 0, 0",
        "1.000000000001, 1, 0",
        "0.85, 0, 0",
        "0.849999999999, 0, 1",
        "0, 0, 1",
        "-1, 0, 0",
        "one, 0, 0",
    })
    void a_part_is_as_long_as_its_target_or_a_little_shorter(String duration, int tooLong, int tooShort) {
        String[] lines = {part(duration, ""), part("1", ""), segment("2.0")};
        assertThat(found(DiagnosticCode.PART_TOO_LONG, lines)).hasSize(tooLong);
        assertThat(found(DiagnosticCode.PART_TOO_SHORT, lines)).hasSize(tooShort);
    }

    @Test
    void independent_parts_gaps_parts_before_gaps_and_last_parts_may_be_short() {
        DiagnosticCode code = DiagnosticCode.PART_TOO_SHORT;
        assertThat(found(code, part("0.1", ",INDEPENDENT=YES"), part("1", ""))).isEmpty();
        assertThat(found(code, part("0.1", ",GAP=YES"), part("1", ""))).isEmpty();
        assertThat(found(code, part("0.1", ""), part("1", ",GAP=YES"))).isEmpty();
        assertThat(found(code, part("0.1", ""), segment("0.1"), part("1", ""))).isEmpty();
        assertThat(found(code, part("1", ""), part("0.1", ""))).isEmpty();
        assertThat(found(code, part("0.1", ",INDEPENDENT=NO"), part("1", ""))).containsExactly("4:13");
    }

    @Test
    void without_a_part_target_lengths_are_not_judged() {
        String[] lines = {"#EXT-X-TARGETDURATION:4", part("9", ""), part("0.1", ""), part("9", ""), segment("4.0")};
        assertThat(MediaFindings.of(DiagnosticCode.PART_TOO_LONG, lines)).isEmpty();
        assertThat(MediaFindings.of(DiagnosticCode.PART_TOO_SHORT, lines)).isEmpty();
    }

    @Test
    void parts_add_up_to_their_segment_within_half_a_part_target() {
        DiagnosticCode code = DiagnosticCode.PARTS_DO_NOT_ADD_UP;
        String first = part("1", "") + "\n" + segment("1.0");
        String two = part("1", "") + "\n" + part("1", "");
        assertThat(found(code, first, two, segment("2.5"))).isEmpty();
        assertThat(found(code, first, two, segment("2.500001"))).containsExactly("9:9");
        assertThat(found(code, first, two, segment("1.499999"))).containsExactly("9:9");
        assertThat(found(code, first, two, segment("3"))).isEmpty();
        assertThat(found(code, first, two, segment("4"))).containsExactly("9:9");
        assertThat(found(code, first, two, "#EXT-X-PART:URI=\"p\"", segment("4.0")))
                .isEmpty();
        assertThat(found(code, first, two, "a.m4s")).isEmpty();
    }

    @Test
    void the_first_segment_with_parts_may_have_lost_some_but_not_gained_any() {
        DiagnosticCode code = DiagnosticCode.PARTS_DO_NOT_ADD_UP;
        assertThat(found(code, part("1", ""), segment("4.0"))).isEmpty();
        assertThat(found(code, part("1", ""), part("1", ""), segment("1.0"))).containsExactly("6:9");
    }

    @Test
    void the_end_of_the_first_part_may_be_three_target_durations_away() {
        DiagnosticCode code = DiagnosticCode.OLD_PARTS;
        String four = segment("4.0");
        assertThat(found(code, part("1", ""), segment("1.0"), four, four, four)).isEmpty();
        assertThat(found(code, part("1", ""), part("0.001", ""), segment("1.001"), four, four, four))
                .containsExactly("4:1");
        assertThat(found(code, part("1", ""), segment("1.0"), four, four, four, part("0.001", "")))
                .containsExactly("4:1");
        assertThat(found(code, four, four, four, four, part("1", ""), part("1", "")))
                .isEmpty();
        assertThat(MediaFindings.of(code, part("1", ""), segment("1.0"), four, four, four, four))
                .isEmpty();
    }

    @Test
    void a_tag_behind_the_parts_of_a_segment_is_late_even_if_the_segment_is_not_complete() {
        DiagnosticCode code = DiagnosticCode.TAG_BEHIND_PART;
        assertThat(found(code, part("1", ""), "#EXT-X-DISCONTINUITY", segment("1.0")))
                .containsExactly("5:1");
        assertThat(found(code, part("1", ""), "#EXT-X-KEY:METHOD=NONE")).containsExactly("5:1");
        assertThat(found(code, part("1", ""), segment("1.0"), "#EXT-X-DISCONTINUITY", part("1", "")))
                .isEmpty();
        assertThat(found(code, part("1", ""), "#EXT-X-GAP", "#EXT-X-BITRATE:1", segment("1.0")))
                .isEmpty();
    }

    @Test
    void a_segment_and_its_parts_agree_whether_they_are_gaps() {
        DiagnosticCode code = DiagnosticCode.GAP_DISAGREES;
        String first = part("1", ",GAP=YES") + "\n" + segment("2.0");
        assertThat(found(code, first)).isEmpty();
        assertThat(found(code, first, part("1", ",GAP=YES"), segment("1.0"))).containsExactly("9:1");
        assertThat(found(code, first, part("1", ",GAP=YES"), part("1", ""), segment("2.0")))
                .isEmpty();
        assertThat(found(code, "#EXT-X-GAP", part("1", ",GAP=YES"), part("1", ""), segment("2.0")))
                .containsExactly("6:1");
        assertThat(found(code, first, part("1", ",GAP=YES"))).isEmpty();
    }
}
