package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Segments, their starts and their dates. A boundary is the index of the segment behind it. */
final class PlaylistTimeline {
    /** Times this near to each other are one: sums of rounded durations and dates of milliseconds. */
    static final long SAME_NANOS = 10_000_000;

    /** A date further off cannot be meant: a hundred years. */
    private static final long FAR_SECONDS = 100L * 366 * 86_400;

    /** Dates are looked for among segments up to this length: a minute. */
    private static final long MOST_SEGMENT_MILLIS = 60_000;

    private final List<MediaSegment> segments;
    private final long endNanos;
    private final boolean hasDates;
    private long @Nullable [] epochMillis;

    PlaylistTimeline(MediaPlaylist playlist) {
        this.segments = playlist.segments();
        this.endNanos = playlist.durationNanos();
        this.hasDates = playlist.segmentsHave(HlsTag.PROGRAM_DATE_TIME);
    }

    int count() {
        return segments.size();
    }

    long endNanos() {
        return endNanos;
    }

    long nanos(int boundary) {
        return boundary < count() ? segments.get(boundary).startNanos() : endNanos;
    }

    long firstMediaSequence() {
        return segments.get(0).mediaSequence();
    }

    /** The index of a segment, or -1 if it is not listed. */
    int indexOf(long mediaSequence) {
        long index = segments.isEmpty() ? -1 : mediaSequence - firstMediaSequence();
        return index < 0 || index >= count() ? -1 : (int) index;
    }

    Optional<TimelineAnchor> anchor() {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        MediaSegment last = segments.get(count() - 1);
        return Optional.of(new TimelineAnchor(last.mediaSequence(), last.startNanos()));
    }

    /** The nearer of the boundaries around a time; -1 before the first one. */
    int boundaryNear(long nanos) {
        if (nanos < -SAME_NANOS) {
            return -1;
        }
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (nanos(middle) <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean upper = low < count() && nanos(low + 1) - nanos < nanos - nanos(low);
        return upper ? low + 1 : low;
    }

    /** The segment that plays at a time, or -1. */
    private int segmentAt(long nanos) {
        if (nanos < 0 || nanos >= endNanos) {
            return -1;
        }
        int near = boundaryNear(nanos);
        return near == count() || nanos(near) > nanos ? near - 1 : near;
    }

    /** The date of a time, by the segment that plays then. */
    Optional<OffsetDateTime> dateOf(long nanos) {
        if (!hasDates || segments.isEmpty()) {
            return Optional.empty();
        }
        int at = nanos < 0 ? 0 : nanos >= endNanos ? count() - 1 : segmentAt(nanos);
        MediaSegment segment = segments.get(Math.max(0, at));
        return segment.programDateTime().map(date -> date.plusNanos(nanos - segment.startNanos()));
    }

    /** The time of a date; empty if the playlist has no dates, or none anywhere near. */
    OptionalLong nanosOf(OffsetDateTime date) {
        if (!hasDates || segments.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong byFirst = by(0, date);
        if (byFirst.isEmpty() || byFirst.getAsLong() < 0) {
            return byFirst;
        }
        int guess = segmentAt(byFirst.getAsLong());
        if (guess >= 0 && holds(guess, date)) {
            return by(guess, date);
        }
        int holder = holder(date);
        if (holder >= 0) {
            return by(holder, date);
        }
        OptionalLong byLast = by(count() - 1, date);
        return byLast.isPresent() && byLast.getAsLong() >= endNanos ? byLast : byFirst;
    }

    /** The segment that plays at a date, or -1; with a clock that jumps each has to be looked at. */
    private int holder(OffsetDateTime date) {
        long[] known = epochMillis;
        if (known == null) {
            known = new long[count()];
            for (int i = 0; i < known.length; i++) {
                known[i] = segments.get(i)
                        .programDateTime()
                        .map(start -> start.toInstant().toEpochMilli())
                        .orElse(Long.MAX_VALUE);
            }
            epochMillis = known;
        }
        long millis = date.toInstant().toEpochMilli();
        for (int i = 0; i < known.length; i++) {
            if (known[i] <= millis && millis - known[i] <= MOST_SEGMENT_MILLIS && holds(i, date)) {
                return i;
            }
        }
        return -1;
    }

    private OptionalLong by(int index, OffsetDateTime date) {
        MediaSegment segment = segments.get(index);
        Optional<OffsetDateTime> start = segment.programDateTime();
        if (start.isEmpty()) {
            return OptionalLong.empty();
        }
        Duration distance = Duration.between(start.get(), date);
        return Math.abs(distance.toSeconds()) > FAR_SECONDS
                ? OptionalLong.empty()
                : OptionalLong.of(segment.startNanos() + distance.toNanos());
    }

    private boolean holds(int index, OffsetDateTime date) {
        OptionalLong nanos = by(index, date);
        return nanos.isPresent() && nanos.getAsLong() >= nanos(index) && nanos.getAsLong() < nanos(index + 1);
    }
}
