package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;

/** The segment boundaries of the first Media Playlist. */
final class ContentBoundaries {
    /** Positions within this distance of a boundary are at it: sums of rounded durations are never nearer. */
    static final long EXACT_NANOS = 1_000_000;

    private final List<MediaSegment> segments;
    private final long endNanos;

    ContentBoundaries(MediaPlaylist playlist) {
        this.segments = playlist.segments();
        this.endNanos = playlist.durationNanos();
    }

    long endNanos() {
        return endNanos;
    }

    /** Whether a position is behind the end by more than rounding. */
    boolean isBeyondEnd(long nanos) {
        return nanos > endNanos + EXACT_NANOS;
    }

    /** The boundary that a policy takes for a position. */
    long snap(long nanos, SnapPolicy policy) {
        if (nanos >= endNanos) {
            return endNanos;
        }
        int index = ContentClock.indexAt(segments, nanos);
        long before = segments.get(index).startNanos();
        long after = index + 1 < segments.size() ? segments.get(index + 1).startNanos() : endNanos;
        if (nanos - before <= EXACT_NANOS) {
            return before;
        }
        if (after - nanos <= EXACT_NANOS) {
            return after;
        }
        return switch (policy) {
            case BEFORE -> before;
            case AFTER -> after;
            case NEAREST -> nanos - before <= after - nanos ? before : after;
        };
    }

    /** The boundary that a position is at, else the position. */
    long exact(long nanos) {
        long nearest = snap(nanos, SnapPolicy.NEAREST);
        return Math.abs(nearest - nanos) <= EXACT_NANOS ? nearest : nanos;
    }

    boolean isBoundary(long nanos) {
        return snap(nanos, SnapPolicy.NEAREST) == nanos;
    }
}
