package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What renditions without dates have in common wherever their segments are cut: where the origin is discontinuous, which has the same
 * number in all of them.
 */
final class CommonDiscontinuity {
    private CommonDiscontinuity() {}

    /**
     * Where the first segment of a snapshot is, by the newest discontinuity that another rendition has shown, too.
     *
     * @param others the renditions; also the snapshot's own one
     * @return the place on the session's timeline; empty if there is none, or the origin does not count discontinuities
     */
    static OptionalLong place(Snapshot snapshot, Iterable<RenditionState> others, long restarts) {
        if (snapshot.isDated() || !LiveRefresh.countsDiscontinuities(snapshot.playlist())) {
            return OptionalLong.empty();
        }
        OptionalLong zero = OptionalLong.empty();
        long newest = Long.MIN_VALUE;
        for (RenditionState each : others) {
            long number = each.edgeDiscontinuity() - each.correction();
            if (each.sinceDiscontinuityMicros() > 0 && each.restarts() == restarts && number > newest) {
                int index = indexOf(snapshot, number);
                if (index >= 0) {
                    newest = number;
                    zero = OptionalLong.of(
                            each.edgeMicros() - each.sinceDiscontinuityMicros() - snapshot.offset(index));
                }
            }
        }
        return zero;
    }

    /** The segment that starts with a discontinuity of the origin; -1 if none does. */
    private static int indexOf(Snapshot snapshot, long number) {
        for (int i = 0; i < countIfDiscontinuous(snapshot); i++) {
            if (snapshot.segment(i).isDiscontinuity() && snapshot.segment(i).discontinuitySequence() == number) {
                return i;
            }
        }
        return -1;
    }

    /**
     * How long before the edge of a snapshot its last discontinuity is, in microseconds; 0 if that is not known, or the snapshot has
     * dates.
     *
     * @param before what was published before; null if nothing was since the origin started to count
     */
    static long since(Snapshot snapshot, @Nullable RenditionState before) {
        if (snapshot.isDated()) {
            return 0;
        }
        for (int i = countIfDiscontinuous(snapshot) - 1; i >= 0; i--) {
            if (snapshot.segment(i).isDiscontinuity()) {
                return snapshot.offset(snapshot.count()) - snapshot.offset(i);
            }
        }
        if (before == null
                || before.sinceDiscontinuityMicros() == 0
                || before.edgeDiscontinuity() != snapshot.discontinuity(snapshot.count() - 1)) {
            return 0;
        }
        return before.sinceDiscontinuityMicros() + snapshot.edge() - before.edgeMicros();
    }

    /** How many segments to look through: none if none is discontinuous, as in most windows. */
    private static int countIfDiscontinuous(Snapshot snapshot) {
        return snapshot.playlist().segmentsHave(HlsTag.DISCONTINUITY) ? snapshot.count() : 0;
    }
}
