package dev.hemstitch.examples.demo.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.CueReading;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ReceivedPlaylist;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import dev.hemstitch.examples.demo.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveChannelTest {
    private static final Instant START = Instant.parse("2026-11-05T20:15:01.250Z");
    private static final List<String> RENDITIONS = List.of("v180", "v90", "audio-en", "audio-de", "subtitles-en");
    /** Two loops of the sample and several breaks. */
    private static final int REFRESHES = 60;

    private final LiveChannel channel;

    LiveChannelTest() throws IOException {
        channel = LiveChannel.load(Samples.FOLDER.resolve("fmp4/content"), 15);
    }

    private MediaPlaylist at(String rendition, Instant time) {
        return (MediaPlaylist)
                PlaylistParser.lenient().parse(channel.playlist(rendition, time).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v180", "v90", "audio-en", "audio-de", "subtitles-en"})
    void every_snapshot_is_valid_and_follows_from_the_one_before(String rendition) {
        ReloadChecker reloads = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        PlaylistValidator validator = PlaylistValidator.of(ValidationProfile.RFC8216BIS);
        for (int i = 0; i < REFRESHES; i++) {
            Instant time = START.plusSeconds(4L * i);
            MediaPlaylist snapshot = at(rendition, time);
            assertThat(serious(validator.validate(snapshot))).isEmpty();
            assertThat(serious(reloads.next(snapshot, time))).isEmpty();
            assertThat(snapshot.segments()).hasSize(10);
        }
    }

    /** All but the remark that cue markers are no tags of the specification. */
    private static List<Diagnostic> serious(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code() != DiagnosticCode.UNKNOWN_NAME)
                .toList();
    }

    @Test
    void the_presentation_is_valid() {
        Map<String, ReceivedPlaylist> playlists = new LinkedHashMap<>();
        for (String rendition : RENDITIONS) {
            playlists.put(rendition + ".m3u8", ReceivedPlaylist.of(at(rendition, START)));
        }
        var report = PlaylistValidator.of(ValidationProfile.RFC8216BIS)
                .validate(ReceivedPlaylist.of(PlaylistParser.lenient().parse(channel.multivariant())), playlists);
        assertThat(report.isValid()).as(report.toString()).isTrue();
    }

    @Test
    void dates_and_durations_stay_together_and_with_the_clock() {
        for (String rendition : RENDITIONS) {
            for (int i = 0; i < REFRESHES; i++) {
                Instant time = START.plusSeconds(4L * i);
                List<MediaSegment> segments = at(rendition, time).segments();
                for (int s = 1; s < segments.size(); s++) {
                    Instant end =
                            date(segments.get(s - 1)).plus(segments.get(s - 1).duration());
                    assertThat(Duration.between(end, date(segments.get(s))).abs())
                            .isLessThan(Duration.ofMillis(1));
                }
                MediaSegment last = segments.get(segments.size() - 1);
                Duration behind = Duration.between(date(last).plus(last.duration()), time);
                assertThat(behind).isBetween(Duration.ofMillis(-11), Duration.ofSeconds(4));
            }
        }
    }

    private static Instant date(MediaSegment segment) {
        return segment.programDateTime().map(OffsetDateTime::toInstant).orElseThrow();
    }

    @Test
    void renditions_show_the_same_segments_with_the_same_discontinuities() {
        for (int i = 0; i < 12; i++) {
            Instant time = START.plusSeconds(4L * i);
            List<List<Object>> first = numbers(at("v180", time));
            for (String rendition : RENDITIONS) {
                assertThat(numbers(at(rendition, time))).isEqualTo(first);
            }
        }
    }

    private static List<List<Object>> numbers(MediaPlaylist playlist) {
        List<List<Object>> numbers = new ArrayList<>();
        for (MediaSegment segment : playlist.segments()) {
            numbers.add(List.of(segment.mediaSequence(), segment.discontinuitySequence(), segment.isDiscontinuity()));
        }
        return numbers;
    }

    @Test
    void a_break_comes_every_minute_short_and_long_by_turns_the_same_in_all_renditions() {
        Set<String> expected = new LinkedHashSet<>();
        for (String rendition : RENDITIONS) {
            CueReading reading = CueReader.withDefaults().read(at(rendition, START));
            Map<String, Long> seconds = new LinkedHashMap<>();
            for (int i = 1; i < REFRESHES; i++) {
                reading = CueReader.withDefaults().read(at(rendition, START.plusSeconds(4L * i)), reading.breaks());
                assertThat(reading.problems()).isEmpty();
                for (SignalledBreak signalled : reading.breaks()) {
                    signalled.durationNanos().ifPresent(nanos -> seconds.put(signalled.id(), nanos / 1_000_000_000));
                }
            }
            assertThat(seconds.values()).containsExactly(20L, 28L, 20L, 28L, 20L);
            expected.addAll(seconds.keySet());
        }
        assertThat(expected).hasSize(5);
    }

    @Test
    void segments_are_the_files_of_the_sample_over_and_over() throws IOException {
        for (String rendition : RENDITIONS) {
            for (MediaSegment segment : at(rendition, START).segments()) {
                String[] parts = segment.uri().split("/", -1);
                var file = channel.file(parts[0], parts[1]).orElseThrow();
                int index = (int) (segment.mediaSequence() % 9);
                assertThat(file.getFileName().toString()).startsWith("segment-" + index + ".");
                assertThat(Files.size(file)).isPositive();
            }
        }
        assertThat(channel.file("v180", "init.mp4")).isPresent();
        assertThat(channel.file("v180", "..")).isEmpty();
        assertThat(channel.file("v720", "0.m4s")).isEmpty();
        assertThat(channel.playlist("v720", START)).isEmpty();
    }

    @Test
    void the_number_of_a_break_stays_from_the_end_of_the_one_before_to_its_own_end() {
        Instant end = LiveChannel.ON_AIR.plus(LiveChannel.SEGMENT.multipliedBy(15 * 1000));
        assertThat(channel.breakNumber(end)).isEqualTo(1000);
        assertThat(channel.breakNumber(end.plusSeconds(59))).isEqualTo(1000);
        assertThat(channel.breakNumber(end.plusSeconds(60))).isEqualTo(1001);
    }

    @Test
    void breaks_need_content_between_them() {
        assertThatThrownBy(() -> LiveChannel.load(Samples.FOLDER.resolve("fmp4/content"), 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_multivariant_playlist_names_what_there_is() {
        assertThat(channel.multivariant()).contains("\nv180.m3u8\n", "URI=\"subtitles-en.m3u8\"");
        assertThat(channel.multivariant().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2000);
        assertThat(channel.multivariant()).doesNotContain("I-FRAME-STREAM-INF");
    }
}
