package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.LiveTexts;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a server may change is not blamed, however long the series; what it may not is found. */
class ReloadTest {
    private static final int SERIES = 200;

    /**
     * What the generated series does on purpose, for delta updates: its dates are a minute apart whatever the segments
     * last, its ranges go at any time, and the version comes and goes.
     */
    private static final Set<String> ON_PURPOSE = Set.of(
            "DATE_RANGE_REMOVED_EARLY",
            "PLANNED_RANGE_NOT_ENDED",
            "RANGE_BEFORE_FOLLOWING_RANGE",
            "SERVER_CONTROL_CHANGED");

    /**
     * What is true of windows cut from real playlists: the hints behind the last segment are not of the next one of the window,
     * some are shorter than three target durations, and one playlist has two ranges of one ID.
     */
    private static final Set<String> BY_THE_CUT =
            Set.of("HINT_NOT_KEPT", "TOO_SHORT_AFTER_REMOVAL", "DATE_RANGE_CHANGED");

    private static Stream<Diagnostic> told(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> !ON_PURPOSE.contains(finding.code().name()));
    }

    private static MediaPlaylist read(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    @Test
    void a_window_that_slides_is_not_blamed() {
        Map<String, String> found = new TreeMap<>();
        int snapshots = 0;
        for (long seed = 0; seed < SERIES; seed++) {
            ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
            for (String text : LiveTexts.series(seed)) {
                snapshots++;
                String place = "seed " + seed + ", snapshot " + snapshots;
                told(checker.next(read(text)))
                        .forEach(finding -> found.putIfAbsent(finding.code().name(), place + ": " + finding));
            }
        }
        assertThat(snapshots).isGreaterThan(SERIES * 10);
        assertThat(found).isEmpty();
    }

    @Test
    void updates_in_place_of_full_playlists_are_not_blamed() {
        List<String> found = new ArrayList<>();
        int updates = 0;
        for (long seed = 0; seed < SERIES; seed++) {
            ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
            boolean first = true;
            for (String text : LiveTexts.series(seed)) {
                MediaPlaylist full = read(text);
                MediaPlaylist update = first ? full : DeltaUpdate.create(full).orElse(full);
                updates += update.skip().isPresent() ? 1 : 0;
                first = false;
                told(checker.next(update)).forEach(finding -> found.add(finding.toString()));
            }
        }
        assertThat(updates).isGreaterThan(SERIES);
        assertThat(found).isEmpty();
    }

    @Test
    void a_window_that_slides_over_a_real_playlist_is_not_blamed() {
        List<String> found = new ArrayList<>();
        int windows = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            if (!(PlaylistParser.lenient().tryParse(file.getValue()).playlist().orElse(null)
                            instanceof MediaPlaylist all)
                    || all.segments().size() < 8
                    || all.segments().size() > 2_000
                    || all.skip().isPresent()) {
                continue;
            }
            ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
            MediaPlaylist before = window(all, 0);
            checker.next(before);
            for (int first = 1; first <= 3; first++) {
                windows++;
                byte[] text = PlaylistWriter.toBytes(window(all, first));
                MediaPlaylist now = (MediaPlaylist) PlaylistParser.lenient().parseNext(before, text);
                assertThat(now.segments())
                        .isEqualTo(
                                read(new String(text, StandardCharsets.UTF_8)).segments());
                String name = file.getKey() + ": ";
                told(checker.next(now))
                        .filter(finding -> !BY_THE_CUT.contains(finding.code().name()))
                        .forEach(finding -> found.add(name + finding));
                before = now;
            }
        }
        assertThat(windows).isGreaterThan(60);
        assertThat(found).isEmpty();
    }

    @Test
    void an_update_of_a_real_playlist_gives_what_is_served_in_full() {
        List<String> found = new ArrayList<>();
        int updates = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            if (!(PlaylistParser.lenient().tryParse(file.getValue()).playlist().orElse(null)
                            instanceof MediaPlaylist all)
                    || all.segments().size() < 16
                    || all.segments().size() > 2_000
                    || all.skip().isPresent()) {
                continue;
            }
            ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
            checker.next(skippable(window(all, 0)));
            for (int first = 1; first <= 3; first++) {
                MediaPlaylist full = skippable(window(all, first));
                MediaPlaylist update = DeltaUpdate.create(full).orElse(full);
                updates += update.skip().isPresent() ? 1 : 0;
                String name = file.getKey() + ": ";
                checker.nextUpdate(update, full).findings().stream()
                        .filter(finding -> finding.code() == DiagnosticCode.DELTA_UPDATE_WRONG)
                        .forEach(finding -> found.add(name + finding));
            }
        }
        assertThat(updates).isGreaterThan(20);
        assertThat(found).isEmpty();
    }

    /** The playlist of a server that makes updates, read again. */
    private static MediaPlaylist skippable(MediaPlaylist live) {
        long target = live.targetDuration().orElse(10);
        var control = ServerControl.builder().set(ServerControl.CAN_SKIP_UNTIL, BigDecimal.valueOf(6 * target));
        return read(live.toBuilder().set(control.build()).build().toString());
    }

    private static MediaPlaylist window(MediaPlaylist all, int first) {
        MediaSegment start = all.segments().get(first);
        long before = start.discontinuitySequence() - (start.isDiscontinuity() ? 1 : 0);
        return all.toBuilder()
                .segments(all.segments().subList(first, all.segments().size() - 3 + first))
                .mediaSequence(start.mediaSequence())
                .discontinuitySequence(before)
                .playlistType(Optional.empty())
                .endList(false)
                .trailingParts(List.of())
                .build();
    }

    @Test
    void a_segment_that_is_replaced_changed_or_taken_out_is_found() {
        for (long seed = 0; seed < SERIES; seed++) {
            List<String> series = LiveTexts.series(seed);
            MediaPlaylist older = read(series.get(0));
            MediaPlaylist newer = read(series.get(1));
            int last = older.segments().size() - 1;
            long number = older.segments().get(last).mediaSequence();
            int index = (int) (number - newer.segments().get(0).mediaSequence());
            String line = newer.segments().get(index).toString();
            String text = newer.toString();
            assertThat(judged(older, text.replace(line, line.replace("#EXTINF:", "#EXTINF:1"))))
                    .contains("SEGMENT_CHANGED");
            String uri = newer.segments().get(index).uri();
            assertThat(judged(older, text.replace(line, line.replace(uri, "other-" + uri))))
                    .contains("SEGMENT_REPLACED");
        }
    }

    private static List<String> judged(MediaPlaylist older, String newer) {
        ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        checker.next(older);
        return checker.next(read(newer)).findings().stream()
                .map(finding -> finding.code().name())
                .toList();
    }
}
