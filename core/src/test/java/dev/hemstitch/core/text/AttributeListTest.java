package dev.hemstitch.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Variant;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "A=1|A|1",
                "A=\"x, y=z\",B=2|A|\"x, y=z\"",
                "A=\"x, y=z\",B=2|B|2",
                "A=1, B=2|B|2",
                "A = 1 ,B=2|A|1",
                "A=1,A=2|A|1",
                "A=,B=2|A|''",
                "A,B=2|B|2",
                ",,B=2,|B|2",
                "A=\"open,B=2|A|\"open,B=2\"",
                "A=\"\"|A|\"\"",
                "A=b\"c|A|b\"c",
                "A=x=y|A|x=y",
                "a=1,A=2|A|2",
            })
    void values_are_found_in_whatever_layout(String list, String name, String value) {
        assertThat(AttributeList.parse(list).find(name).orElseThrow()).hasToString(value);
    }

    @Test
    void what_is_not_there_is_not_found() {
        AttributeList list = AttributeList.parse("AB=1,B=\"C=3\"");
        assertThat(list.find("A")).isEmpty();
        assertThat(list.find("C")).isEmpty();
        assertThat(list.size()).isEqualTo(2);
        assertThat(AttributeList.parse("").size()).isZero();
        assertThat(AttributeList.parse("").asMap()).isEmpty();
    }

    @Test
    void quoting_follows_the_type_in_canonical_form() {
        assertThat(AttributeList.parse("X-Q=\"1\",SCTE35-OUT=\"0xFC\", X-N=1,ID=a")
                        .canonical(HlsTag.DATERANGE.attributes()))
                .hasToString("ID=\"a\",SCTE35-OUT=0xFC,X-Q=\"1\",X-N=1");
        assertThat(AttributeList.parse("CODECS=avc1,BANDWIDTH=\"5\",CLOSED-CAPTIONS=NONE")
                        .canonical(HlsTag.STREAM_INF.attributes()))
                .hasToString("BANDWIDTH=5,CODECS=\"avc1\",CLOSED-CAPTIONS=NONE");
        assertThat(AttributeList.parse("CLOSED-CAPTIONS=\"NONE\"").canonical(HlsTag.STREAM_INF.attributes()))
                .hasToString("CLOSED-CAPTIONS=\"NONE\"");
        assertThat(AttributeList.parse("SCTE35-OUT=\"not hex, at all\"").canonical(HlsTag.DATERANGE.attributes()))
                .as("a value that cannot stand without quotes keeps them")
                .hasToString("SCTE35-OUT=\"not hex, at all\"");
    }

    @Test
    void another_value_leaves_all_other_bytes_as_they_are() {
        AttributeList list = AttributeList.parse("A=1, B=\"x\" ,A=2,C");
        assertThat(list.with("B", AttributeValue.quoted("\u00fc"))).hasToString("A=1, B=\"\u00fc\" ,A=2,C");
        assertThat(list.with("A", AttributeValue.unquoted("7"))).hasToString("A=7, B=\"x\" ,A=2,C");
        assertThat(list.with("D", AttributeValue.unquoted("7"))).isSameAs(list);
    }

    @Test
    void lists_are_equal_by_their_attributes_alone() {
        AttributeList list = AttributeList.parse("A=1,B=\"2\"");
        assertThat(AttributeList.parse("B=\"2\" , A=1")).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(AttributeList.parse("B=2,A=1")).isNotEqualTo(list);
        assertThat(list.toBuilder().remove("A").set("C", new BigDecimal("1.50")).build())
                .hasToString("B=\"2\",C=1.50");
    }

    @Test
    void closed_captions_none_is_a_word_and_all_else_a_string() {
        assertThat(AttributeList.builder()
                        .set(Variant.CLOSED_CAPTIONS, "NONE")
                        .set(Variant.CODECS, List.of("a", "b"))
                        .build())
                .hasToString("CLOSED-CAPTIONS=NONE,CODECS=\"a,b\"");
        assertThat(AttributeList.builder().set(Variant.CLOSED_CAPTIONS, "cc").build())
                .hasToString("CLOSED-CAPTIONS=\"cc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\"b"})
    void what_would_end_a_value_or_its_line_is_refused(String text) {
        AttributeList.Builder builder = AttributeList.builder();
        assertThatThrownBy(() -> AttributeValue.quoted(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttributeValue.unquoted(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(DateRange.ID, text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(DateRange.SCTE35_OUT, text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(text, AttributeValue.quoted("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttributeValue.quoted("x").withText(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a b", "a\tb"})
    void what_would_end_an_unquoted_value_is_refused(String text) {
        assertThatThrownBy(() -> AttributeValue.unquoted(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(AttributeValue.quoted(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "18446744073709551615,18446744073709551615",
        "18446744073709551616,",
        "99999999999999999999,",
        "00000000000000000001,1",
        "000000000000000000001,",
        "-1,",
        "+1,",
        "1.0,",
        "'',",
        "\u0661,"
    })
    void integers_are_unsigned_and_of_64_bit(String text, String value) {
        assertThat(UnsignedIntegers.parse(text).map(Long::toUnsignedString).orElse(null))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "6.000,6.000",
        "-1.5,-1.5",
        ".5,0.5",
        "1.,1",
        "-,",
        ".,",
        "1.2.3,",
        "1e5,",
        "+1,",
        "NaN,",
        "'1 ',",
        "0x1,",
    })
    void decimals_are_exact_and_keep_their_zeros(String text, String value) {
        assertThat(Decimals.parse(text).map(BigDecimal::toPlainString).orElse(null))
                .isEqualTo(value);
    }

    @Test
    void numbers_longer_than_any_clock_needs_are_none() {
        assertThat(Decimals.parse("9".repeat(10_000))).isPresent();
        assertThat(Decimals.parse("9".repeat(10_001))).isEmpty();
    }
}
