package dev.hemstitch.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTimeTest {
    /** Text, what it means, and the same moved by 1.5 seconds in its own spelling. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010-02-19T14:54:23.031+08:00 | 2010-02-19T14:54:23.031+08:00 | 2010-02-19T14:54:24.531+08:00",
                "2010-02-19T14:54:23Z          | 2010-02-19T14:54:23Z          | 2010-02-19T14:54:24.5Z",
                "2010-02-19T14:54:23.000Z      | 2010-02-19T14:54:23Z          | 2010-02-19T14:54:24.500Z",
                "2010-02-19T14:54:23           | 2010-02-19T14:54:23Z          | 2010-02-19T14:54:24.5",
                "2010-02-19T14:54:23.120+0800  | 2010-02-19T14:54:23.12+08:00  | 2010-02-19T14:54:24.620+0800",
                "2010-02-19T14:54:23,5Z        | 2010-02-19T14:54:23.5Z        | 2010-02-19T14:54:25.0Z",
                "2010-02-19T14:54:23-11        | 2010-02-19T14:54:23-11:00     | 2010-02-19T14:54:24.5-11",
                "2010-02-19T14:54:23-6:00      | 2010-02-19T14:54:23-06:00     | 2010-02-19T14:54:24.5-6:00",
                "2010-02-19T14:54:23+05:30     | 2010-02-19T14:54:23+05:30     | 2010-02-19T14:54:24.5+05:30",
                "2010-12-31T23:59:59.900-00:30 | 2010-12-31T23:59:59.9-00:30   | 2011-01-01T00:00:01.400-00:30",
                "2010-02-19t14:54:23z          | 2010-02-19T14:54:23Z          | 2010-02-19T14:54:24.5z",
                "2010-02-19T14:54:23.123456789123Z | 2010-02-19T14:54:23.123456789Z | 2010-02-19T14:54:24.623456789Z",
                "20100219T145423.12+0800       | 2010-02-19T14:54:23.12+08:00  | 2010-02-19T14:54:24.62+0800",
                "20100219T145423Z              | 2010-02-19T14:54:23Z          | 2010-02-19T14:54:24.5Z",
                "2016-12-31T23:59:60.25Z       | 2017-01-01T00:00:00.25Z       | 2017-01-01T00:00:01.75Z",
                "2017-01-01T05:29:60+05:30     | 2017-01-01T05:30:00+05:30     | 2017-01-01T05:30:01.5+05:30",
                "0000-01-01T00:00:00Z          | 0000-01-01T00:00:00Z          | 0000-01-01T00:00:01.5Z",
            })
    void a_date_keeps_its_spelling_when_it_moves(String text, String value, String moved) {
        IsoDateTime date = IsoDateTime.parse(text).orElseThrow();
        assertThat(date).hasToString(text);
        assertThat(date.value()).isEqualTo(OffsetDateTime.parse(value));
        assertThat(date.value().getOffset())
                .isEqualTo(OffsetDateTime.parse(value).getOffset());
        assertThat(date.plus(Duration.ofMillis(1500)).toString().replace(',', '.'))
                .isEqualTo(moved);
        assertThat(date.plus(Duration.ofMillis(1500))
                        .plus(Duration.ofMillis(-1500))
                        .value())
                .isEqualTo(date.value());
        assertThat(date.plus(Duration.ZERO)).isSameAs(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2010",
                "2010-02-19",
                "2010-02-30T00:00:00Z",
                "2010-13-01T00:00:00Z",
                "2010-02-19T24:00:00Z",
                "2010-02-19T14:54:60Z",
                "2010-02-19T14:54Z",
                "2010-02-19T14:54:23X",
                "2010-02-19T14:54:23+",
                "2010-02-19T14:54:23+99",
                "2010-02-19T14:54:23+08:0",
                "2010-02-19T14:54:23+080",
                "2010-02-19T14:54:23+08:00Z",
                "2010/02/19T14:54:23Z",
                "2016-12-31T23:59:61Z",
                "2016-12-31T23:59:60+01:00",
                "20100219T1454Z",
                "20100219T14:54:23Z",
                "20100230T145423Z",
                "2010-02-19T14:54:2\u0663Z",
                "2010-02-19T14:54:-3Z",
            })
    void what_is_no_date_is_not_read(String text) {
        assertThat(IsoDateTime.parse(text)).isEmpty();
    }

    @Test
    void a_date_made_of_a_value_has_milliseconds_or_what_it_needs() {
        assertThat(IsoDateTime.of(OffsetDateTime.parse("2010-02-19T14:54:23Z")))
                .hasToString("2010-02-19T14:54:23.000Z");
        assertThat(IsoDateTime.of(OffsetDateTime.parse("2010-02-19T14:54:23.0000001+01:00")))
                .hasToString("2010-02-19T14:54:23.0000001+01:00");
        assertThatThrownBy(() -> IsoDateTime.of(OffsetDateTime.parse("+12010-02-19T14:54:23Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsoDateTime.of(OffsetDateTime.parse("2010-02-19T14:54:23+01:00:30")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dates_are_equal_by_what_they_mean() {
        assertThat(IsoDateTime.parse("2010-02-19T14:54:23.0Z")).isEqualTo(IsoDateTime.parse("2010-02-19T14:54:23"));
        assertThat(IsoDateTime.parse("2010-02-19T14:54:23Z"))
                .isNotEqualTo(IsoDateTime.parse("2010-02-19T15:54:23+01:00"));
    }

    @Test
    void a_date_does_not_leave_four_digits() {
        IsoDateTime last = IsoDateTime.parse("9999-12-31T23:59:59Z").orElseThrow();
        assertThat(last.plus(Duration.ofSeconds(1))).isSameAs(last);
        assertThat(last.plus(Duration.ofSeconds(Long.MAX_VALUE))).isSameAs(last);
    }
}
