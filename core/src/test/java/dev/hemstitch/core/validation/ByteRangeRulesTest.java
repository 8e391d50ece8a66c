package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeRulesTest {
    private static String segment(String range, String uri) {
        return "#EXTINF:6,\n#EXT-X-BYTERANGE:" + range + "\n" + uri;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0@0", "1@0", "18446744073709551615@0", "1@18446744073709551614"})
    void a_range_has_a_length_and_an_offset_of_64_bits(String range) {
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, segment(range, "a.ts")))
                .isEmpty();
        assertThat(MediaFindings.of(
                        DiagnosticCode.MALFORMED_BYTE_RANGE, "#EXT-X-MAP:URI=\"a\",BYTERANGE=\"" + range + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "1@", "@1", "1@2@3", "-1@0", "0x10@0", "1 @0", "1@18446744073709551615", "{$n}@0"})
    void anything_else_is_no_range(String range) {
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, segment(range, "a.ts")))
                .containsExactly("3:18");
    }

    @Test
    void a_range_that_runs_beyond_64_bits_from_the_one_before_it_is_none() {
        String first = segment("18446744073709551615@0", "a.ts");
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, first, segment("0", "a.ts")))
                .isEmpty();
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, first, segment("1", "a.ts")))
                .containsExactly("6:18");
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, first, segment("1", "b.ts")))
                .isEmpty();
    }

    @Test
    void a_range_of_a_map_or_part_that_holds_a_variable_is_read_with_its_value() {
        String define = "#EXT-X-DEFINE:NAME=\"n\",VALUE=\"x\"";
        assertThat(MediaFindings.of(
                        DiagnosticCode.MALFORMED_BYTE_RANGE, define, "#EXT-X-MAP:URI=\"a\",BYTERANGE=\"{$n}@0\""))
                .containsExactly("3:20");
        assertThat(MediaFindings.of(
                        DiagnosticCode.MALFORMED_BYTE_RANGE, define, "#EXT-X-MAP:URI=\"a\",BYTERANGE=\"{$other}@0\""))
                .isEmpty();
    }

    @Test
    void a_range_without_offset_follows_the_same_resource_whatever_its_spelling() {
        DiagnosticCode code = DiagnosticCode.UNRESOLVED_BYTE_RANGE;
        String define = "#EXT-X-DEFINE:NAME=\"v\",VALUE=\"a\"";
        assertThat(MediaFindings.of(
                        code, define, segment("1@0", "{$v}.ts"), segment("1", "a.ts"), segment("1", "./a.ts")))
                .isEmpty();
        assertThat(MediaFindings.of(code, segment("1@0", "../x/../a.ts"), segment("1", "../a.ts")))
                .isEmpty();
        assertThat(MediaFindings.of(code, segment("1@0", "a.ts"), segment("1", "../a.ts")))
                .containsExactly("6:18");
        assertThat(MediaFindings.of(code, segment("1@0", "a.ts?x=1"), segment("1", "a.ts?x=2")))
                .containsExactly("6:18");
    }

    @Test
    void what_a_delta_update_leaves_out_may_be_the_range_before() {
        DiagnosticCode code = DiagnosticCode.UNRESOLVED_BYTE_RANGE;
        String skip = "#EXT-X-SKIP:SKIPPED-SEGMENTS=3";
        assertThat(MediaFindings.of(code, skip, segment("1", "a.ts"), segment("1", "a.ts")))
                .isEmpty();
        assertThat(MediaFindings.of(code, skip, segment("1", "a.ts"), segment("1", "b.ts")))
                .containsExactly("7:18");
    }

    @Test
    void a_malformed_range_is_told_and_what_follows_it_is_not() {
        String[] lines = {segment("x", "a.ts"), segment("1", "b.ts")};
        assertThat(MediaFindings.of(DiagnosticCode.MALFORMED_BYTE_RANGE, lines)).containsExactly("3:18");
        assertThat(MediaFindings.of(DiagnosticCode.UNRESOLVED_BYTE_RANGE, lines))
                .isEmpty();
    }

    @Test
    void parts_follow_parts_of_their_own_segment_only() {
        DiagnosticCode code = DiagnosticCode.UNRESOLVED_PART_RANGE;
        String first = "#EXT-X-PART:DURATION=1,URI=\"a\",BYTERANGE=\"1@0\"";
        String next = "#EXT-X-PART:DURATION=1,URI=\"a\",BYTERANGE=\"1\"";
        assertThat(MediaFindings.of(code, first, next, "#EXTINF:2,", "a")).isEmpty();
        assertThat(MediaFindings.of(code, first, "#EXTINF:2,", "a", next)).containsExactly("5:32");
        assertThat(MediaFindings.of(code, "#EXT-X-PART:DURATION=1,URI=\"a\"", next))
                .containsExactly("3:32");
        assertThat(MediaFindings.of(code, "#EXT-X-PART:DURATION=1,URI=\"a\",BYTERANGE=\"?\"", next))
                .isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-PART:DURATION=1,BYTERANGE=\"1@0\"", next))
                .isEmpty();
    }
}
