package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPlaylistTagRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "6", "18446744073709551615"})
    void an_integer_of_at_least_1_is_a_target_duration(String value) {
        assertThat(MediaFindings.of(DiagnosticCode.MISSING_TARGET_DURATION, "#EXT-X-TARGETDURATION:" + value))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "6.0", "", "NaN", "18446744073709551616", "{$six}"})
    void nothing_else_is_a_target_duration(String value) {
        assertThat(MediaFindings.of(DiagnosticCode.MISSING_TARGET_DURATION, "#EXT-X-TARGETDURATION:" + value))
                .containsExactly("2:23");
    }

    @Test
    void a_missing_target_duration_is_a_problem_of_the_playlist_as_a_whole() {
        assertThat(MediaFindings.of(DiagnosticCode.MISSING_TARGET_DURATION, "#EXTINF:6,", "a.ts"))
                .containsExactly("1:1");
    }

    @Test
    void a_multivariant_playlist_needs_no_target_duration() {
        assertThat(MediaFindings.of(DiagnosticCode.MISSING_TARGET_DURATION, "#EXT-X-STREAM-INF:BANDWIDTH=1", "a.m3u8"))
                .isEmpty();
    }

    @Test
    void a_sequence_number_may_stand_among_the_lines_of_the_first_segment() {
        String[] lines = {"#EXTINF:6,", "#EXT-X-MEDIA-SEQUENCE:1", "#EXT-X-DISCONTINUITY-SEQUENCE:1", "a.ts"};
        assertThat(MediaFindings.of(DiagnosticCode.MEDIA_SEQUENCE_TOO_LATE, lines))
                .isEmpty();
        assertThat(MediaFindings.of(DiagnosticCode.DISCONTINUITY_SEQUENCE_TOO_LATE, lines))
                .isEmpty();
    }

    @Test
    void a_discontinuity_sequence_behind_a_segment_and_a_discontinuity_is_told_once() {
        String[] lines = {"#EXTINF:6,", "a.ts", "#EXT-X-DISCONTINUITY", "#EXT-X-DISCONTINUITY-SEQUENCE:1"};
        assertThat(MediaFindings.of(DiagnosticCode.DISCONTINUITY_SEQUENCE_TOO_LATE, lines))
                .containsExactly("5:1");
        assertThat(MediaFindings.of(DiagnosticCode.DISCONTINUITY_SEQUENCE_AFTER_DISCONTINUITY, lines))
                .isEmpty();
    }

    @Test
    void of_two_sequence_numbers_only_the_first_can_be_too_late() {
        assertThat(MediaFindings.of(
                        DiagnosticCode.MEDIA_SEQUENCE_TOO_LATE,
                        "#EXT-X-MEDIA-SEQUENCE:1",
                        "#EXTINF:6,",
                        "a.ts",
                        "#EXT-X-MEDIA-SEQUENCE:1"))
                .isEmpty();
    }

    @Test
    void each_repetition_of_a_tag_is_told() {
        assertThat(MediaFindings.of(
                        DiagnosticCode.DUPLICATE_MEDIA_PLAYLIST_TAG,
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXTINF:6,",
                        "a.ts",
                        "#EXT-X-TARGETDURATION:7"))
                .containsExactly("3:1", "6:1");
    }

    @Test
    void the_type_of_a_playlist_is_case_sensitive() {
        assertThat(MediaFindings.of(DiagnosticCode.UNKNOWN_PLAYLIST_TYPE, "#EXT-X-PLAYLIST-TYPE:vod"))
                .containsExactly("2:22");
    }

    @Test
    void an_end_may_stand_anywhere() {
        assertThat(MediaFindings.of(DiagnosticCode.VOD_WITHOUT_ENDLIST, "#EXT-X-ENDLIST", "#EXT-X-PLAYLIST-TYPE:VOD"))
                .isEmpty();
    }
}
