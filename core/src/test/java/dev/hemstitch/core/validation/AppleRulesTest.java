package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppleRulesTest {
    private static List<String> apple(String... lines) {
        return MultivariantFindings.of(ValidationProfile.APPLE, lines).stream()
                .filter(found -> found.startsWith("APPLE_"))
                .toList();
    }

    @Test
    void sound_alone_is_not_asked_for_what_video_needs() {
        assertThat(apple("#EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1,CODECS=\"mp4a.40.2\"", "a.m3u8"))
                .isEmpty();
        assertThat(apple("#EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1", "a.m3u8"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CODECS=\"mp4a.40.2, avc1.640020\"", "CODECS=\"dvh1.05.03\"", "VIDEO=\"g\"", "VIDEO-RANGE=SDR"})
    void video_is_told_by_its_format_or_by_an_attribute(String attribute) {
        assertThat(apple("#EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1," + attribute, "a.m3u8"))
                .containsExactlyInAnyOrder(
                        "APPLE_INDEPENDENT_SEGMENTS:0", "APPLE_FRAME_RATE:1", "APPLE_RESOLUTION:1", "APPLE_I_FRAMES:1");
    }

    @Test
    void the_guidance_is_told_to_those_who_ask_for_it_alone() {
        for (ValidationProfile profile : List.of(ValidationProfile.RFC8216BIS, ValidationProfile.LENIENT)) {
            assertThat(MultivariantFindings.of(
                            profile, "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1.640020\"", "a.m3u8"))
                    .isEmpty();
        }
    }

    @Test
    void a_playlist_where_all_say_sdr_may_leave_it_out() {
        assertThat(apple(
                        "#EXT-X-INDEPENDENT-SEGMENTS",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1,RESOLUTION=1x1,FRAME-RATE=30,VIDEO-RANGE=SDR",
                        "a.m3u8",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1,RESOLUTION=1x1,FRAME-RATE=30",
                        "b.m3u8",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,RESOLUTION=1x1,URI=\"i.m3u8\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 0", "6, 0", "10, 0", "12, 0", "13, 1", "18446744073709551615, 1", "0, 0", "x, 0"})
    void a_target_duration_may_be_half_or_twice_six_seconds(String seconds, int findings) {
        assertThat(apple("#EXT-X-TARGETDURATION:" + seconds, "#EXTINF:1,", "a.ts", "#EXT-X-ENDLIST"))
                .hasSize(findings);
    }

    @Test
    void i_frames_and_subtitles_may_have_other_target_durations() {
        assertThat(apple("#EXT-X-TARGETDURATION:60", "#EXT-X-I-FRAMES-ONLY", "#EXTINF:1,", "a.ts", "#EXT-X-ENDLIST"))
                .isEmpty();
        assertThat(apple("#EXT-X-TARGETDURATION:60", "#EXTINF:60,", "a.vtt?t=.ts", "#EXT-X-ENDLIST"))
                .isEmpty();
        assertThat(apple("#EXT-X-TARGETDURATION:60", "#EXTINF:60,", "a.ts?t=.vtt", "#EXT-X-ENDLIST"))
                .hasSize(1);
    }

    @Test
    void a_live_playlist_has_dates_one_that_ends_or_has_a_type_or_no_segments_needs_none() {
        assertThat(apple("#EXT-X-TARGETDURATION:6", "#EXTINF:6,", "a.ts")).containsExactly("APPLE_LIVE_DATES:0");
        assertThat(apple("#EXT-X-TARGETDURATION:6", "#EXTINF:6,", "a.ts", "#EXT-X-ENDLIST"))
                .isEmpty();
        assertThat(apple("#EXT-X-TARGETDURATION:6", "#EXT-X-PLAYLIST-TYPE:EVENT", "#EXTINF:6,", "a.ts"))
                .isEmpty();
        assertThat(apple("#EXT-X-TARGETDURATION:6")).isEmpty();
    }
}
