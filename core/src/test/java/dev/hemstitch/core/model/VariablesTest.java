package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    private static Playlist playlist(String... lines) {
        return PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-TARGETDURATION:1\n" + String.join("\n", lines) + "\n");
    }

    private static Variables of(String uri, String... lines) {
        return Variables.of(playlist(lines), Variables.of(MULTIVARIANT, Variables.NONE, ""), uri);
    }

    private static final Playlist MULTIVARIANT = PlaylistParser.lenient()
            .parse("#EXTM3U\n#EXT-X-DEFINE:NAME=\"host\",VALUE=\"cdn\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n");

    /** A definition, and the value that it gives with the URI {@code p?token=a%20b%C3%BC&e=&nl=%0A&q=%22&x}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "NAME=\"v\",VALUE=\"1\"|1",
                "NAME=\"v\",VALUE=\"\"|''",
                "NAME=\"v\"|",
                "VALUE=\"1\"|",
                "NAME=\"v\",VALUE=\"1\",IMPORT=\"host\"|",
                "IMPORT=\"host\"|cdn",
                "IMPORT=\"HOST\"|",
                "QUERYPARAM=\"token\"|a b\u00fc",
                "QUERYPARAM=\"e\"|''",
                "QUERYPARAM=\"x\"|",
                "QUERYPARAM=\"nl\"|",
                "QUERYPARAM=\"q\"|",
                "QUERYPARAM=\"none\"|",
            })
    void a_definition_gives_its_value_or_a_problem(String definition, String value) {
        Variables variables =
                of("https://h/p?token=a%20b%C3%BC&e=&nl=%0A&q=%22&x#token=no", "#EXT-X-DEFINE:" + definition);
        if (value == null) {
            assertThat(variables.asMap()).isEmpty();
            assertThat(variables.problems()).hasSize(1);
            assertThat(variables.problems().get(0).code()).isEqualTo(DiagnosticCode.UNRESOLVED_DEFINITION);
            assertThat(variables.problems().get(0).location()).hasToString("3:1");
            assertThat(variables.problems().get(0).location().byteOffset()).isEqualTo(32);
        } else {
            assertThat(variables.asMap().values()).containsExactly(value);
            assertThat(variables.problems()).isEmpty();
        }
    }

    @Test
    void the_first_of_two_definitions_counts_and_names_keep_their_order_and_case() {
        Variables variables = of(
                "",
                "#EXT-X-DEFINE:NAME=\"b\",VALUE=\"1\"",
                "#EXT-X-DEFINE:NAME=\"B\",VALUE=\"2\"",
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"3\"",
                "#EXT-X-DEFINE:NAME=\"b\",VALUE=\"4\"");
        assertThat(variables.asMap()).containsExactly(Map.entry("b", "1"), Map.entry("B", "2"), Map.entry("a", "3"));
        assertThat(variables.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "{$a}/{$b},1/{$a}",
        "{$c},{$c}",
        "{$},{$}",
        "{$a,{$a",
        "{$a }x,{$a }x",
        "{{$a}},{1}",
        "$a,$a",
        "{$a}{$a},11",
        "{${$a}},{$1}",
    })
    void references_are_replaced_once_and_only_if_they_are_defined(String text, String replaced) {
        Variables variables = of("", "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"", "#EXT-X-DEFINE:NAME=\"b\",VALUE=\"{$a}\"");
        assertThat(variables.substitute(text)).isEqualTo(replaced);
    }

    @Test
    void undefined_names_are_told() {
        assertThat(of("", "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"").undefinedIn("{$a}{$b}{$c}"))
                .containsExactly("b", "c");
        assertThat(Variables.NONE.undefinedIn("x")).isEmpty();
    }

    @Test
    void a_playlist_is_substituted_in_uris_strings_and_hexadecimal_values_only() {
        Playlist playlist = playlist(
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"",
                "#EXT-X-KEY:METHOD={$a},URI=\"k{$a}\",IV=0x{$a}",
                "#EXT-X-CUE-OUT:{$a}",
                "# {$a}",
                "#EXTINF:1,{$a}",
                "{$a}.ts{$x}");
        assertThat(playlist.substitute(of("", "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"")))
                .hasToString("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-KEY:METHOD={$a},URI=\"k1\",IV=0x1\n"
                        + "#EXT-X-CUE-OUT:{$a}\n# {$a}\n#EXTINF:1,{$a}\n1.ts{$x}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$h}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0xAB",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$h}{$a}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0xAB1",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$a}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=1",
                "#EXT-X-DATERANGE:ID=\"d\",SCTE35-OUT={$h}|#EXT-X-DATERANGE:ID=\"d\",SCTE35-OUT=0xAB",
                "#EXT-X-DATERANGE:ID=\"d\",X-A={$h}|#EXT-X-DATERANGE:ID=\"d\",X-A=0xAB",
                "#EXT-X-DATERANGE:ID=\"d\",X-A={$a}|#EXT-X-DATERANGE:ID=\"d\",X-A={$a}",
                "#EXT-X-DATERANGE:ID=\"d\",DURATION={$a}|#EXT-X-DATERANGE:ID=\"d\",DURATION={$a}",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$c}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$c}",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$e}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$e}",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$x}|#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV={$x}",
            })
    void a_variable_may_stand_for_a_whole_hexadecimal_sequence(String line, String replaced) {
        Playlist playlist = playlist(line, "#EXTINF:1,", "s");
        Variables variables = of(
                "",
                "#EXT-X-DEFINE:NAME=\"h\",VALUE=\"0xAB\"",
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"",
                "#EXT-X-DEFINE:NAME=\"c\",VALUE=\"0xAB,X=1\"",
                "#EXT-X-DEFINE:NAME=\"e\",VALUE=\"\"");
        assertThat(playlist.substitute(variables).lines().get(2).text()).isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "#EXT-X-ENDLIST", "'#EXT,URI=x'"})
    void a_value_cannot_turn_a_uri_line_into_something_else(String value) {
        Playlist playlist = playlist("#EXTINF:1,", "{$a}");
        Variables variables = of("", "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"" + value + "\"");
        assertThat(playlist.substitute(variables)).isEqualTo(playlist);
    }
}
