package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.Decimals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A snapshot of the origin on a viewer's session timeline. A boundary is the index of the segment behind it. Times are
 * microseconds.
 */
final class Snapshot {
    private final LiveSnapshot shared;
    private final MediaPlaylist playlist;
    private final List<MediaSegment> segments;
    private final boolean isDated;
    private final long partMicros;

    /** Whether the segment that is not yet complete starts with a discontinuity. */
    private final boolean breaksOff;

    /** Where the first segment starts. */
    private long zeroMicros;

    private boolean byDates;

    /** When the session starts. */
    private long epochMicros;

    /** How its numbers go with those of other renditions. */
    private Alignment alignment = new Alignment(0, 0);

    /** What is added to its discontinuity numbers. */
    private long correction;

    Snapshot(LiveSnapshot shared) {
        this.shared = shared;
        this.playlist = shared.playlist();
        this.segments = playlist.segments();
        this.isDated = playlist.segmentsHave(HlsTag.PROGRAM_DATE_TIME);
        long parts = 0;
        boolean discontinuous = false;
        if (playlist.has(HlsTag.PART_INF)) {
            for (PartialSegment part : playlist.trailingParts()) {
                parts += Decimals.toNanos(part.duration());
            }
            for (PlaylistLine line : playlist.trailer()) {
                discontinuous |= line.is(HlsTag.DISCONTINUITY);
            }
        }
        this.partMicros = parts / 1_000;
        this.breaksOff = discontinuous;
    }

    MediaPlaylist playlist() {
        return playlist;
    }

    /** What is the same for all viewers. */
    LiveSnapshot shared() {
        return shared;
    }

    /** Places the first segment; the others follow by their durations. */
    void place(long zero) {
        zeroMicros = zero;
    }

    /** Places all segments by their dates. */
    void placeByDates(long sessionEpochMicros) {
        byDates = true;
        epochMicros = sessionEpochMicros;
    }

    void align(Alignment by) {
        alignment = by;
    }

    Alignment alignment() {
        return alignment;
    }

    void correctDiscontinuities(long by) {
        correction = by;
    }

    long correction() {
        return correction;
    }

    int count() {
        return segments.size();
    }

    /** How many segments show something: those that are complete, and the one behind them if there are parts of it. */
    int shown() {
        return partMicros > 0 ? count() + 1 : count();
    }

    boolean isDated() {
        return isDated;
    }

    MediaSegment segment(int index) {
        return segments.get(index);
    }

    long firstNumber() {
        return segments.get(0).mediaSequence();
    }

    long lastNumber() {
        return firstNumber() + count() - 1;
    }

    /** The index of a segment; it may lie outside of what is listed. */
    int indexOf(long number) {
        return (int) Math.max(-FAR_INDEX, Math.min(FAR_INDEX, number - firstNumber()));
    }

    private static final long FAR_INDEX = Integer.MAX_VALUE / 4;

    /** Where a boundary lies within the snapshot. */
    long offset(int boundary) {
        return (boundary < count() ? segments.get(boundary).startNanos() : playlist.durationNanos()) / 1_000;
    }

    /** Where a boundary lies on the session's timeline: by its date, which may jump at discontinuities, where there are dates. */
    long at(int boundary) {
        if (!byDates) {
            return zeroMicros + offset(boundary);
        }
        int index = Math.min(boundary, count() - 1);
        long behind = boundary == index ? 0 : lastDuration();
        return segments.get(index).programDateTimeMicros().orElse(epochMicros) - epochMicros + behind;
    }

    /** The boundary behind which no less than a time is left; the first one if all is less. */
    int startingWith(long micros) {
        int from = count() - 1;
        while (from > 0 && offset(count()) - offset(from) < micros) {
            from--;
        }
        return from;
    }

    /** Where the last segment ends. */
    long edge() {
        return at(count());
    }

    /** Where the last part ends of the segment that is not yet complete. */
    long edgeOfParts() {
        return edge() + partMicros;
    }

    /** Whether the origin publishes parts of segments. */
    boolean hasParts() {
        return playlist.has(HlsTag.PART_INF);
    }

    /** How long the parts are of the segment that is not yet complete. */
    long partMicros() {
        return partMicros;
    }

    /** How long segments are, but for those that a break or discontinuity cut short: the median. */
    long usualDuration() {
        long[] durations = new long[count()];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = offset(i + 1) - offset(i);
        }
        Arrays.sort(durations);
        return durations[durations.length / 2];
    }

    long lastDuration() {
        return offset(count()) - offset(count() - 1);
    }

    /** The boundary nearest to a time of the session; the first one before all, the last one behind all. */
    int nearest(long micros) {
        int floor = floor(micros);
        return floor < count() && at(floor + 1) - micros < micros - at(floor) ? floor + 1 : floor;
    }

    /** The last boundary that does not lie behind a time of the session; the first one if there is none. */
    int floor(long micros) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (at(middle) <= micros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** A segment's discontinuity number as the origin counts, corrected; of one that is not yet complete, too. */
    long discontinuity(int index) {
        boolean isOpen = index >= count();
        return segments.get(isOpen ? count() - 1 : index).discontinuitySequence()
                + correction
                + (isOpen && breaksOff ? 1 : 0);
    }

    /** Whether a segment starts with a discontinuity as far as is known: of one that is not yet complete, too. */
    boolean isDiscontinuity(int index) {
        return index < count() ? segments.get(index).isDiscontinuity() : index == count() && breaksOff;
    }

    /** The number before a segment, whether it starts with a discontinuity or not. */
    long discontinuityBefore(int index) {
        return index > 0
                ? discontinuity(index - 1)
                : discontinuity(0) - (segments.get(0).isDiscontinuity() ? 1 : 0);
    }

    /** When a segment starts, in microseconds since 1970. */
    OptionalLong date(int index) {
        return isDated ? segments.get(index).programDateTimeMicros() : OptionalLong.empty();
    }

    /** Where a date range starts on the session's timeline; empty if that is not listed. */
    OptionalLong startOfRange(String id) {
        if (byDates) {
            for (DateRange range : playlist.dateRanges()) {
                if (range.id().equals(id) && range.startDate().isPresent()) {
                    return OptionalLong.of(
                            SessionClock.micros(range.startDate().get().value().toInstant()) - epochMicros);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Where a date range ends on the session's timeline; empty if that is not said. */
    OptionalLong endOfRange(String id) {
        if (byDates) {
            for (DateRange range : playlist.dateRanges()) {
                if (range.id().equals(id) && range.endDate().isPresent()) {
                    return OptionalLong.of(
                            SessionClock.micros(range.endDate().get().value().toInstant()) - epochMicros);
                }
                OptionalLong start =
                        range.id().equals(id) && range.duration().isPresent() ? startOfRange(id) : OptionalLong.empty();
                if (start.isPresent()) {
                    return OptionalLong.of(start.getAsLong()
                            + Decimals.toNanos(range.duration().get()) / 1_000);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** What tells a segment from another one with its number: twenty bits. */
    int hash(int index) {
        return shared.hash(index);
    }
}
