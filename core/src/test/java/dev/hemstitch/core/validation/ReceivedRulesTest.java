package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivedRulesTest {
    private static List<String> found(DiagnosticCode code, String uri, String... lines) {
        return Found.of(code, Found.received(Optional.of(uri), Optional.empty(), lines));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://h/a.m3u8, text/html, true",
                "https://h/a.M3U8?x=.ts#y, text/html, true",
                "a.m3u, text/html, true",
                "https://h/a, audio/mpegurl, true",
                "https://h/a, Audio/MpegURL ;charset=utf-8, true",
                "https://h/a?b=.m3u8, application/x-mpegurl, false",
                "https://h/a, '', false",
                "https://h/a, -, true",
                "-, text/html, true"
            })
    void a_playlist_is_known_by_its_path_or_its_type(String uri, String contentType, boolean identified) {
        ReceivedPlaylist received =
                Found.received(Optional.ofNullable(uri), Optional.ofNullable(contentType), "#EXTM3U", "#EXT-X-ENDLIST");
        assertThat(Found.of(DiagnosticCode.UNIDENTIFIED_PLAYLIST, received).isEmpty())
                .isEqualTo(identified);
    }

    @Test
    void a_parameter_without_equals_sign_has_no_value_but_may_have_an_empty_one() {
        String[] lines = {"#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXT-X-DEFINE:QUERYPARAM=\"a\""};
        assertThat(found(DiagnosticCode.UNRESOLVED_QUERYPARAM, "p?a", lines)).containsExactly("3:15");
        assertThat(found(DiagnosticCode.UNRESOLVED_QUERYPARAM, "p", lines)).containsExactly("3:15");
        assertThat(found(DiagnosticCode.UNRESOLVED_QUERYPARAM, "p?a=", lines)).isEmpty();
        assertThat(Found.of(DiagnosticCode.UNRESOLVED_QUERYPARAM, lines)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p?a=%0A, 1", "p?a=%0d, 1", "p?a=%22, 1", "p?a=%2522, 0", "p?a=%27, 0"})
    void a_parameter_whose_value_ends_a_line_or_a_string_is_unsafe(String uri, int count) {
        String[] lines = {"#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXT-X-DEFINE:QUERYPARAM=\"a\""};
        assertThat(found(DiagnosticCode.UNSAFE_QUERYPARAM, uri, lines)).hasSize(count);
        assertThat(found(DiagnosticCode.UNRESOLVED_QUERYPARAM, uri, lines)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p, 1, 1", "p?_HLS_skip, 1, 1", "p?_HLS_skip=YES, 0, 0", "p?_HLS_skip=v2, 1, 0"})
    void what_is_skipped_was_asked_for(String uri, int without, int with) {
        String skip = "#EXT-X-SKIP:SKIPPED-SEGMENTS=3";
        assertThat(found(DiagnosticCode.SKIP_NOT_ASKED, uri, "#EXTM3U", "#EXT-X-TARGETDURATION:6", skip))
                .hasSize(without);
        String removed = skip + ",RECENTLY-REMOVED-DATERANGES=\"\"";
        assertThat(found(DiagnosticCode.SKIP_NOT_ASKED, uri, "#EXTM3U", "#EXT-X-TARGETDURATION:6", removed))
                .hasSize(with);
    }

    @Test
    void how_a_delta_update_was_asked_for_may_be_unknown() {
        assertThat(Found.of(DiagnosticCode.SKIP_NOT_ASKED, "#EXTM3U", "#EXT-X-SKIP:SKIPPED-SEGMENTS=3"))
                .isEmpty();
    }
}
