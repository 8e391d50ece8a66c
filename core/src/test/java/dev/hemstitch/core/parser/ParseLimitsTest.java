package dev.hemstitch.core.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParseLimitsTest {
    private static final String START = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n";
    private static final String VARIANTS = "#EXTM3U\n" + "#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n".repeat(11);

    private static ParseLimits limits(int bytes, int lineBytes, int lines, int segments, int attributes) {
        return new ParseLimits(bytes, lineBytes, lines, segments, attributes);
    }

    static Stream<Arguments> beyondLimits() {
        ParseLimits wide = limits(1 << 30, 1 << 30, 1 << 30, 1 << 30, 1_000);
        return Stream.of(
                Arguments.of(limits(38, 1_000, 100, 10, 10), START + "#EXTINF", DiagnosticCode.LIMIT_BYTES),
                Arguments.of(limits(1_000, 20, 100, 10, 10), START + "#", DiagnosticCode.LIMIT_LINE_BYTES),
                Arguments.of(limits(1_000, 100, 2, 10, 10), START + "#", DiagnosticCode.LIMIT_LINES),
                Arguments.of(limits(1_000, 100, 100, 10, 10), START + "a\n".repeat(11), DiagnosticCode.LIMIT_SEGMENTS),
                Arguments.of(limits(1_000, 100, 100, 10, 10), VARIANTS, DiagnosticCode.LIMIT_SEGMENTS),
                Arguments.of(
                        limits(1_000, 100, 100, 10, 10),
                        START + "#EXT-X-KEY:METHOD=NONE" + ",A=1".repeat(10) + "\n",
                        DiagnosticCode.LIMIT_ATTRIBUTES),
                Arguments.of(
                        limits(1_000, 100, 100, 10, 10),
                        START + "#EXT-X-KEY:,METHOD=NONE" + ",A=1".repeat(10) + "\n",
                        DiagnosticCode.LIMIT_ATTRIBUTES),
                Arguments.of(ParseLimits.DEFAULT, START + "x".repeat(100 << 20), DiagnosticCode.LIMIT_LINE_BYTES),
                Arguments.of(wide, START + "#EXT-X-KEY:" + "A=1,".repeat(10_000_000), DiagnosticCode.LIMIT_ATTRIBUTES),
                Arguments.of(ParseLimits.DEFAULT, START + "\n".repeat(20_000_000), DiagnosticCode.LIMIT_LINES),
                Arguments.of(ParseLimits.DEFAULT, START + "a\n".repeat(2_000_001), DiagnosticCode.LIMIT_SEGMENTS));
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void what_is_beyond_a_limit_is_refused_in_either_mode(ParseLimits limits, String text, DiagnosticCode code) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (ParseMode mode : ParseMode.values()) {
            ParseResult result = PlaylistParser.of(mode, limits).tryParse(bytes);
            assertThat(result.playlist()).isEmpty();
            if (mode == ParseMode.LENIENT) {
                assertThat(result.diagnostics()
                                .get(result.diagnostics().size() - 1)
                                .code())
                        .isEqualTo(code);
            }
        }
    }

    @Test
    void a_stream_is_read_no_further_than_the_limit() {
        PlaylistParser parser = PlaylistParser.of(ParseMode.LENIENT, limits(40, 100, 10, 10, 10));
        ByteArrayInputStream in =
                new ByteArrayInputStream((START + "a\n".repeat(1_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> parser.parse(in)).isInstanceOf(PlaylistParseException.class);
        assertThat(in.available()).isEqualTo(2_000 + START.length() - 41);
        assertThatThrownBy(() -> parser.parse(new StringReader(START + "a\n".repeat(1_000))))
                .isInstanceOf(PlaylistParseException.class);
    }

    @Test
    void the_limits_themselves_are_not_beyond() {
        PlaylistParser parser = PlaylistParser.of(ParseMode.LENIENT, limits(START.length() + 4, 25, 4, 2, 1));
        assertThat(parser.parse(START + "a\nb\n").lines()).hasSize(4);
    }

    @Test
    void limits_have_ranges() {
        assertThatThrownBy(() -> limits(0, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits(1, 1, 1, 1, 1_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits(Integer.MAX_VALUE, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
