package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.HINT_AFTER_END;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.REPEATED_HINT;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.REPORT_URI_NOT_RELATIVE;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SKIP_BOUNDARY;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SKIP_NOT_OFFERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkipAndHintRulesTest {
    private static final String HINT = "#EXT-X-PRELOAD-HINT:TYPE=";

    private static String[] delta(String control, int segments, String... end) {
        List<String> lines = new ArrayList<>(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:9",
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-SERVER-CONTROL:" + control,
                "#EXT-X-SKIP:SKIPPED-SEGMENTS=4"));
        for (int i = 0; i < segments; i++) {
            lines.add("#EXTINF:6.0,");
            lines.add(i + ".ts");
        }
        lines.addAll(List.of(end));
        return lines.toArray(String[]::new);
    }

    @Test
    void the_segment_that_the_skip_boundary_falls_in_may_be_skipped() {
        assertThat(FoundPlaces.of(SKIP_BOUNDARY, delta("CAN-SKIP-UNTIL=36", 5))).isEmpty();
        assertThat(FoundPlaces.of(SKIP_BOUNDARY, delta("CAN-SKIP-UNTIL=36.001", 5)))
                .containsExactly("5:1");
    }

    @Test
    void nothing_is_said_of_a_boundary_that_cannot_be_read() {
        assertThat(FoundPlaces.of(SKIP_BOUNDARY, delta("CAN-SKIP-UNTIL=x", 1))).isEmpty();
        assertThat(FoundPlaces.of(SKIP_NOT_OFFERED, delta("CAN-SKIP-UNTIL=x", 1)))
                .isEmpty();
    }

    @Test
    void a_playlist_that_has_ended_is_not_skipped() {
        assertThat(FoundPlaces.of(SKIP_NOT_OFFERED, delta("CAN-SKIP-UNTIL=36", 6, "#EXT-X-ENDLIST")))
                .containsExactly("5:1");
    }

    @Test
    void hints_of_unknown_types_may_be_repeated() {
        String[] hints = FoundPlaces.media(HINT + "FOO,URI=\"a\"", HINT + "FOO,URI=\"b\"", HINT + "PART,URI=\"c\"");
        assertThat(FoundPlaces.of(REPEATED_HINT, hints)).isEmpty();
    }

    @Test
    void a_hint_after_the_end_is_told_wherever_the_end_stands() {
        String[] hints = FoundPlaces.media("#EXT-X-ENDLIST", HINT + "PART,URI=\"c\"");
        assertThat(FoundPlaces.of(HINT_AFTER_END, hints)).containsExactly("5:1");
    }

    @Test
    void a_report_may_name_any_relative_uri() {
        String report = "#EXT-X-RENDITION-REPORT:LAST-MSN=1,URI=";
        String[] reports = FoundPlaces.media(
                report + "\"/a/b.m3u8\"",
                report + "\"../b.m3u8?x=y:z\"",
                report + "\"//cdn.example.com/b.m3u8\"",
                report + "\"{$base}b.m3u8\"");
        assertThat(FoundPlaces.of(REPORT_URI_NOT_RELATIVE, reports)).isEmpty();
        assertThat(FoundPlaces.of(
                        REPORT_URI_NOT_RELATIVE,
                        FoundPlaces.media(
                                "#EXT-X-DEFINE:NAME=\"base\",VALUE=\"https://a/\"", report + "\"{$base}b.m3u8\"")))
                .containsExactly("5:36");
    }
}
