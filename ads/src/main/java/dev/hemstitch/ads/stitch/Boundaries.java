package dev.hemstitch.ads.stitch;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.OptionalInt;

/** The places between segments of a track where it can be cut: 0 before the first one, n behind the last of n. */
final class Boundaries {
    /** Positions within this distance of a boundary are at it: sums of rounded durations are never nearer. */
    static final long EXACT_NANOS = 1_000_000;

    private final List<MediaSegment> segments;
    private final long endNanos;

    Boundaries(MediaPlaylist playlist) {
        this.segments = playlist.segments();
        this.endNanos = playlist.durationNanos();
    }

    int count() {
        return segments.size();
    }

    long nanos(int boundary) {
        return boundary == segments.size() ? endNanos : segments.get(boundary).startNanos();
    }

    /** The last boundary that is not behind a time, or 0. */
    int floor(long nanos) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (nanos(middle) <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    int snap(long nanos, SnapPolicy policy) {
        if (nanos <= 0) {
            return 0;
        }
        if (nanos >= endNanos) {
            return segments.size();
        }
        int before = floor(nanos);
        int after = Math.min(before + 1, segments.size());
        long toBefore = nanos - nanos(before);
        long toAfter = nanos(after) - nanos;
        if (toBefore <= EXACT_NANOS) {
            return before;
        }
        if (toAfter <= EXACT_NANOS) {
            return after;
        }
        return switch (policy) {
            case BEFORE -> before;
            case AFTER -> after;
            case NEAREST -> toBefore <= toAfter ? before : after;
        };
    }

    /**
     * What discontinuities say of a boundary: the number of the content period before it, from that of the first segment
     * on, and whether a new one starts at it. What counts is the first segment's number, not how it comes about. Tracks that are cut at boundaries with the same trait keep the same discontinuity sequence numbers.
     */
    long period(int boundary) {
        if (segments.isEmpty()) {
            return 0;
        }
        long first = segments.get(0).discontinuitySequence();
        long before = boundary == 0
                ? first - (startsPeriod(0) ? 1 : 0)
                : segments.get(boundary - 1).discontinuitySequence();
        return 2 * (before - first) + (startsPeriod(boundary) ? 1 : 0);
    }

    private boolean startsPeriod(int boundary) {
        return boundary < segments.size() && segments.get(boundary).has(HlsTag.DISCONTINUITY);
    }

    /**
     * The boundary nearest to a time among those of a period and not before another one; the outermost boundaries only
     * go with the outermost ones of the reference track.
     */
    OptionalInt nearest(long nanos, long period, int least, boolean atStart, boolean atEnd) {
        if (atStart || atEnd) {
            int outermost = atStart ? 0 : segments.size();
            return period(outermost) == period && outermost >= least ? OptionalInt.of(outermost) : OptionalInt.empty();
        }
        int near = snap(nanos, SnapPolicy.NEAREST);
        for (int distance = 0; distance <= segments.size(); distance++) {
            int best = -1;
            for (int boundary : new int[] {near - distance, near + distance}) {
                boolean candidate = boundary >= Math.max(least, 1) && boundary < segments.size();
                if (candidate
                        && period(boundary) == period
                        && (best < 0 || Math.abs(nanos(boundary) - nanos) < Math.abs(nanos(best) - nanos))) {
                    best = boundary;
                }
            }
            if (best >= 0) {
                return isPushed(best, nanos, period, least) ? OptionalInt.empty() : OptionalInt.of(best);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a boundary is only next to one that would do and is not before the time, but is taken. */
    private boolean isPushed(int boundary, long nanos, long period, int least) {
        return boundary == least && boundary > 1 && nanos(boundary - 1) >= nanos && period(boundary - 1) == period;
    }
}
