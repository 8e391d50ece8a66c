package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Places a snapshot on the session's timeline and in its count of discontinuities: by its dates where it has some, else by the
 * segment that it has in common with the one before, else at the edge of the rendition that has come furthest.
 */
final class SessionClock {
    /** No origin is taken to be staler. */
    private static final long MOST_STALE_TARGETS = 8;

    /** Among so few none is cut, or one. */
    private static final long FEW_SEGMENTS = 10;

    /** So much may be what cuts take off the length of more segments. */
    private static final long MOST_CUT_TARGETS = 2;

    /** What seems to be farther from where it should be is not taken for the same, in target durations. */
    private static final long FAR_TARGETS = 4;

    private final LiveState.Session session;
    private final Map<String, RenditionState> renditions;
    private final @Nullable RenditionState before;
    private final Relation relation;
    private final Optional<Instant> now;

    SessionClock(
            LiveState.Session session,
            Map<String, RenditionState> renditions,
            @Nullable RenditionState before,
            Relation relation,
            Optional<Instant> now) {
        this.session = session;
        this.renditions = renditions;
        this.before = before;
        this.relation = relation;
        this.now = now;
    }

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    void place(Snapshot snapshot) {
        if (session.zeroMicros() != LiveState.NO_DATE && snapshot.date(0).isPresent()) {
            snapshot.placeByDates(session.zeroMicros());
        } else {
            snapshot.place(zero(snapshot));
        }
        snapshot.correctDiscontinuities(correction(snapshot));
    }

    private long zero(Snapshot snapshot) {
        if (relation == Relation.NEXT && before != null) {
            return before.edgeMicros() - snapshot.offset(snapshot.indexOf(before.edge()) + 1);
        }
        if (before == null && renditions.isEmpty()) {
            return 0;
        }
        long others = edgeOfOthers() - snapshot.offset(snapshot.count());
        if (relation == Relation.RESTARTED && before != null) {
            return Math.max(before.edgeMicros(), others);
        }
        long guess = before == null ? others : behindGap(snapshot, before, others);
        OptionalLong common = CommonDiscontinuity.place(snapshot, renditions.values(), session.restarts());
        if (common.isPresent() && Math.abs(common.getAsLong() - guess) <= MOST_STALE_TARGETS * target()) {
            return common.getAsLong();
        }
        long most = FAR_TARGETS * target();
        return Alignment.place(snapshot, before, renditions.values(), session.restarts(), guess, most);
    }

    /**
     * What lies between is as long as segments mostly are, if they are not cut, and else a little shorter; but an origin that stood
     * still is where other renditions are.
     */
    private long behindGap(Snapshot snapshot, RenditionState published, long others) {
        long missing = snapshot.firstNumber() - published.edge() - 1;
        long byNumbers = published.edgeMicros() + snapshot.usualDuration() * missing;
        if (now.isEmpty() || session.clockMicros() == 0) {
            return byNumbers;
        }
        boolean isExact = missing <= FEW_SEGMENTS;
        boolean isLikely = byNumbers > others - MOST_STALE_TARGETS * target()
                && byNumbers < others + (isExact ? MOST_STALE_TARGETS : MOST_CUT_TARGETS) * target();
        return isLikely ? byNumbers : others;
    }

    private long target() {
        return session.targetDuration() * 1_000_000;
    }

    /** Where the edge of a rendition is taken to be that was not asked for before and has no dates. */
    private long edgeOfOthers() {
        RenditionState furthest = furthest();
        if (furthest == null) {
            return 0;
        }
        return now.isPresent() && session.clockMicros() != 0
                ? micros(now.get()) - session.clockMicros()
                : furthest.edgeMicros();
    }

    private @Nullable RenditionState furthest() {
        RenditionState furthest = null;
        for (RenditionState other : renditions.values()) {
            furthest = furthest == null || other.edgeMicros() > furthest.edgeMicros() ? other : furthest;
        }
        return furthest;
    }

    /** What makes the origin's numbers go on where they were, if it forgets the discontinuities that left its window. */
    private long correction(Snapshot snapshot) {
        if (relation == Relation.NEXT && before != null) {
            return before.edgeDiscontinuity() - raw(snapshot, snapshot.indexOf(before.edge()));
        }
        boolean counts = LiveRefresh.countsDiscontinuities(snapshot.playlist());
        if (relation == Relation.RESTARTED) {
            return 0;
        }
        if (before != null) {
            long here = snapshot.segment(0).discontinuitySequence() + before.correction();
            long least = before.correction() + Math.max(0, before.edgeDiscontinuity() - here);
            return counts ? before.correction() : Math.max(least, byOthers(snapshot));
        }
        RenditionState other = furthest();
        boolean helps = other != null
                && !counts
                && (other.correction() != 0 || snapshot.playlist().segmentsHave(HlsTag.DISCONTINUITY));
        return helps ? Math.max(0, byOthers(snapshot)) : 0; // it can only have forgotten some
    }

    /** What makes the number at the edge of the rendition that has come furthest the one that it has there. */
    private long byOthers(Snapshot snapshot) {
        RenditionState other = furthest();
        boolean isSeen = other != null && other.edgeMicros() > snapshot.at(0);
        if (other == null || (before != null && !isSeen)) {
            return Long.MIN_VALUE;
        }
        int index = Math.max(0, Math.min(snapshot.count(), snapshot.nearest(other.edgeMicros())) - 1);
        return other.edgeDiscontinuity() - raw(snapshot, index);
    }

    private static long raw(Snapshot snapshot, int index) {
        return snapshot.segment(index).discontinuitySequence();
    }
}
