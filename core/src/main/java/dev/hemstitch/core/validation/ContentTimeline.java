package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the segments of a Media Playlist lie: by position from its start and, if it has dates, on the clock. All times
 * are microseconds, fine enough for content that is never cut at quite the same instants in two playlists.
 */
final class ContentTimeline {
    static final long SECOND = 1_000_000;

    /** How many target durations live playlists may have moved on from one snapshot to the next. */
    static final int PROGRESS = 3;

    private static final long LONGEST_TARGET = 1_000_000;
    private static final long USUAL_TARGET = 10;

    private final CheckedTrack track;
    private final List<PlacedSegment> segments;
    private final long[] starts;
    private final long[] dates;
    private final boolean isDated;

    private ContentTimeline(CheckedTrack track) {
        this.track = track;
        this.segments = track.playlist().segments();
        this.starts = new long[segments.size() + 1];
        for (int i = 0; i < segments.size(); i++) {
            MediaSegment segment = segments.get(i).segment();
            starts[i] = segment.startNanos() / 1_000;
            starts[i + 1] = starts[i] + segment.durationNanos() / 1_000;
        }
        this.dates = new long[segments.size()];
        this.isDated = readDates() && isRising();
    }

    /** The timelines of the tracks that have segments; delta updates are left out. */
    static List<ContentTimeline> of(List<CheckedTrack> tracks) {
        List<ContentTimeline> timelines = new ArrayList<>();
        for (CheckedTrack track : tracks) {
            if (!track.playlist().has(HlsTag.SKIP)
                    && !track.playlist().segments().isEmpty()) {
                timelines.add(new ContentTimeline(track));
            }
        }
        return timelines;
    }

    /** Fills the dates: forward from each written one, and backward from the first. */
    private boolean readDates() {
        int first = -1;
        for (int i = 0; i < dates.length; i++) {
            Optional<IsoDateTime> written = segments.get(i).segment().writtenProgramDateTime();
            if (written.isPresent()) {
                Instant instant = written.get().value().toInstant();
                dates[i] = instant.getEpochSecond() * SECOND + instant.getNano() / 1_000;
                first = first < 0 ? i : first;
            } else if (i > 0) {
                dates[i] = dates[i - 1] + duration(i - 1);
            }
        }
        for (int i = first - 1; i >= 0; i--) {
            dates[i] = dates[i + 1] - duration(i);
        }
        return first >= 0;
    }

    /** Whether no date goes back by more than clocks drift: otherwise dates say nothing about order. */
    private boolean isRising() {
        for (int i = 1; i < dates.length; i++) {
            if (dates[i] < dates[i - 1] || dates[i] < end(i - 1, true) - SECOND) {
                return false;
            }
        }
        return true;
    }

    CheckedTrack track() {
        return track;
    }

    PlacedSegment segment(int index) {
        return segments.get(index);
    }

    int count() {
        return dates.length;
    }

    boolean isDated() {
        return isDated;
    }

    /** When or where a segment starts. */
    long start(int index, boolean byDate) {
        return byDate ? dates[index] : starts[index];
    }

    long end(int index, boolean byDate) {
        return start(index, byDate) + duration(index);
    }

    private long duration(int index) {
        return starts[index + 1] - starts[index];
    }

    long firstStart(boolean byDate) {
        return start(0, byDate);
    }

    long lastEnd(boolean byDate) {
        return end(count() - 1, byDate);
    }

    /** Whether an instant lies within and not so near the end that a snapshot a little older might not know of it. */
    boolean isWellWithin(Instant instant) {
        long at = instant.getEpochSecond() * SECOND + instant.getNano() / 1_000;
        return at >= firstStart(true) && at <= lastEnd(true) - PROGRESS * targetDuration();
    }

    boolean hasEnded() {
        return media().endList();
    }

    /** Whether its first segment stays its first. */
    boolean hasFixedStart() {
        return hasType(PlaylistType.VOD) || hasType(PlaylistType.EVENT);
    }

    boolean hasType(PlaylistType type) {
        return media().playlistType().filter(type::equals).isPresent();
    }

    /** Whether it is video or audio that is played, neither subtitles nor single I-frames. */
    boolean isMain() {
        return !track.isSubtitles() && !track.isIFrames() && !media().iFramesOnly();
    }

    private MediaPlaylist media() {
        return track.media();
    }

    long targetDuration() {
        long seconds = media().targetDuration().orElse(USUAL_TARGET);
        return Long.compareUnsigned(seconds, LONGEST_TARGET) > 0 ? LONGEST_TARGET * SECOND : seconds * SECOND;
    }

    /** How far the sum of all durations may be off, by the number of decimals that the first one is written with. */
    long rounding() {
        int decimals =
                segment(0).segment().durationSeconds().map(BigDecimal::scale).orElse(0);
        long unit = SECOND;
        for (int i = 0; i < Math.min(6, decimals); i++) {
            unit /= 10;
        }
        return unit / 2 * count();
    }

    /** A stretch of segments with one Discontinuity Sequence Number. */
    record Run(int first, int last, long discontinuity) {}

    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= count(); i++) {
            long number = segment(first).segment().discontinuitySequence();
            if (i == count() || segment(i).segment().discontinuitySequence() != number) {
                runs.add(new Run(first, i - 1, number));
                first = i;
            }
        }
        return runs;
    }

    /** The line that gives a stretch its number. */
    PlacedLine line(Run run) {
        PlacedSegment first = segment(run.first());
        return first.first(HlsTag.DISCONTINUITY)
                .or(() -> track.playlist().first(HlsTag.DISCONTINUITY_SEQUENCE))
                .orElse(first.uriLine());
    }
}
