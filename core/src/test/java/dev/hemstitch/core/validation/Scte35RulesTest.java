package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.MALFORMED_SCTE35;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SCTE35_IN_WITHOUT_END;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SCTE35_PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class Scte35RulesTest {
    private static final String TAG = "#EXT-X-DATERANGE:ID=\"a\",";
    private static final String START = "START-DATE=\"2026-03-01T12:00:06.000Z\",";
    private static final String NULL = "FC3011000000000000FFFFF000000000761DD3B6";

    private static List<String> found(DiagnosticCode code, String... ranges) {
        return FoundPlaces.of(code, FoundPlaces.media(ranges));
    }

    @Test
    void a_splice_null_without_descriptors_is_the_shortest_section() {
        assertThat(SpliceSection.problem(NULL)).isEmpty();
        assertThat(SpliceSection.problem(NULL.toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(SpliceSection.problem("FC300400000001")).contains("is shorter than any splice_info_section");
        assertThat(SpliceSection.problem("FC30")).contains("is shorter than the head of a splice_info_section");
        assertThat(SpliceSection.problem("FC")).isPresent();
        assertThat(SpliceSection.problem("")).isPresent();
    }

    @Test
    void table_id_length_and_crc_are_looked_at() {
        assertThat(SpliceSection.problem("00" + NULL.substring(2)))
                .contains("is no splice_info_section, which begins with FC");
        assertThat(SpliceSection.problem(NULL + "00")).contains("has section_length 17, but 18 bytes follow");
        assertThat(SpliceSection.problem(NULL + "0")).contains("has half a byte at its end");
        assertThat(SpliceSection.problem(NULL.substring(0, 32) + "12345678"))
                .contains("has CRC_32 12345678, not " + NULL.substring(32));
    }

    @Test
    void a_section_with_zeros_for_a_crc_was_made_up() {
        assertThat(SpliceSection.problem(NULL.substring(0, 32) + "00000000")).isEmpty();
        assertThat(SpliceSection.problem("FC002F0000000000")).isEmpty();
    }

    @Test
    void what_is_not_hexadecimal_is_not_judged_here() {
        assertThat(SpliceSection.problem("FCXY")).isEmpty();
        assertThat(found(MALFORMED_SCTE35, TAG + START + "SCTE35-CMD=/DAlAAA=")).isEmpty();
        assertThat(found(MALFORMED_SCTE35, TAG + START + "SCTE35-CMD=FC00")).isEmpty();
    }

    @Test
    void a_section_in_quotes_is_told() {
        assertThat(found(MALFORMED_SCTE35, TAG + START + "SCTE35-CMD=\"0x" + NULL + "\""))
                .hasSize(1);
        assertThat(found(MALFORMED_SCTE35, TAG + START + "SCTE35-CMD=0x" + NULL))
                .isEmpty();
    }

    @Test
    void an_out_that_waits_for_its_in_is_no_problem() {
        String out = TAG + START + "PLANNED-DURATION=30.0,SCTE35-OUT=0x" + NULL;
        assertThat(found(SCTE35_PAIR, out)).isEmpty();
        assertThat(found(SCTE35_IN_WITHOUT_END, out)).isEmpty();
    }

    @Test
    void the_end_of_a_pair_may_be_given_by_any_of_its_tags() {
        String out = TAG + START + "DURATION=30.0,SCTE35-OUT=0x" + NULL;
        String in = TAG + "SCTE35-IN=0x" + NULL;
        assertThat(found(SCTE35_PAIR, out, in)).isEmpty();
        assertThat(found(SCTE35_PAIR, out.replace("DURATION=30.0,", ""), in)).containsExactly("5:25");
        assertThat(found(SCTE35_IN_WITHOUT_END, out.replace("DURATION=30.0,", ""), in))
                .isEmpty();
    }

    @Test
    void a_pair_in_one_tag_without_end_is_told_as_an_in_without_end() {
        String pair = TAG + START + "SCTE35-OUT=0x" + NULL + ",SCTE35-IN=0x" + NULL;
        assertThat(found(SCTE35_PAIR, pair)).isEmpty();
        assertThat(found(SCTE35_IN_WITHOUT_END, pair)).hasSize(1);
        assertThat(found(SCTE35_IN_WITHOUT_END, pair + ",CLASS=\"c\",END-ON-NEXT=YES"))
                .isEmpty();
    }
}
