package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of tags and attributes against one typed from sections 4.4.1 to 4.4.6 of the specification. */
class HlsTagTest {
    /**
     * Tag and its attributes: name, type (i integer, f float, s signed float, h hexadecimal, q quoted, e enumerated, l
     * enumerated list, r resolution, o quoted or enumerated), then {@code !} if required. {@code ?} is required by the
     * specification, but without it a player still knows what to play: only the validator minds.
     */
    private static final String TABLE = """
            EXT-X-START TIME-OFFSET:s! PRECISE:e
            EXT-X-DEFINE NAME:q VALUE:q IMPORT:q QUERYPARAM:q
            EXT-X-PART-INF PART-TARGET:f!
            EXT-X-SERVER-CONTROL CAN-SKIP-UNTIL:f CAN-SKIP-DATERANGES:e HOLD-BACK:f PART-HOLD-BACK:f CAN-BLOCK-RELOAD:e
            EXT-X-KEY METHOD:e! URI:q IV:h KEYFORMAT:q KEYFORMATVERSIONS:q
            EXT-X-MAP URI:q! BYTERANGE:q
            EXT-X-PART URI:q! DURATION:f! INDEPENDENT:e BYTERANGE:q GAP:e
            EXT-X-DATERANGE ID:q! CLASS:q START-DATE:q CUE:l END-DATE:q DURATION:f PLANNED-DURATION:f SCTE35-CMD:h\
             SCTE35-OUT:h SCTE35-IN:h END-ON-NEXT:e
            EXT-X-SKIP SKIPPED-SEGMENTS:i! RECENTLY-REMOVED-DATERANGES:q
            EXT-X-PRELOAD-HINT TYPE:e! URI:q! BYTERANGE-START:i BYTERANGE-LENGTH:i
            EXT-X-RENDITION-REPORT URI:q! LAST-MSN:i? LAST-PART:i
            EXT-X-MEDIA TYPE:e! URI:q GROUP-ID:q! LANGUAGE:q ASSOC-LANGUAGE:q NAME:q! STABLE-RENDITION-ID:q DEFAULT:e\
             AUTOSELECT:e FORCED:e INSTREAM-ID:q BIT-DEPTH:i SAMPLE-RATE:i CHARACTERISTICS:q CHANNELS:q
            EXT-X-STREAM-INF BANDWIDTH:i? AVERAGE-BANDWIDTH:i SCORE:f CODECS:q SUPPLEMENTAL-CODECS:q RESOLUTION:r\
             FRAME-RATE:f HDCP-LEVEL:e ALLOWED-CPC:q VIDEO-RANGE:e REQ-VIDEO-LAYOUT:q STABLE-VARIANT-ID:q AUDIO:q\
             VIDEO:q SUBTITLES:q CLOSED-CAPTIONS:o PATHWAY-ID:q
            EXT-X-I-FRAME-STREAM-INF BANDWIDTH:i? AVERAGE-BANDWIDTH:i SCORE:f CODECS:q SUPPLEMENTAL-CODECS:q\
             RESOLUTION:r HDCP-LEVEL:e ALLOWED-CPC:q VIDEO-RANGE:e REQ-VIDEO-LAYOUT:q STABLE-VARIANT-ID:q VIDEO:q\
             PATHWAY-ID:q URI:q!
            EXT-X-SESSION-DATA DATA-ID:q! VALUE:q URI:q FORMAT:e LANGUAGE:q
            EXT-X-SESSION-KEY METHOD:e! URI:q IV:h KEYFORMAT:q KEYFORMATVERSIONS:q
            EXT-X-CONTENT-STEERING SERVER-URI:q! PATHWAY-ID:q
            """;

    private static String letter(AttributeType type) {
        return switch (type) {
            case DECIMAL_INTEGER -> "i";
            case DECIMAL_FLOATING_POINT -> "f";
            case SIGNED_DECIMAL_FLOATING_POINT -> "s";
            case HEXADECIMAL_SEQUENCE -> "h";
            case QUOTED_STRING -> "q";
            case ENUMERATED_STRING -> "e";
            case ENUMERATED_STRING_LIST -> "l";
            case DECIMAL_RESOLUTION -> "r";
            case QUOTED_OR_ENUMERATED -> "o";
            default -> "?";
        };
    }

    @Test
    void there_are_32_tags_and_the_attributes_of_the_specification() {
        List<String> lines = new ArrayList<>();
        for (HlsTag tag : HlsTag.values()) {
            if (!tag.attributes().isEmpty()) {
                StringBuilder line = new StringBuilder(tag.tagName());
                for (Attribute<?> attribute : tag.attributes()) {
                    line.append(' ').append(attribute.name()).append(':').append(letter(attribute.type()));
                    line.append(attribute.isRequired() ? "!" : "");
                }
                lines.add(line.toString());
            }
        }
        assertThat(HlsTag.values()).hasSize(32);
        assertThat(lines)
                .containsExactlyElementsOf(TABLE.replace("?", "").lines().toList());
        assertThat(Stream.of(HlsTag.values())
                        .mapToInt(tag -> tag.attributes().size())
                        .sum())
                .as("the 103 pairs of the specification but for X- of EXT-X-DATERANGE, which stands for any name")
                .isEqualTo(102);
    }

    @Test
    void a_tag_is_found_by_its_name_alone() {
        for (HlsTag tag : HlsTag.values()) {
            assertThat(HlsTag.of(tag.tagName())).contains(tag);
            assertThat(tag.section()).startsWith("4.4.");
            assertThat(lineOf("#" + tag.tagName()).tag()).contains(tag);
            assertThat(lineOf("#" + tag.tagName() + "S").tag()).isEmpty();
            assertThat(lineOf("#" + tag.tagName() + "\u00e9").tag()).isEmpty();
            assertThat(lineOf("#" + tag.tagName().toLowerCase(java.util.Locale.ROOT))
                            .tag())
                    .isEmpty();
        }
        assertThat(HlsTag.of("EXT-X-CUE-OUT")).isEmpty();
    }

    private static PlaylistLine lineOf(String line) {
        return PlaylistLine.of(dev.hemstitch.core.internal.bytes.ByteSpan.ofUtf8(line))
                .get(0);
    }

    static Stream<Attribute<?>> attributes() {
        return Stream.of(HlsTag.values()).flatMap(tag -> tag.attributes().stream());
    }

    /** A value of each type, in the form of the specification and in a wrong one that is common. */
    private static List<String> forms(Attribute<?> attribute) {
        return switch (attribute.type()) {
            case DECIMAL_INTEGER -> List.of("18446744073709551615", "\"18446744073709551615\"");
            case DECIMAL_FLOATING_POINT -> List.of("12.500", "\"12.500\"");
            case SIGNED_DECIMAL_FLOATING_POINT -> List.of("-12.500", "\"-12.500\"");
            case HEXADECIMAL_SEQUENCE -> List.of("0xFC30", "\"0xFC30\"");
            case DECIMAL_RESOLUTION -> List.of("1920x1080", "\"1920x1080\"");
            case ENUMERATED_STRING -> List.of("YES", "\"YES\"");
            case QUOTED_STRING ->
                attribute.name().endsWith("-DATE")
                        ? List.of("\"2024-01-01T00:00:00.000Z\"", "2024-01-01T00:00:00.000Z")
                        : attribute.name().equals("BYTERANGE") ? List.of("\"5@7\"", "5@7") : List.of("\"x\"", "x");
            default -> List.of("\"x\"", "\"x\"");
        };
    }

    @ParameterizedTest
    @MethodSource("attributes")
    <T> void an_attribute_is_read_in_any_form_and_written_in_that_of_the_specification(Attribute<T> attribute) {
        for (String form : forms(attribute)) {
            AttributeList list = AttributeList.parse("X=1," + attribute.name() + "=" + form);
            T value = list.get(attribute).orElseThrow();
            assertThat(AttributeList.builder().set(attribute, value).build())
                    .hasToString(attribute.name() + "=" + forms(attribute).get(0));
            assertThat(list.canonical(List.of(attribute)))
                    .hasToString(attribute.name() + "=" + forms(attribute).get(0) + ",X=1");
        }
        assertThat(AttributeList.parse("X=1").get(attribute)).isEmpty();
    }
}
