package dev.hemstitch.core.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryDirectivesTest {
    private static final DeliveryDirectives PART = DeliveryDirectives.builder()
            .part(7, 2)
            .skip(Optional.of(SkipDirective.V2))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h/a.m3u8?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2",
                "/a.m3u8?_HLS_skip=v2&x=&y&_HLS_part=2&&_HLS_msn=7&_HLS_report=b#_HLS_msn=9",
                "?%5FHLS_msn=%37&_HLS_part=02&_HLS_skip=v2&_HLS_msn=8&_HLS_unknown=1",
            })
    void directives_are_read_wherever_they_stand_among_others(String uri) {
        assertThat(DeliveryDirectives.of(uri).directives()).isEqualTo(PART);
        assertThat(DeliveryDirectives.of(uri).isBadRequest()).isFalse();
    }

    @Test
    void a_query_alone_is_read_like_that_of_a_uri() {
        assertThat(DeliveryDirectives.ofQuery("_HLS_msn=7&_HLS_part=2&_HLS_skip=v2")
                        .directives())
                .isEqualTo(PART);
        assertThat(DeliveryDirectives.ofQuery("").directives()).isEqualTo(DeliveryDirectives.NONE);
        assertThat(DeliveryDirectives.of("https://h/_HLS_msn=7").directives()).isEqualTo(DeliveryDirectives.NONE);
        assertThat(DeliveryDirectives.of("a?_hls_msn=7").directives()).isEqualTo(DeliveryDirectives.NONE);
    }

    @Test
    void the_greatest_number_is_that_of_64_bit() {
        DeliveryDirectives most =
                DeliveryDirectives.of("?_HLS_msn=18446744073709551615").directives();
        assertThat(most.msn()).hasValue(-1);
        assertThat(most.part()).isEmpty();
        assertThat(most.applyTo("a")).isEqualTo("a?_HLS_msn=18446744073709551615");
        assertThat(DeliveryDirectives.of("?_HLS_msn=18446744073709551616").problems())
                .containsExactly(DirectiveProblem.MALFORMED_MSN);
    }

    @ParameterizedTest
    @CsvSource({
        "_HLS_part=1, PART_WITHOUT_MSN",
        "_HLS_msn=-1, MALFORMED_MSN",
        "_HLS_msn=, MALFORMED_MSN",
        "_HLS_msn=1.0, MALFORMED_MSN",
        "_HLS_msn=+1, MALFORMED_MSN",
        "_HLS_msn=5&_HLS_part=x, MALFORMED_PART"
    })
    void a_bad_request_is_told_apart_and_never_throws(String query, DirectiveProblem problem) {
        DirectivesResult result = DeliveryDirectives.ofQuery(query);
        assertThat(result.isBadRequest()).isTrue();
        assertThat(result.problems()).containsExactly(problem);
        assertThat(result.directives().part()).isEmpty();
    }

    @Test
    void what_may_be_left_out_is_an_open_word() {
        assertThat(DeliveryDirectives.of("?_HLS_skip=YES").directives().skip()).contains(SkipDirective.YES);
        DeliveryDirectives later = DeliveryDirectives.of("?_HLS_skip=v3%26x").directives();
        assertThat(later.skip()).contains(new SkipDirective("v3&x"));
        assertThat(later).hasToString("_HLS_skip=v3%26x");
        assertThat(DeliveryDirectives.of("?_HLS_skip=").directives()).isEqualTo(DeliveryDirectives.NONE);
        assertThatThrownBy(() -> new SkipDirective("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a.m3u8, a.m3u8?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2",
        "a.m3u8?, a.m3u8?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2",
        "a?_HLS_skip=YES&_HLS_msn=1&_HLS_report=x, a?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2",
        "a?Z=1&a=%2f+%zz&b#f, a?Z=1&_HLS_msn=7&_HLS_part=2&_HLS_skip=v2&a=%2f+%zz&b#f",
        "a?token=x&Expires=1, a?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2&token=x&Expires=1",
        "a?_HLS_interstitial_id=1&_HLS_primary_id=2&_HLS_start_offset=3,"
                + " a?_HLS_interstitial_id=1&_HLS_msn=7&_HLS_part=2&_HLS_primary_id=2&_HLS_skip=v2&_HLS_start_offset=3",
        "https://h:1/a(b)?x=1|2&x=1, https://h:1/a(b)?_HLS_msn=7&_HLS_part=2&_HLS_skip=v2&x=1|2&x=1"
    })
    void directives_are_written_in_order_and_other_parameters_keep_every_character(String uri, String written) {
        assertThat(PART.applyTo(uri)).isEqualTo(written);
        assertThat(PART.applyTo(written)).isEqualTo(written);
        assertThat(DeliveryDirectives.of(written).directives()).isEqualTo(PART);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "a?, a?",
        "a?&&x, a?&&x",
        "a?_HLS_msn=1#f, a#f",
        "a?y=1&_HLS_msn=1&x&_HLS_part=2&_HLS_skip=YES&_HLS_report=0, a?y=1&x",
        "a?_HLS_primary_id=1, a?_HLS_primary_id=1"
    })
    void directives_are_taken_off_and_nothing_else(String uri, String without) {
        assertThat(DeliveryDirectives.removeFrom(uri)).isEqualTo(without);
        assertThat(DeliveryDirectives.NONE.applyTo(uri)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({
        "a?b=2&_HLS_msn=1&B&b=1&%61=0#f, a?%61=0&B&_HLS_msn=1&b=2&b=1#f",
        "a?\uFF5E=1&\uD83D\uDE00=2&x=3, a?x=3&\uFF5E=1&\uD83D\uDE00=2",
        "a, a"
    })
    void all_parameters_can_be_put_in_the_order_of_utf_8(String uri, String ordered) {
        assertThat(DeliveryDirectives.inOrder(uri)).isEqualTo(ordered);
    }

    @Test
    void a_builder_never_has_a_part_without_its_segment() {
        assertThat(PART.toBuilder().msn(8).build()).hasToString("_HLS_msn=8&_HLS_skip=v2");
        assertThat(PART.toBuilder().skip(Optional.empty()).build()).hasToString("_HLS_msn=7&_HLS_part=2");
        assertThat(DeliveryDirectives.NONE).hasToString("");
    }

    @Test
    void directives_are_equal_if_they_ask_the_same() {
        assertThat(PART)
                .isEqualTo(PART.toBuilder().build())
                .hasSameHashCodeAs(PART.toBuilder().build())
                .isNotEqualTo(PART.toBuilder().part(7, 3).build())
                .isNotEqualTo(PART.toBuilder().part(6, 2).build())
                .isNotEqualTo(PART.toBuilder().skip(Optional.empty()).build());
    }
}
