package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTagRulesTest {
    /** Segments of 6 seconds each. */
    private static List<String> lines(String offset, int segments, String... more) {
        List<String> all = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-TARGETDURATION:6"));
        all.add("#EXT-X-START:TIME-OFFSET=" + offset);
        for (int i = 0; i < segments; i++) {
            all.add("#EXTINF:6,");
            all.add(i + ".ts");
        }
        all.addAll(List.of(more));
        return all;
    }

    private static boolean isTooLong(String offset, int segments, String... more) {
        return !Found.of(
                        DiagnosticCode.START_OFFSET_TOO_LONG,
                        lines(offset, segments, more).toArray(String[]::new))
                .isEmpty();
    }

    private static boolean isTooLate(String offset, int segments, String... more) {
        return !Found.of(
                        DiagnosticCode.START_OFFSET_TOO_LATE,
                        lines(offset, segments, more).toArray(String[]::new))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, false", "12.000000001, true", "-12, false", "-12.1, true", "0, false", "x, false"})
    void an_offset_lies_within_the_playlist(String offset, boolean tooLong) {
        assertThat(isTooLong(offset, 2, "#EXT-X-ENDLIST")).isEqualTo(tooLong);
    }

    @Test
    void parts_of_the_segment_to_come_lengthen_the_playlist() {
        assertThat(isTooLong("13", 2, "#EXT-X-PART:URI=\"a\",DURATION=1")).isFalse();
    }

    @Test
    void nobody_knows_the_length_of_a_playlist_that_is_empty_or_skips() {
        assertThat(isTooLong("5", 0)).isFalse();
        assertThat(isTooLong("50", 2, "#EXT-X-SKIP:SKIPPED-SEGMENTS=9")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-18, false", "-17.999, true", "12, false", "12.001, true", "0, false"})
    void an_offset_keeps_away_from_the_end_of_a_growing_playlist(String offset, boolean tooLate) {
        assertThat(isTooLate(offset, 5)).isEqualTo(tooLate);
        assertThat(isTooLate(offset, 5, "#EXT-X-ENDLIST")).isFalse();
    }

    @Test
    void a_playlist_that_is_too_short_has_no_place_that_is_early_enough() {
        assertThat(isTooLate("0", 2)).isFalse();
        assertThat(isTooLate("0", 3)).isFalse();
        assertThat(isTooLate("0.1", 3)).isTrue();
    }

    @Test
    void an_offset_beyond_the_playlist_is_told_once() {
        assertThat(isTooLong("31", 5)).isTrue();
        assertThat(isTooLate("31", 5)).isFalse();
    }

    @Test
    void only_what_is_defined_may_be_imported_and_it_need_not_have_a_value() {
        ReceivedPlaylist multivariant = Found.received(
                Optional.empty(),
                Optional.empty(),
                "#EXTM3U",
                "#EXT-X-DEFINE:QUERYPARAM=\"token\"",
                "#EXT-X-STREAM-INF:BANDWIDTH=5",
                "a.m3u8");
        ReceivedPlaylist media = Found.received(
                Optional.empty(),
                Optional.empty(),
                "#EXTM3U",
                "#EXT-X-TARGETDURATION:6",
                "#EXT-X-DEFINE:IMPORT=\"token\"",
                "#EXT-X-DEFINE:IMPORT=\"Token\"");
        PresentationReport report =
                PlaylistValidator.of(ValidationProfile.RFC8216BIS).validate(multivariant, Map.of("a.m3u8", media));
        assertThat(report.mediaPlaylists().get("a.m3u8").findings())
                .filteredOn(finding -> finding.code() == DiagnosticCode.UNRESOLVED_IMPORT)
                .extracting(finding -> finding.location().toString())
                .containsExactly("4:15");
        assertThat(Found.of(DiagnosticCode.UNRESOLVED_IMPORT, media)).isEmpty();
    }
}
