package dev.hemstitch.ads.stitch.live;

import org.jspecify.annotations.Nullable;

/** What a snapshot is to the one that was stitched before. */
enum Relation {
    /** There was none. */
    FIRST,
    /** It goes on where that one ended, or is the same. */
    NEXT,
    /** It goes on behind a gap: what lies between was never seen. */
    BEHIND_GAP,
    /** It is older. */
    STALE,
    /** The origin counts anew. */
    RESTARTED;

    /** Dates this much later than what is known are not old ones. */
    private static final long LATER_MICROS = 500_000;

    /**
     * Tells a snapshot from the numbers and hashes of the one before, and by dates where these do not tell.
     *
     * @param zeroMicros the date of the session's start; {@link LiveState#NO_DATE} if it is not known
     * @param restartedElsewhere whether another rendition has shown that the origin counts anew
     */
    static Relation of(
            Snapshot snapshot, @Nullable RenditionState before, long zeroMicros, boolean restartedElsewhere) {
        if (before == null) {
            return FIRST;
        }
        int edge = snapshot.indexOf(before.edge());
        if (edge >= 0 && edge < snapshot.count()) {
            if (snapshot.hash(edge) != before.edgeHash()) {
                return RESTARTED;
            }
            boolean lacksParts = edge == snapshot.count() - 1 && snapshot.partMicros() < before.partMicros();
            return lacksParts ? STALE : NEXT;
        }
        if (edge < 0) {
            return BEHIND_GAP;
        }
        int first = snapshot.indexOf(before.firstIn());
        if (first >= 0 && first < snapshot.count()) {
            return snapshot.hash(first) == before.firstHash() ? STALE : RESTARTED;
        }
        if (zeroMicros != LiveState.NO_DATE && snapshot.date(0).isPresent()) {
            long last = snapshot.date(0).getAsLong() - zeroMicros + snapshot.offset(snapshot.count());
            return last > before.edgeMicros() + LATER_MICROS ? RESTARTED : STALE;
        }
        // Nothing in common and no dates: a number near zero, or far off, is a new count, and any where others count
        // anew.
        boolean far = restartedElsewhere || first - snapshot.count() >= snapshot.count();
        return far || (snapshot.firstNumber() == 0 && before.firstIn() != 0) ? RESTARTED : STALE;
    }
}
