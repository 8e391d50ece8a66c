package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyAgreementRulesTest {
    private static final String SEGMENT = "#EXTINF:6,\na.ts";

    private static String key(String method, String format, String more) {
        return "#EXT-X-KEY:METHOD=" + method + ",URI=\"k\",KEYFORMAT=\"" + format + "\"" + more;
    }

    private static List<String> found(String... lines) {
        return MediaFindings.of(DiagnosticCode.KEYS_DISAGREE, lines);
    }

    @Test
    void keys_of_two_formats_that_apply_to_one_segment_have_one_method() {
        assertThat(found(key("SAMPLE-AES", "a", ""), key("SAMPLE-AES", "b", ""), SEGMENT))
                .isEmpty();
        assertThat(found(key("SAMPLE-AES", "a", ""), key("AES-128", "b", ""), SEGMENT))
                .containsExactly("3:12");
    }

    @Test
    void a_key_applies_until_one_of_its_format_or_none() {
        assertThat(found(key("SAMPLE-AES", "a", ""), SEGMENT, key("AES-128", "b", ""), SEGMENT))
                .containsExactly("5:12");
        assertThat(found(key("SAMPLE-AES", "a", ""), SEGMENT, key("AES-128", "a", ""), SEGMENT))
                .isEmpty();
        assertThat(found(
                        key("SAMPLE-AES", "a", ""),
                        SEGMENT,
                        "#EXT-X-KEY:METHOD=NONE",
                        key("AES-128", "b", ""),
                        SEGMENT))
                .isEmpty();
    }

    @Test
    void keys_are_compared_only_where_they_apply_to_a_segment() {
        String old = key("AES-128", "a", "");
        assertThat(found(old, SEGMENT, key("SAMPLE-AES", "b", ""), key("SAMPLE-AES", "a", ""), SEGMENT))
                .isEmpty();
        assertThat(found(old, key("SAMPLE-AES", "b", ""))).isEmpty();
        assertThat(found(old, key("SAMPLE-AES", "b", ""), "#EXT-X-PART:DURATION=1,URI=\"p\""))
                .containsExactly("3:12");
    }

    @Test
    void initialization_vectors_are_compared_as_numbers() {
        String first = key("AES-128", "a", ",IV=0x0a");
        assertThat(found(first, key("AES-128", "b", ",IV=0X000A"), SEGMENT)).isEmpty();
        assertThat(found(first, key("AES-128", "b", ""), SEGMENT)).isEmpty();
        assertThat(found(first, key("AES-128", "b", ",IV=?"), SEGMENT)).isEmpty();
        assertThat(found(first, key("AES-128", "b", ",IV=0x0B"), SEGMENT)).containsExactly("3:49");
        assertThat(found(key("AES-128", "c", ""), first, key("AES-128", "b", ",IV=0x0B"), SEGMENT))
                .containsExactly("4:49");
    }

    @Test
    void a_format_that_is_left_out_is_identity() {
        assertThat(found("#EXT-X-KEY:METHOD=AES-128,URI=\"k\"", key("SAMPLE-AES", "identity", ""), SEGMENT))
                .isEmpty();
    }

    @Test
    void a_method_that_clients_do_not_know_is_compared_with_nothing() {
        assertThat(found(key("SAMPLE-AES", "a", ""), key("SAMPLE-AES-CENC", "b", ""), SEGMENT))
                .isEmpty();
    }

    @Test
    void each_of_many_formats_is_compared() {
        String[] keys = IntStream.range(0, 200)
                .mapToObj(i -> key(i == 100 ? "SAMPLE-AES" : "AES-128", "f" + i, ""))
                .toArray(String[]::new);
        assertThat(found(String.join("\n", keys), SEGMENT)).containsExactly("102:12");
    }
}
