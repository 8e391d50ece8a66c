package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.parser.ParseMode;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of each segment, where most segments are alike and where none are. */
class SegmentColumnsTest {
    private static final String HEADER = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXT-X-MEDIA-SEQUENCE:7\n";

    private static MediaPlaylist media(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static String mixed(int count) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            text.append(i % 5 == 2 ? "#EXT-X-DISCONTINUITY\n" : "");
            text.append(i % 7 == 3 ? "#EXT-X-KEY:METHOD=AES-128,URI=\"k" + i + "\"\n" : "");
            text.append(i % 11 == 4 ? "#EXT-X-BITRATE:" + (1 + i) + "\n" : "");
            text.append(i % 2 == 1 ? "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z\n" : "");
            text.append("#EXTINF:")
                    .append(i % 3)
                    .append(i % 4 == 0 ? ".25," : ",")
                    .append(i % 6 == 0 ? "t" : "");
            text.append('\n').append(i % 3 == 0 ? "#EXT-X-BYTERANGE:10" + (i % 2 == 0 ? "@" + i : "") + "\n" : "");
            text.append(i % 13 == 5 ? " " : "").append("s").append(i).append(i % 8 == 1 ? " \r\n" : "\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 64, 65, 66, 5_000})
    void each_segment_is_found_by_its_index(int count) {
        List<MediaSegment> segments = media(mixed(count)).segments();
        assertThat(segments).hasSize(count);
        long nanos = 0;
        for (int i = 0; i < count; i++) {
            MediaSegment segment = segments.get(i);
            assertThat(segment.uri()).isEqualTo("s" + i);
            assertThat(segment.mediaSequence()).isEqualTo(7 + i);
            assertThat(segment.discontinuitySequence()).isEqualTo((i + 3) / 5);
            assertThat(segment.startNanos()).isEqualTo(nanos);
            assertThat(segment.durationNanos()).isEqualTo(i % 3 * 1_000_000_000L + (i % 4 == 0 ? 250_000_000L : 0));
            nanos += segment.durationNanos();
            assertThat(segment.durationSeconds()).hasValue(new BigDecimal(i % 3 + (i % 4 == 0 ? ".25" : "")));
            assertThat(segment.hasDecimalDuration()).isEqualTo(i % 4 == 0);
            assertThat(segment.title()).isEqualTo(i % 6 == 0 ? Optional.of("t") : Optional.empty());
            assertThat(segment.byteRange())
                    .isEqualTo(i % 3 == 0 ? Optional.of(new ByteRange(10, i % 2 == 0 ? i : 0)) : Optional.empty());
            int key = i - (i + 4) % 7;
            assertThat(segment.keys().stream().map(k -> k.uri().orElseThrow()))
                    .isEqualTo(key < 3 ? List.of() : List.of("k" + key));
            int rate = i - (i + 7) % 11;
            assertThat(segment.bitrate())
                    .isEqualTo(rate < 4 || i % 3 == 0 ? OptionalLong.empty() : OptionalLong.of(1 + rate));
            assertThat(segment.writtenProgramDateTime().isPresent()).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void a_date_counts_until_the_next_one_and_the_first_one_before_it_too() {
        List<MediaSegment> segments = media(mixed(5)).segments();
        OffsetDateTime written = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        assertThat(segments.get(0).programDateTime()).hasValue(written.minusNanos(250_000_000));
        assertThat(segments.get(1).programDateTime()).hasValue(written);
        assertThat(segments.get(2).programDateTime()).hasValue(written.plusSeconds(1));
        assertThat(segments.get(3).programDateTime()).hasValue(written);
        assertThat(segments.get(4).programDateTime()).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00.000Z",
                "2026-01-01T00:00:00.000001234+05:30",
                "1969-12-31T23:59:58.5Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "soon"
            })
    void the_date_in_microseconds_is_the_date_however_it_is_written(String date) {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:3.0000015,\n0.ts\n#EXT-X-PROGRAM-DATE-TIME:" + date
                + "\n#EXTINF:3.0000015,\n1.ts\n#EXTINF:4,\n2.ts\n";
        for (MediaSegment segment : media(text).segments()) {
            OptionalLong micros = segment.programDateTimeMicros();
            assertThat(micros.isPresent()).isEqualTo(segment.programDateTime().isPresent());
            segment.programDateTime()
                    .ifPresent(at -> assertThat(micros.getAsLong())
                            .isEqualTo(ChronoUnit.MICROS.between(
                                    Instant.EPOCH.atOffset(ZoneOffset.UTC), at.truncatedTo(ChronoUnit.MICROS))));
            assertThat(segment.programDateTimeMicros()).isEqualTo(micros);
        }
    }

    @Test
    void a_segment_is_equal_however_often_it_is_asked_for() {
        List<MediaSegment> segments = media(mixed(9)).segments();
        assertThat(segments.get(4)).isEqualTo(segments.get(4)).hasSameHashCodeAs(segments.get(4));
        assertThat(segments.subList(3, 6).get(1)).isEqualTo(segments.get(4)).isNotEqualTo(segments.get(5));
        assertThat(segments.indexOf(segments.get(4))).isEqualTo(4);
        assertThat(segments).isEqualTo(List.copyOf(segments));
    }

    @Test
    void durations_are_known_where_their_sum_is_too_great() {
        String most = "#EXTINF:9000000000.5,\na\n#EXTINF:9000000000,\nb\n#EXTINF:2.5,\nc\n#EXTINF:x,\nd\n";
        List<MediaSegment> segments = media(HEADER + most).segments();
        assertThat(segments.stream().map(MediaSegment::durationNanos))
                .containsExactly(9_000_000_000_500_000_000L, 9_000_000_000_000_000_000L, 2_500_000_000L, 0L);
        assertThat(segments.get(2).startNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void much_longer_segments_behind_the_first_ones_and_much_shorter_ones_are_all_there() {
        String longer = "#EXTINF:1,\n" + "x".repeat(3_000) + "\n";
        String shorter = "#EXTINF:1,\na\n";
        assertThat(media(HEADER + shorter.repeat(3) + longer.repeat(200)).segments())
                .hasSize(203);
        assertThat(media(HEADER + longer.repeat(3) + shorter.repeat(5_000)).segments())
                .hasSize(5_003)
                .last()
                .hasToString(shorter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z\n"})
    void limits_hold_for_common_segments_too(String before) {
        String segment = before + "#EXTINF:1.000,\n" + "u".repeat(90) + "\n";
        String text = HEADER + segment.repeat(10);
        int lines = 3 + 10 * (before.isEmpty() ? 2 : 3);
        assertThat(refusal(text, 91, lines, 10)).isEmpty();
        assertThat(refusal(text, 90, lines, 10)).contains(DiagnosticCode.LIMIT_LINE_BYTES);
        assertThat(refusal(text, 91, lines - 1, 10)).contains(DiagnosticCode.LIMIT_LINES);
        assertThat(refusal(text, 91, lines, 9)).contains(DiagnosticCode.LIMIT_SEGMENTS);
    }

    private static Optional<DiagnosticCode> refusal(String text, int lineBytes, int lines, int segments) {
        ParseLimits limits = new ParseLimits(1 << 20, lineBytes, lines, segments, 10);
        ParseResult result =
                PlaylistParser.of(ParseMode.LENIENT, limits).tryParse(text.getBytes(StandardCharsets.UTF_8));
        return result.playlist().isPresent()
                ? Optional.empty()
                : Optional.of(result.diagnostics()
                        .get(result.diagnostics().size() - 1)
                        .code());
    }

    @Test
    void indexes_are_found_between_and_beyond_those_that_are_there() {
        SegmentIndexes indexes = new SegmentIndexes();
        assertThat(indexes.countUpTo(9)).isZero();
        for (int index : new int[] {2, 2, 5, 8, 8, 8, 9}) {
            indexes.add(index);
        }
        assertThat(List.of(indexes.countUpTo(1), indexes.countUpTo(2), indexes.countUpTo(4), indexes.countUpTo(8)))
                .containsExactly(0, 2, 2, 6);
        assertThat(List.of(indexes.find(1), indexes.find(5), indexes.find(6), indexes.find(10)))
                .containsExactly(-1, 2, -1, -1);
    }
}
