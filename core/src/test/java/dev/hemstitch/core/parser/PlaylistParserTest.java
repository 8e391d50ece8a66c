package dev.hemstitch.core.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaylistParserTest {
    /** A letter for a byte: so that any bytes can be written in a table. */
    private static byte[] bytes(String text) {
        return text.replace("|", "\n").replace("~", "\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final String MEDIA = "#EXTM3U|#EXT-X-TARGETDURATION:5|";

    private static byte[] media(String rest) {
        return bytes(rest.startsWith("+") ? MEDIA + rest.substring(1) : rest);
    }

    /** Text ({@code +} is a header of two lines), code, line and column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';NOT_A_PLAYLIST;1;1",
                "hello|world;NOT_A_PLAYLIST;1;1",
                "#EXT-X-TARGETDURATION:5|;MISSING_EXTM3U;1;1",
                "|#EXTM3U|#EXT-X-TARGETDURATION:5|;MISSING_EXTM3U;2;1",
                "\u00EF\u00BB\u00BF#EXTM3U|#EXT-X-TARGETDURATION:5|;BYTE_ORDER_MARK;1;1",
                "' #EXTM3U|#EXT-X-TARGETDURATION:5|';UNEXPECTED_WHITESPACE;1;1",
                "#EXTM3U|#EXTINF:1,|a|;MISSING_TARGET_DURATION;1;1",
                "+#EXTINF:1,|caf\u00E9|;MALFORMED_UTF8;4;4",
                "+#EXTINF:1,a\u0001|a|;CONTROL_CHARACTER;3;12",
                "+#EXT-X-PROGRAM-DATE-TIME:now|#EXTINF:1,|a|;MALFORMED_DATE;3;26",
                "+#EXTINF:x,|a|;MALFORMED_NUMBER;3;9",
                "+~|#EXTINF:x,~|a|;MALFORMED_NUMBER;4;9",
                "\u00EF\u00BB\u00BF#EXTM3U|#EXT-X-TARGETDURATION:x|;MALFORMED_NUMBER;2;23",
                "+#EXTINF:1|a|;MISSING_EXTINF_COMMA;3;10",
                "+#EXTINF:1,|#EXTINF:2,|a|;DUPLICATE_TAG;4;9",
                "+#EXT-X-TARGETDURATION:6|;DUPLICATE_TAG;3;1",
                "+a|;MISSING_EXTINF;3;1",
                "+#EXT-X-BYTERANGE:x@1|#EXTINF:1,|a|;MALFORMED_BYTE_RANGE;3;18",
                "+#EXT-X-BYTERANGE:7|#EXTINF:1,|a|;UNRESOLVED_BYTE_RANGE;3;18",
                "+#EXT-X-KEY:METHOD=NONE,=|#EXTINF:1,|a|;MALFORMED_ATTRIBUTE_LIST;3;24",
                "+#EXT-X-KEY:METHOD=NONE, URI=\"k\"|#EXTINF:1,|a|;UNEXPECTED_WHITESPACE;3;24",
                "+#EXT-X-KEY:METHOD=NONE,METHOD=NONE|#EXTINF:1,|a|;DUPLICATE_ATTRIBUTE;3;24",
                "+#EXT-X-KEY:URI=\"k|#EXTINF:1,|a|;MALFORMED_ATTRIBUTE_LIST;3;16",
                "+#EXT-X-KEY:URI=\"k\"|#EXTINF:1,|a|;MISSING_ATTRIBUTE;3;1",
                "+#EXT-X-PLAYLIST-TYPE:|;MALFORMED_TAG;3;1",
                "+#EXTINF:1,|a|#EXT-X-MEDIA-SEQUENCE:1|;MISPLACED_TAG;5;1",
                "+#EXTINF:1,|a|# x|#EXTINF:2,|;DANGLING_SEGMENT_TAG;6;1",
                "+#EXT-X-STREAM-INF:BANDWIDTH=1|;MIXED_PLAYLIST_KINDS;3;1",
                "+#EXTINF:1,|{$x}|;UNDEFINED_VARIABLE;4;1",
                "#EXTM3U|#EXT-X-STREAM-INF:BANDWIDTH=1|#EXT-X-GAP|v|;MIXED_PLAYLIST_KINDS;3;1",
                "#EXTM3U|v|;STRAY_URI;2;1",
                "#EXTM3U|#EXT-X-STREAM-INF:BANDWIDTH=1|#EXT-X-STREAM-INF:BANDWIDTH=2|v|;MISSING_VARIANT_URI;2;1",
                "#EXTM3U|#EXT-X-VERSION:1|#EXT-X-VERSION:2|;DUPLICATE_TAG;3;1",
            })
    void a_problem_has_its_code_and_its_place(String text, DiagnosticCode code, int line, int column) {
        Diagnostic found = PlaylistParser.lenient().tryParse(media(text)).diagnostics().stream()
                .filter(diagnostic -> diagnostic.code() == code)
                .findFirst()
                .orElseThrow();
        assertThat(found.location()).hasToString(line + ":" + column);
        assertThat(found.location().byteOffset()).isEqualTo(offset(media(text), line, column));
        assertThat(found.toString()).contains(code.name(), code.section().section());
        assertStrictRefuses(media(text), code);
    }

    private static int offset(byte[] text, int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; offset++) {
            i += text[offset] == '\n' ? 1 : 0;
        }
        return offset + column - 1;
    }

    private static void assertStrictRefuses(byte[] text, DiagnosticCode code) {
        PlaylistParser strict = PlaylistParser.of(ParseMode.STRICT, ParseLimits.DEFAULT);
        ParseResult result = strict.tryParse(text);
        if (code.severity() == Severity.ERROR) {
            assertThat(result.playlist()).isEmpty();
            assertThatThrownBy(() -> strict.parse(text)).isInstanceOf(PlaylistParseException.class);
        } else {
            assertThat(result.diagnostics()).anyMatch(diagnostic -> diagnostic.code() == code);
        }
    }

    @Test
    void a_duplicate_is_found_among_many_attributes_too() {
        StringBuilder line = new StringBuilder("#EXT-X-KEY:METHOD=NONE");
        for (int i = 0; i < 900; i++) {
            line.append(",A").append(i).append("=1");
        }
        assertThat(codes(line.toString())).isEmpty();
        assertThat(codes(line + ",A700=2")).containsExactly(DiagnosticCode.DUPLICATE_ATTRIBUTE);
    }

    private static List<DiagnosticCode> codes(String line) {
        return PlaylistParser.lenient().tryParse(media("+" + line + "|#EXTINF:1,|a|")).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void a_legal_playlist_has_no_diagnostics() {
        ParseResult result = PlaylistParser.lenient()
                .tryParse(media("+#EXT-X-DEFINE:NAME=\"x\",VALUE=\"y\"|#EXTINF:1,\t|{$x}|#EXT-X-DISCONTINUITY|"
                        + "#EXT-X-PART:URI=\"p\",DURATION=1|"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.playlist()).containsInstanceOf(MediaPlaylist.class);
    }

    @Test
    void metadata_alone_make_a_media_playlist_but_not_against_a_tag_of_the_other_kind() {
        assertThat(PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-DATERANGE:ID=\"a\"\n"))
                .isInstanceOf(MediaPlaylist.class);
        assertThat(PlaylistParser.lenient()
                        .parse("#EXTM3U\n#EXT-X-DATERANGE:ID=\"a\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n"))
                .isInstanceOf(MultivariantPlaylist.class);
        assertThat(PlaylistParser.lenient().parse("#EXTM3U\n")).isInstanceOf(MultivariantPlaylist.class);
    }

    @Test
    void what_is_echoed_is_short_and_has_no_secrets() {
        assertThat(Diagnostic.echo("https://h/a?token=secret")).isEqualTo("\"https://h/a?\u2026\"");
        assertThat(Diagnostic.echo("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "\u2026\"");
        assertThat(Diagnostic.echo("a\u0007\nb")).isEqualTo("\"a\uFFFD\uFFFDb\"");
        assertThat(Diagnostic.echo("a?")).isEqualTo("\"a?\"");
    }
}
