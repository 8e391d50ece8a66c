package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a rendition go with those of another one that is cut alike, such as another variant of the same video. Without
 * dates this says exactly where a rendition is that comes back after a while.
 *
 * @param with which rendition the numbers are compared with, told by its name; itself as long as none is known
 * @param ahead how much higher this one's numbers are
 */
record Alignment(int with, long ahead) {
    /** Durations are rounded to milliseconds where they have least digits. */
    private static final long ROUNDING_MICROS = 1_000;

    /** That of a rendition of which nothing else is known. */
    static Alignment own(String rendition) {
        return new Alignment(rendition.hashCode() & 0xFFFFF, 0);
    }

    /**
     * Where the first segment of a snapshot is, by the edge of a rendition that is cut alike.
     *
     * @param before what was known of the rendition; null if nothing was
     * @param guess where it is if no other is cut alike
     * @param mostMicros how wrong that may be; half of it where others only seem to be cut alike
     */
    static long place(
            Snapshot snapshot,
            @Nullable RenditionState before,
            Iterable<RenditionState> renditions,
            long restarts,
            long guess,
            long mostMicros) {
        long nearest = before == null ? Long.MAX_VALUE : snapshot.firstNumber() - before.edge() - 1;
        long zero = guess;
        for (RenditionState each : renditions) {
            if (each.equals(before) || each.restarts() != restarts) {
                continue;
            }
            Alignment known = known(snapshot, before, each, restarts);
            Alignment likely = known == null ? byChange(snapshot, each) : known;
            if (likely == null) {
                continue;
            }
            int same = snapshot.indexOf(
                    each.edge() + likely.ahead() - each.alignment().ahead());
            int within = Math.max(0, Math.min(snapshot.count(), same + 1));
            long beyond = same + 1L - within;
            long there = each.edgeMicros() - snapshot.offset(within) - beyond * snapshot.usualDuration();
            long most = known == null ? mostMicros / 2 : mostMicros;
            if (Math.abs(beyond) < nearest && Math.abs(there - guess) <= most) {
                nearest = Math.abs(beyond);
                zero = there;
                snapshot.align(likely);
            }
        }
        return zero;
    }

    private static @Nullable Alignment known(
            Snapshot snapshot, @Nullable RenditionState before, RenditionState other, long restarts) {
        if (before != null
                && before.restarts() == restarts
                && before.alignment().with() == other.alignment().with()) {
            return before.alignment();
        }
        int same = snapshot.indexOf(other.edge());
        boolean isListed = same >= 0 && same < snapshot.count();
        return isListed && snapshot.hash(same) == other.edgeHash() ? other.alignment() : null;
    }

    private static @Nullable Alignment byChange(Snapshot snapshot, RenditionState other) {
        int change = changeLike(snapshot, other.change());
        long ahead = snapshot.firstNumber() + change - other.change().number();
        return change < 0
                ? null
                : new Alignment(other.alignment().with(), other.alignment().ahead() + ahead);
    }

    /** The only boundary where durations change as they did at the last one of another rendition; -1 if there is none. */
    private static int changeLike(Snapshot snapshot, Change other) {
        int found = -1;
        for (int i = 1; i < snapshot.count(); i++) {
            if (Change.at(snapshot, i) == other.durations() && Change.isAt(snapshot, i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /**
     * A boundary where segments become longer or shorter.
     *
     * @param number that of the segment behind it; -1 and no durations if there is none
     * @param durations what it is told by
     */
    record Change(long number, int durations) {
        static final Change NONE = new Change(-1, 0);

        private static final long LEAST_MICROS = 100_000;

        /** The last one of a snapshot behind a segment, or else the one before. */
        static Change last(Snapshot snapshot, int behind, Change before) {
            for (int i = snapshot.count() - 1; i > Math.max(0, behind); i--) {
                if (isAt(snapshot, i)) {
                    return new Change(snapshot.firstNumber() + i, at(snapshot, i));
                }
            }
            return before;
        }

        private static boolean isAt(Snapshot snapshot, int index) {
            return Math.abs(duration(snapshot, index) - duration(snapshot, index - 1)) > LEAST_MICROS;
        }

        private static int at(Snapshot snapshot, int index) {
            long millis = (duration(snapshot, index) + 500) / 1_000;
            long before = (duration(snapshot, index - 1) + 500) / 1_000;
            return (int) (millis * 31_013 + before) & 0xFFFFF;
        }

        private static long duration(Snapshot snapshot, int index) {
            return snapshot.offset(index + 1) - snapshot.offset(index);
        }
    }

    /** A rendition in which a break started, and where. */
    record Start(Alignment alignment, long micros) {}

    /**
     * Compares a rendition with the others by a break whose marker is in its snapshot.
     *
     * @param index that of the segment with the marker
     * @return what they have in common, and where the break started in the other one; null if none is cut alike
     */
    static @Nullable Start compare(
            LiveBreak each,
            Snapshot snapshot,
            int index,
            String rendition,
            Map<String, RenditionState> renditions,
            long restarts) {
        for (Map.Entry<String, RenditionState> other : renditions.entrySet()) {
            RenditionState state = other.getValue();
            Cut cut = each.cut(other.getKey());
            if (cut == null
                    || !cut.beganAtMarker()
                    || other.getKey().equals(rendition)
                    || state.restarts() != restarts) {
                continue;
            }
            long published = state.edge() - cut.start() + 1;
            if (published < 1 || index + published > snapshot.count()) {
                continue;
            }
            long start = each.startMicros() + cut.skewMicros();
            long there = state.edgeMicros() - start;
            long here = snapshot.offset(index + (int) published) - snapshot.offset(index);
            if (Math.abs(there - here) <= published * ROUNDING_MICROS) {
                long ahead = snapshot.firstNumber() + index - cut.start();
                return new Start(
                        new Alignment(
                                state.alignment().with(), state.alignment().ahead() + ahead),
                        start);
            }
        }
        return null;
    }
}
