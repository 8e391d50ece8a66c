package dev.hemstitch.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.ValidationProfile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedPartRulesTest {
    /** Segments of four seconds, each its parts and then {@code =} if it is complete; numbered from 10 on. */
    private static String playlist(int first, String segments) {
        StringBuilder text = new StringBuilder("""
                #EXTM3U
                #EXT-X-TARGETDURATION:4
                #EXT-X-MEDIA-SEQUENCE:%d
                #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=3.0
                #EXT-X-PART-INF:PART-TARGET=1.0
                """.formatted(first));
        int number = first;
        for (String segment : segments.split("/", -1)) {
            for (String part : segment.replace("=", "").strip().split(" ", -1)) {
                if (!part.isEmpty()) {
                    String[] fields = part.split(":", -1);
                    text.append("#EXT-X-PART:DURATION=")
                            .append(fields.length > 1 ? fields[1] : "1.0")
                            .append(",URI=\"")
                            .append(fields[0])
                            .append('"')
                            .append(fields.length > 2 ? "," + fields[2] + "=YES" : "")
                            .append('\n');
                }
            }
            if (segment.contains("=")) {
                text.append("#EXTINF:4,\ns").append(number++).append(".ts\n");
            }
        }
        return text.toString();
    }

    private static List<DiagnosticCode> found(int first, String older, String newer) {
        ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        checker.next(PlaylistParser.lenient().parse(playlist(10, older)));
        return checker.next(PlaylistParser.lenient().parse(playlist(first, newer))).findings().stream()
                .map(finding -> finding.code())
                .filter(code -> code == DiagnosticCode.FORBIDDEN_EDIT || code == DiagnosticCode.PARTS_OF_CLOSED_SEGMENT)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "of a segment that is still open, 'a b', 'x b c'",
        "whatever follows, '=/a b', '=/a x'",
        "in its duration, 'a b', 'a:0.9 b c'",
        "in whether it is there, 'a b', 'a:1.0:GAP b'",
        "in where a player can start, 'a:1.0:INDEPENDENT b', 'a b'",
        "of a segment that is complete now, '=/a b', '=/a x c d=/e'",
        "'of a segment that is complete now, the first one with parts', 'a b', 'a x c d=/e'",
        "of a segment that was complete before, 'a b c d=/e', 'a b x d=/e'",
        "'of a segment that was complete before, and lost some', 'a b c d=/e', 'c x=/e'"
    })
    void a_part_that_was_published_changed(String what, String older, String newer) {
        assertThat(found(10, older, newer)).as(what).containsExactly(DiagnosticCode.FORBIDDEN_EDIT);
    }

    @ParameterizedTest
    @CsvSource({
        "10, more are there, 'a b', 'a b c'",
        "10, the segment is complete, 'a b', 'a b c d=/e'",
        "10, spelled in another way, 'a:1.0 b', 'a:1.00000 b'",
        "10, the oldest were removed, 'a b c d=/e', 'c d=/e f'",
        "10, all of them were removed, 'a b c d=/e', '=/e f'",
        "10, the oldest were removed when the segment was complete, 'a b c', 'c d=/e'",
        "10, the oldest were removed before it was complete, 'a b c', 'b c d'",
        "11, segments were removed, '=/a b c d=/e', 'a b c d=/e f'",
        "11, nothing of the older playlist is left, 'a b', 'x y'",
        "13, much time has passed, 'a b', 'x y'"
    })
    void nothing_is_wrong_where_parts_went_or_came(int first, String what, String older, String newer) {
        assertThat(found(first, older, newer)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "some are missing, '=/a b c', '=/a b=/e'",
        "'none is left, and nobody knows which ones these are', 'a b', 'c d=/e'"
    })
    void parts_are_missing_in_the_complete_segment(String what, String older, String newer) {
        assertThat(found(10, older, newer)).as(what).containsExactly(DiagnosticCode.PARTS_OF_CLOSED_SEGMENT);
    }
}
