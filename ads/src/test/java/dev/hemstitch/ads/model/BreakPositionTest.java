package dev.hemstitch.ads.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakPositionTest {
    @ParameterizedTest
    @CsvSource({
        "start, 0",
        "end, 100000000000",
        "12.5, 12500000000",
        "25%, 25000000000",
        "0.1%, 100000000",
        "00:00:00, 0",
        "00:00:12.5, 12500000000",
        "0:01:02.003, 62003000000",
        "01:00:00.000000001, 3600000000001",
        "12345:59:59, 44445599000000000"
    })
    void a_text_is_a_place(String text, long nanos) {
        assertThat(BreakPosition.parse(text).orElseThrow().nanosIn(100_000_000_000L))
                .isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#0",
                "#-1",
                "#1.5",
                "#12345678901",
                "-1",
                "101%",
                "%",
                "1:2",
                "00:60:00",
                "00:00:60",
                ":00:00",
                "00:00:",
                "00:00:00.",
                "00:00:00.1234567890",
                "000000:00:00",
                "00:-1:00",
                "a:00:00",
                "00:00:00:00",
                "End"
            })
    void other_texts_are_none(String text) {
        assertThat(BreakPosition.parse(text)).isEmpty();
    }

    @Test
    void an_opportunity_is_no_place_by_itself() {
        BreakPosition third = BreakPosition.parse("#3").orElseThrow();
        assertThat(third.opportunity()).hasValue(3);
        assertThat(third).isEqualTo(BreakPosition.ofOpportunity(3)).hasToString("#3");
        assertThat(third).isNotEqualTo(BreakPosition.parse("3").orElseThrow());
        assertThat(BreakPosition.end().opportunity()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> third.nanosIn(1));
        assertThatIllegalArgumentException().isThrownBy(() -> BreakPosition.ofOpportunity(0));
    }

    @Test
    void a_time_is_as_good_as_its_seconds() {
        assertThat(BreakPosition.parse("00:01:00.5")).isEqualTo(BreakPosition.parse("60.5"));
    }
}
