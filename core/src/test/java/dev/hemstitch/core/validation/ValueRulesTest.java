package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRulesTest {
    private static final Set<DiagnosticCode> FORMS = Set.of(
            DiagnosticCode.MALFORMED_INTEGER,
            DiagnosticCode.MALFORMED_HEXADECIMAL,
            DiagnosticCode.MALFORMED_DECIMAL,
            DiagnosticCode.MALFORMED_SIGNED_DECIMAL,
            DiagnosticCode.EMPTY_QUOTED_STRING,
            DiagnosticCode.UNKNOWN_ENUMERATED_VALUE,
            DiagnosticCode.REPEATED_LIST_ENTRY,
            DiagnosticCode.MALFORMED_RESOLUTION,
            DiagnosticCode.WRONG_VALUE_FORM);

    /** The codes of this room for a line that stands behind the definition of a variable. */
    private static List<String> codes(String line) {
        ReceivedPlaylist received = Found.received(
                Optional.empty(),
                Optional.empty(),
                "#EXTM3U",
                "#EXT-X-DEFINE:NAME=\"iv\",VALUE=\"0x0A\"",
                "#EXT-X-DEFINE:NAME=\"none\",VALUE=\"\"",
                "#EXT-X-DEFINE:NAME=\"number\",VALUE=\"5\"",
                line);
        return PlaylistValidator.of(ValidationProfile.RFC8216BIS).validate(received).findings().stream()
                .filter(finding -> FORMS.contains(finding.code()))
                .map(finding -> finding.code().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#EXT-X-STREAM-INF:BANDWIDTH=018446744073709551615 | MALFORMED_INTEGER",
                "#EXT-X-STREAM-INF:BANDWIDTH=\u0661 | MALFORMED_INTEGER",
                "#EXT-X-STREAM-INF:BANDWIDTH=+5 | MALFORMED_INTEGER",
                "#EXT-X-STREAM-INF:BANDWIDTH={$number} | MALFORMED_INTEGER",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,FRAME-RATE=-30 | MALFORMED_DECIMAL",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,FRAME-RATE=. | MALFORMED_DECIMAL",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,FRAME-RATE=1.2.3 | MALFORMED_DECIMAL",
                "#EXT-X-START:TIME-OFFSET=1E1 | MALFORMED_SIGNED_DECIMAL",
                "#EXT-X-START:TIME-OFFSET=5- | MALFORMED_SIGNED_DECIMAL",
                "#EXT-X-START:TIME-OFFSET=\"5\" | WRONG_VALUE_FORM",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0xG | MALFORMED_HEXADECIMAL",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$number} | MALFORMED_HEXADECIMAL",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"{$none}\" | EMPTY_QUOTED_STRING",
                "#EXT-X-KEY:METHOD=AES-128,URI=k | WRONG_VALUE_FORM",
                "#EXT-X-KEY:METHOD=SAMPLE-AES-CENC,URI=\"k\" | UNKNOWN_ENUMERATED_VALUE",
                "#EXT-X-KEY:METHOD=none | UNKNOWN_ENUMERATED_VALUE",
                "#EXT-X-PART:URI=\"a\",DURATION=1,GAP=NO | UNKNOWN_ENUMERATED_VALUE",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,CLOSED-CAPTIONS=cc | UNKNOWN_ENUMERATED_VALUE",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,CLOSED-CAPTIONS=\"\" | EMPTY_QUOTED_STRING",
                "#EXT-X-DATERANGE:ID=\"a\",CUE=PRE | WRONG_VALUE_FORM",
                "#EXT-X-DATERANGE:ID=\"a\",CUE=\"PRE,PRE\" | REPEATED_LIST_ENTRY",
                "#EXT-X-DATERANGE:ID=\"a\",SCTE35-OUT=\"0xFC\" | WRONG_VALUE_FORM"
            })
    void a_value_of_another_form_is_told_by_one_rule(String line, String code) {
        assertThat(codes(line)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-STREAM-INF:BANDWIDTH=18446744073709551615,FRAME-RATE=.5,RESOLUTION=0x0",
                "#EXT-X-STREAM-INF:BANDWIDTH=00000000000000000001,FRAME-RATE=30.",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,VIDEO-RANGE=DOLBY,CLOSED-CAPTIONS=NONE",
                "#EXT-X-STREAM-INF:BANDWIDTH=5,CLOSED-CAPTIONS=\"cc\"",
                "#EXT-X-PRELOAD-HINT:TYPE=OTHER,URI=\"a\"",
                "#EXT-X-START:TIME-OFFSET=-0.5,PRECISE=NO",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$iv}",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x{$unknown}",
                "#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"\"",
                "#EXT-X-DATERANGE:ID=\"a\",CUE=\"PRE,SOON,ONCE\",X-A=\"\",X-B=word",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"x,IV",
                "#EXT-X-PLAYLIST-TYPE:event"
            })
    void a_value_of_its_form_is_not_told(String line) {
        assertThat(codes(line)).isEmpty();
    }

    @Test
    void only_the_value_of_a_definition_may_be_empty() {
        assertThat(codes("#EXT-X-DEFINE:NAME=\"\",VALUE=\"\"")).containsExactly("EMPTY_QUOTED_STRING");
        assertThat(codes("#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"\"")).containsExactly("EMPTY_QUOTED_STRING");
    }

    @Test
    void the_numbers_of_plain_tags_are_told_at_their_value() {
        assertThat(Found.of(
                        DiagnosticCode.MALFORMED_INTEGER,
                        "#EXTM3U",
                        "#EXT-X-VERSION:3.0",
                        "#EXT-X-TARGETDURATION:x",
                        "#EXT-X-MEDIA-SEQUENCE",
                        "#EXT-X-BITRATE:5 kbit"))
                .containsExactly("2:16", "4:22", "5:16");
    }

    @Test
    void the_duration_of_a_list_of_channels_is_no_decimal() {
        assertThat(Found.of(
                        DiagnosticCode.MALFORMED_DECIMAL,
                        "#EXTM3U",
                        "#EXTINF:-1 tvg-id=\"a,b\",Name",
                        "http://example.com/a"))
                .containsExactly("2:9");
    }
}
