package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A window of 60 segments that slides one by one over 200 with breaks of one dialect. */
@DisplayName("Live series of cue markers")
class CueLiveTest {
    private static final int WINDOW = 60;
    private static final int COUNT = 200;
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T10:00:00Z");

    /** Durations that no binary number holds, and a break every 40 segments, 5 segments long. */
    private static long nanos(int index) {
        return index % 5 == 4 ? 1_368_000_000L : 6_006_000_000L;
    }

    private static boolean startsAt(int index) {
        return index % 40 == 20;
    }

    private record Series(List<String> segments, List<Long> starts) {
        static Series of(CueDialect dialect, boolean dated) {
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:7\n");
            List<Long> starts = new ArrayList<>();
            List<SignalledBreak> breaks = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < COUNT; i++) {
                if (dated && i % 3 == 0) {
                    text.append("#EXT-X-PROGRAM-DATE-TIME:")
                            .append(START.plusNanos(time))
                            .append('\n');
                }
                text.append("#EXTINF:")
                        .append(CuePlaylists.seconds(nanos(i)))
                        .append(",\n")
                        .append(i)
                        .append(".ts\n");
                starts.add(time);
                if (startsAt(i)) {
                    long length = nanos(i) + nanos(i + 1) + nanos(i + 2) + nanos(i + 3) + nanos(i + 4);
                    breaks.add(SignalledBreak.builder(Integer.toString(1000 + i), time)
                            .durationNanos(OptionalLong.of(length))
                            .endNanos(OptionalLong.of(time + length))
                            .eventId(i % 80 == 20 ? Optional.of(Integer.toString(1000 + i)) : Optional.empty())
                            .build());
                }
                time += nanos(i);
            }
            starts.add(time);
            MediaPlaylist plain = (MediaPlaylist)
                    PlaylistParser.lenient().parse(text.toString().getBytes(StandardCharsets.UTF_8));
            MediaPlaylist marked = CueWriter.of(dialect).write(plain, breaks);
            List<String> segments =
                    marked.segments().stream().map(Object::toString).toList();
            return new Series(segments, starts);
        }

        MediaPlaylist window(int from) {
            return window(from, from + WINDOW);
        }

        MediaPlaylist window(int from, int to) {
            String text = "#EXTM3U\n#EXT-X-TARGETDURATION:7\n#EXT-X-MEDIA-SEQUENCE:" + (5000 + from) + "\n"
                    + String.join("", segments.subList(from, to));
            return (MediaPlaylist) PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @DisplayName("ids, starts and durations stay in")
    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = Mode.EXCLUDE, names = "ASSET")
    void known_breaks_stay(CueDialect dialect) {
        Series series = Series.of(dialect, true);
        Map<String, String> seen = new HashMap<>();
        List<SignalledBreak> known = List.of();
        int joined = 0;
        int breaksSeen = 0;
        for (int from = 0; from + WINDOW <= COUNT; from++) {
            CueReading reading = CueReader.withDefaults().read(series.window(from), known);
            assertThat(reading.problems()).isEmpty();
            known = reading.breaks();
            for (SignalledBreak each : known) {
                long absolute = each.startNanos() + series.starts.get(from);
                String now = absolute + " " + each.durationNanos();
                assertThat(seen.putIfAbsent(each.id(), now))
                        .as("%s at %d", each.id(), from)
                        .isIn(null, now);
                joined += each.joinedAfterNanos().isPresent() ? 1 : 0;
                each.mediaSequence()
                        .ifPresent(number ->
                                assertThat(startsAt((int) (number - 5000))).isTrue());
                breaksSeen++;
            }
            int listed = 0;
            for (int i = from; i < from + WINDOW; i++) {
                listed += startsAt(i) ? 1 : 0;
            }
            assertThat(known.stream().filter(each -> each.startNanos() >= 0)).hasSize(listed);
        }
        assertThat(seen).hasSize(5);
        assertThat(breaksSeen).isGreaterThan(200);
        boolean hasLength = dialect != CueDialect.PLACEMENT_OPPORTUNITY;
        assertThat(joined).isEqualTo(hasLength ? 3 * 4 : 0);
    }

    @DisplayName("a reader that starts anew at each segment finds the same starts by")
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"CUE_OUT", "SCTE35", "ADOBE_CUE"})
    void markers_that_go_on_tell_all(CueDialect dialect) {
        Series series = Series.of(dialect, true);
        Map<Long, String> ids = new HashMap<>();
        int joined = 0;
        for (int from = 0; from + WINDOW <= COUNT; from++) {
            for (SignalledBreak each :
                    CueReader.withDefaults().read(series.window(from)).breaks()) {
                long absolute = each.startNanos() + series.starts.get(from);
                assertThat(ids.computeIfAbsent(absolute, at -> each.id())).isEqualTo(each.id());
                joined += each.joinedAfterNanos().isPresent() ? 1 : 0;
            }
        }
        assertThat(ids).hasSize(5);
        assertThat(joined).isEqualTo(3 * 4);
    }

    @Test
    void without_dates_or_words_that_go_on_the_segments_in_common_tell_where_a_break_is() {
        Series series = Series.of(CueDialect.OATCLS, false);
        List<SignalledBreak> known =
                CueReader.withDefaults().read(series.window(10)).breaks();
        List<SignalledBreak> later =
                CueReader.withDefaults().read(series.window(23), known).breaks();
        assertThat(later.get(0).id()).isEqualTo(known.get(0).id());
        assertThat(later.get(0).startNanos()).isEqualTo(-(nanos(20) + nanos(21) + nanos(22)));
        assertThat(later.get(0).endNanos()).hasValue(nanos(23) + nanos(24));
        assertThat(CueReader.withDefaults()
                        .read(series.window(23))
                        .breaks()
                        .get(0)
                        .id())
                .isNotEqualTo(known.get(0).id());
    }

    @Test
    void an_end_that_comes_later_ends_the_known_break() {
        Series series = Series.of(CueDialect.CUE_OUT, false);
        List<SignalledBreak> known =
                CueReader.withDefaults().read(series.window(0, 23)).breaks();
        assertThat(known.get(0).endNanos()).isEmpty();
        MediaPlaylist bare = (MediaPlaylist) PlaylistParser.lenient()
                .parse(("#EXTM3U\n#EXT-X-TARGETDURATION:7\n#EXT-X-MEDIA-SEQUENCE:5022\n" + series.segments.get(22)
                                + "#EXT-X-CUE-IN\n#EXTINF:6,\nx.ts\n")
                        .getBytes(StandardCharsets.UTF_8));
        SignalledBreak ended =
                CueReader.withDefaults().read(bare, known).breaks().get(0);
        assertThat(ended.id()).isEqualTo(known.get(0).id());
        assertThat(ended.endNanos()).hasValue(nanos(22));
        assertThat(CuePlaylists.problems(bare)).doesNotContain(CueProblemCode.STRAY_IN);
    }

    @Test
    void a_window_with_nothing_in_common_forgets_what_it_cannot_place() {
        Series series = Series.of(CueDialect.CUE_OUT, false);
        List<SignalledBreak> known =
                CueReader.withDefaults().read(series.window(0, 23)).breaks();
        assertThat(CueReader.withDefaults().read(series.window(100, 115), known).breaks())
                .extracting(SignalledBreak::id)
                .doesNotContain(known.get(0).id());
    }

    @Test
    void a_break_is_known_until_it_is_over() {
        Series series = Series.of(CueDialect.CUE_OUT, true);
        List<SignalledBreak> known =
                CueReader.withDefaults().read(series.window(0)).breaks();
        assertThat(known).hasSize(1);
        assertThat(CueReader.withDefaults().read(series.window(25), known).breaks())
                .extracting(SignalledBreak::id)
                .doesNotContain(known.get(0).id());
    }

    @Test
    void renditions_with_other_segments_agree_where_there_are_dates() {
        MediaPlaylist video = CuePlaylists.media(CuePlaylists.DATED, "6", "6", "#EXT-X-CUE-OUT:30", "6", "6");
        MediaPlaylist audio = CuePlaylists.media(
                CuePlaylists.DATED, "1.99", "1.99", "2.01", "2", "2", "2.03", "#EXT-X-CUE-OUT:30", "2");
        assertThat(CueReader.withDefaults().read(audio).breaks().get(0).id())
                .isEqualTo(CueReader.withDefaults().read(video).breaks().get(0).id());
        assertThat(Duration.ofNanos(
                        CueReader.withDefaults().read(audio).breaks().get(0).startNanos()))
                .isEqualTo(Duration.ofMillis(12_020));
    }
}
