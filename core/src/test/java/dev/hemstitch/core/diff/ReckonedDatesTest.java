package dev.hemstitch.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.ValidationProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckonedDatesTest {
    /** Segments, each what stands before its EXTINF: a time of day is its date, D a discontinuity. */
    private static String playlist(int first, String duration, String segments) {
        StringBuilder text = new StringBuilder(
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXT-X-MEDIA-SEQUENCE:" + first
                        + "\n");
        int number = first;
        for (String segment : segments.split("/", -1)) {
            for (String tag : segment.strip().split(" ", -1)) {
                if (tag.equals("D")) {
                    text.append("#EXT-X-DISCONTINUITY\n");
                } else if (!tag.isEmpty()) {
                    text.append("#EXT-X-PROGRAM-DATE-TIME:2024-01-01T")
                            .append(tag)
                            .append("Z\n");
                }
            }
            text.append("#EXTINF:")
                    .append(duration)
                    .append(",\ns")
                    .append(number++)
                    .append(".ts\n");
        }
        return text.toString();
    }

    private static List<Diagnostic> changed(String duration, String older, int removed, String newer, boolean isEvent) {
        String type = isEvent ? "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT" : "#EXTM3U";
        ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        checker.next(PlaylistParser.lenient().parse(playlist(5, duration, older).replace("#EXTM3U", type)));
        return checker
                .next(PlaylistParser.lenient()
                        .parse(playlist(5 + removed, duration, newer).replace("#EXTM3U", type)))
                .findings()
                .stream()
                .filter(finding -> finding.code() == DiagnosticCode.SEGMENT_CHANGED
                        || finding.code() == DiagnosticCode.EVENT_CHANGED)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, 00:00:00.000////, 1, 00:00:12.000////",
        "10, 00:00:00.000////, 1, 00:00:12.000////",
        "10.0, 00:00:00.000////, 2, 00:00:18.800///",
        "10.0, 00:00:00.000/00:00:10.000///, 2, 00:00:25.000///",
        "10.0, D 00:00:00.000////, 1, 00:00:12.000////",
        "10.0, /00:00:10.000/D 01:00:00.000//, 3, 01:00:12.000//",
        "10.0, 00:00:00.000////, 0, 00:00:00.000///00:00:35.000/"
    })
    void a_date_that_followed_from_one_before_moved(String duration, String older, int removed, String newer) {
        assertThat(changed(duration, older, removed, newer, false)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, 00:00:00.000////, 1, 00:00:10.000////",
        "10.0, 00:00:00.000////, 1, 00:00:11.000////",
        "10.0, 00:00:00////, 1, 00:00:11////",
        "10, 00:00:00.000////, 1, 00:00:11.500////",
        "10, 00:00:00.000////, 4, 00:00:43.000/",
        "10.0, 00:00:00.000//D//, 2, D 01:00:00.000///",
        "10.0, 00:00:00.000//D//, 3, 01:00:00.000//",
        "10.0, ////, 1, 01:00:00.000////",
        "10.0, 00:00:00.000////, 4, 00:00:40.000/01:00:00.000",
        "10.0, 00:00:00.000////, 9, 01:00:00.000////"
    })
    void rounding_and_what_nothing_is_known_of_move_no_date(String duration, String older, int removed, String newer) {
        assertThat(changed(duration, older, removed, newer, false)).isEmpty();
    }

    @Test
    void the_finding_says_by_how_much_and_stands_where_the_segment_does() {
        assertThat(changed("10.0", "00:00:00.000////", 1, "00:00:12.000////", false))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("lies 2 s behind");
                    assertThat(finding.location().line()).isEqualTo(7);
                });
        assertThat(changed("10.0", "00:00:00.000/", 0, "00:00:00.000/00:00:08.500", true))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(DiagnosticCode.EVENT_CHANGED);
                    assertThat(finding.message()).contains("lies 1.5 s before");
                });
    }
}
