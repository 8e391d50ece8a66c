package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which boundaries of a snapshot breaks begin and end at: the nearest ones, but where the origin has passed as many
 * discontinuities as in other renditions, whose boundaries are others.
 */
final class LiveBoundaries {
    /** How far apart renditions may find the same place. */
    private static final int NEAR_SEGMENTS = 4;

    /** Times that differ by less are the same: sums of rounded durations. */
    static final long SAME_MICROS = 20_000;

    private final Snapshot snapshot;
    private final SignalPlaces places;
    private final long targetMicros;
    private final boolean isShared;
    private final boolean isPressed;

    /**
     * @param isShared whether the viewer has other renditions, too, which must show as many stretches of content
     * @param isPressed whether the stream stalls if nothing is new
     */
    LiveBoundaries(Snapshot snapshot, long targetMicros, boolean isShared, boolean isPressed) {
        this.snapshot = snapshot;
        this.places = new SignalPlaces(snapshot, targetMicros);
        this.targetMicros = targetMicros;
        this.isShared = isShared;
        this.isPressed = isPressed;
    }

    /** The same where nothing presses. */
    LiveBoundaries patient() {
        return isPressed ? new LiveBoundaries(snapshot, targetMicros, isShared, false) : this;
    }

    /** Where breaks are signalled. */
    SignalPlaces places() {
        return places;
    }

    /** Where a break is marked, but for one that others joined in its middle. */
    int startedAt(LiveBreak each, SignalledBreak signal) {
        int marked = places.boundary(signal);
        boolean isJoined = snapshot.isDated() && snapshot.at(marked) < each.startMicros() - targetMicros;
        return isJoined ? snapshot.nearest(each.startMicros()) : marked;
    }

    /**
     * Whether ads can begin at a boundary: of a segment that is there, or of the one behind those, once it has parts.
     *
     * @param micros where the break starts, which may be behind all that is there
     */
    boolean isThere(int boundary, long micros) {
        return boundary < snapshot.count()
                || (boundary == snapshot.count()
                        && snapshot.partMicros() > 0
                        && micros - snapshot.edge() <= snapshot.usualDuration() / 2);
    }

    /** A boundary, or the one just before it if the origin is discontinuous there: where all renditions can start. */
    int orDiscontinuityBefore(int boundary, int earliest) {
        boolean isCommon = boundary - 1 >= earliest
                && snapshot.segment(boundary - 1).isDiscontinuity()
                && snapshot.at(boundary) - snapshot.at(boundary - 1) <= BreakPlan.TOLERANCE_MICROS;
        return isCommon ? boundary - 1 : boundary;
    }

    /** The boundary nearest to one before which the origin has passed as many discontinuities as in other renditions. */
    int behindDiscontinuity(int boundary, int earliest, long expected) {
        for (int distance = 0; distance <= NEAR_SEGMENTS; distance++) {
            for (int i : new int[] {boundary - distance, boundary + distance}) {
                boolean isNear = i >= earliest
                        && i <= snapshot.count()
                        && Math.abs(snapshot.at(i) - snapshot.at(boundary)) <= targetMicros;
                if (isNear && snapshot.discontinuityBefore(i) == expected) {
                    return i;
                }
            }
        }
        return boundary;
    }

    /**
     * Where content goes on, once the ads are over; -1 as long as nothing is there of that segment. Slate ends earlier where other
     * renditions have gone on earlier, so that all show as much content before what comes next.
     *
     * @param mayWait whether the stream does not stall if nothing is new yet
     */
    int resume(LiveBreak each, Cut cut, AdLine line, int at, long driftMicros, boolean mayWait) {
        int own = behindAds(each, cut, line, at, driftMicros, mayWait);
        int shared = each.isOver() && !cut.playsContent() && line.endsWithSlate() ? returned(each, cut, line, at) : -1;
        return shared >= 0 && (own < 0 || shared < own) ? shared : own;
    }

    /** Where others have gone on, if the slate can end there, too; -1 if it cannot. */
    private int returned(LiveBreak each, Cut cut, AdLine line, int at) {
        long there = each.startMicros() + each.resumeMicros();
        int nearest = snapshot.nearest(there);
        int returned = withDiscontinuity(nearest, at, each.discontinuityBehind() - each.offsetBehind());
        long earliest = each.startMicros() + cut.skewMicros() + line.earliestEnd(cut.added());
        boolean isPossible = returned >= at
                && returned < snapshot.shown()
                && (returned < snapshot.count() || there - snapshot.edge() <= snapshot.usualDuration() / 2)
                && earliest <= snapshot.at(returned) + BreakPlan.TOLERANCE_MICROS;
        return isPossible ? returned : -1;
    }

    /**
     * Where content goes on, once the ads are over: less than a second before their end, or else behind it; -1 as long as nothing
     * is there of that segment. Where other renditions have gone on already, with as many of the origin's discontinuities passed.
     */
    private int behindAds(LiveBreak each, Cut cut, AdLine line, int at, long driftMicros, boolean mayWait) {
        long end = end(each, cut, line);
        int floor = Math.max(at, snapshot.floor(end));
        if (floor >= snapshot.shown()) {
            return -1;
        }
        long over = over(each, cut);
        int resume = floor;
        long early = end - snapshot.at(floor);
        if (early > BreakPlan.TOLERANCE_MICROS) {
            resume = floor + 1;
        } else if (early > 0 && !each.isOver() && isShortAtEdge(floor)) {
            return -1; // the segment behind it, which soon comes, may be where all renditions can go on
        } else if (early > 0) {
            boolean isLater = floor + 1 <= snapshot.nearest(over)
                    && Math.abs(driftMicros + end - snapshot.at(floor + 1)) < Math.abs(driftMicros + early);
            // Where the origin has a discontinuity, all renditions can go on, wherever their own boundaries are.
            resume = isLater || snapshot.isDiscontinuity(floor + 1) ? floor + 1 : floor;
        }
        int last = snapshot.nearest(over);
        boolean endsInOpen = resume == snapshot.count() && over - snapshot.edge() > SAME_MICROS;
        if (endsInOpen && over - end <= targetMicros && !isPressed) {
            return -1; // how long that segment will be is not known yet
        }
        if (resume < last && over - end <= targetMicros && isShared) {
            // Less than a segment of content would be none in renditions with other boundaries if a break follows, or a
            // discontinuity.
            if (each.isOver()) {
                long returned = each.startMicros() + each.resumeMicros();
                boolean isNearer = over - returned < returned - end
                        && snapshot.at(last) - end <= targetMicros
                        && returned <= over + SAME_MICROS;
                resume = isNearer ? last : resume;
            } else if (last < snapshot.shown()) {
                resume = snapshot.isDiscontinuity(last) ? last : resume;
            } else if (mayWait
                    && (line.endsWithSlate() || snapshot.at(last) - end <= targetMicros)
                    && !snapshot.playlist().endList()) {
                return -1; // what follows is not known yet
            }
        }
        if (!each.isOver()
                && !each.isEnded()
                && (isShortAtEdge(resume) || (mayWait && isShared && mayBreakOff(end, over)))) {
            return -1; // another break may follow, or a discontinuity, which renditions with longer segments see before
            // they show any content
        }
        if (!each.isOver() && isShared) {
            resume = orDiscontinuityBehind(resume, end);
        }
        if (each.isOver() && resume < snapshot.shown()) {
            resume = withDiscontinuity(resume, at, each.discontinuityBehind() - each.offsetBehind());
        }
        return orNone(resume);
    }

    /**
     * Whether less than a segment of content is there, and the origin may be discontinuous behind it, as it was before: others have
     * longer segments, the last one is cut there, or the break was to end in it.
     */
    private boolean mayBreakOff(long end, long over) {
        return snapshot.discontinuity(snapshot.count() - 1) > 0
                && snapshot.edge() - end < targetMicros
                && !snapshot.playlist().endList()
                && (snapshot.usualDuration() * 4 <= targetMicros * 3
                        || snapshot.lastDuration() * 4 <= snapshot.usualDuration() * 3
                        || (over > snapshot.at(snapshot.count() - 1) + SAME_MICROS && over <= snapshot.edge()));
    }

    /**
     * Where content goes on, or the discontinuity before which only as much of it stands as a segment may last: in other renditions
     * it would be a longer segment, or none.
     */
    private int orDiscontinuityBehind(int resume, long end) {
        for (int i = resume + 1; i <= snapshot.count() && snapshot.at(i) - end <= targetMicros; i++) {
            if (snapshot.isDiscontinuity(i)) {
                return i;
            }
        }
        return resume;
    }

    private int orNone(int boundary) {
        return boundary < snapshot.shown() ? boundary : -1;
    }

    /** Whether a break begins with the segment that is not yet complete: its parts must not be shown. */
    boolean isAtEdge(SignalledBreak each) {
        return each.startNanos() / 1_000 <= snapshot.offset(snapshot.count()) + targetMicros / 2;
    }

    /**
     * How far the marker of a break is from a boundary where its ads begin without dates, which is later; zero or less. Where it
     * has left the window, it is where other renditions saw it.
     *
     * @param skew how much later its ads begin than the break
     */
    long sinceMarker(LiveBreak each, int boundary, @Nullable SignalledBreak signal, long skew) {
        if (snapshot.isDated()) {
            return 0;
        }
        return signal == null || signal.joinedAfterNanos().isPresent()
                ? Math.min(Cut.UNSEEN, each.markedMicros() - each.startMicros() - skew)
                : Math.min(0, snapshot.at(places.boundary(signal)) - snapshot.at(boundary));
    }

    /**
     * Where content goes on, or the start of a break that begins before as much content as a segment may last: in renditions with
     * other boundaries there would be none between.
     *
     * @param end where ads end, and no more than that is left out
     */
    int orNextStart(int resume, long end, List<SignalledBreak> signalled) {
        int next = resume;
        for (SignalledBreak each : signalled) {
            int start = each.joinedAfterNanos().isPresent() ? -1 : places.boundary(each);
            if (start > next
                    && start < snapshot.count()
                    && snapshot.at(start) - snapshot.at(resume) < targetMicros
                    && snapshot.at(start) - end < targetMicros + BreakPlan.TOLERANCE_MICROS) {
                next = start;
            }
        }
        return next;
    }

    /** Whether content follows there, and no other break. */
    boolean noneStartsAt(int resume, List<SignalledBreak> signalled) {
        return signalled.stream()
                .noneMatch(each -> each.joinedAfterNanos().isEmpty() && places.boundary(each) == resume);
    }

    /**
     * How much later a break may start in other renditions, in microseconds. Where this one has shown a segment of content since the
     * break before, since it could not see that another begins there, all others have to show one.
     *
     * @param from where it starts in this rendition
     * @param breaks those before it
     * @param name that of this rendition
     */
    long lateElsewhere(int from, List<LiveBreak> breaks, String name) {
        LiveBreak last = breaks.isEmpty() ? null : breaks.get(breaks.size() - 1);
        Cut cut = last == null ? null : last.cut(name);
        if (last == null
                || cut == null
                || cut.isOpen()
                || !last.hasAds()
                || last.cuts().size() == 1) {
            return 0;
        }
        int resume = snapshot.indexOf(cut.start() + cut.removed());
        boolean isShort = resume >= 0 && from > resume && snapshot.at(from) - snapshot.at(resume) <= targetMicros;
        return isShort ? targetMicros : 0;
    }

    /** The boundary nearest to one whose segment has a discontinuity number of the origin; behind all if it soon comes. */
    private int withDiscontinuity(int boundary, int at, long expected) {
        for (int distance = 0; distance <= NEAR_SEGMENTS; distance++) {
            for (int i : new int[] {boundary + distance, boundary - distance}) {
                if (i >= at && i < snapshot.shown() && snapshot.discontinuity(i) == expected) {
                    return i;
                }
            }
        }
        boolean soonComes = expected > snapshot.discontinuity(snapshot.count() - 1)
                && snapshot.edge() - snapshot.at(boundary) <= targetMicros
                && !snapshot.playlist().endList();
        return soonComes ? snapshot.shown() : boundary;
    }

    /**
     * How many segments of content had left the window between the end of the ads and its first segment.
     *
     * @param unseen how many were in no snapshot; one more may have been seen that was held back
     */
    long missed(LiveBreak each, Cut cut, AdLine line, long unseen) {
        long own = each.startMicros() + cut.skewMicros();
        long due = end(each, cut, line);
        long length = own + each.lengthMicros();
        boolean waits = length > due && length - due <= targetMicros;
        long gap = snapshot.at(0) - (waits ? length : due);
        long average = Math.max(1, snapshot.offset(snapshot.count()) / snapshot.count());
        // Content goes on before ads end, by less than a second: a number too many that is left out tells no player
        // anything wrong.
        long likely = (gap + BreakPlan.TOLERANCE_MICROS) / average;
        long most = Math.max(unseen, Math.min(unseen + 1, gap / average));
        return Math.max(0, Math.min(Math.min(likely, most), snapshot.firstNumber() - cut.start()));
    }

    /**
     * How far an end may be from where it was to be and still be the same: where segments are cut for a break, the last one is
     * shorter; where they are not, start and end both stand at the nearest boundary.
     */
    long rounding(long snapshotNanos) {
        return uncutMicros(snapshot.nearest(places.micros(snapshotNanos))) + SAME_MICROS;
    }

    /** The same break, starting where a segment was cut for it: more exactly than where renditions that are not cut begin it. */
    LiveBreak startedExactly(LiveBreak each, int boundary) {
        long later = snapshot.at(boundary) - each.startMicros();
        boolean isOther = Math.abs(later) > SAME_MICROS && Math.abs(later) <= targetMicros / 2;
        boolean isCut = boundary >= 2 && uncutMicros(boundary) == 0;
        return isOther && isCut && snapshot.isDated() && !each.isOver() ? each.startingLater(later) : each;
    }

    private static boolean isSame(long duration, long other) {
        return Math.abs(duration - other) * 100 <= other;
    }

    /** How long the segment before a boundary is, if it is as long as the one before it and as most are; 0 if it is cut. */
    long uncutMicros(int boundary) {
        if (boundary < 2) {
            return 0;
        }
        long last = snapshot.offset(boundary) - snapshot.offset(boundary - 1);
        long before = snapshot.offset(boundary - 1) - snapshot.offset(boundary - 2);
        return isSame(last, before) && isSame(last, snapshot.usualDuration()) ? last : 0;
    }

    /** Whether a segment is one of the newest, and the next one comes within half a target duration. */
    private boolean isShortAtEdge(int index) {
        return index >= snapshot.count() - 1
                && !isPressed
                && !snapshot.playlist().endList()
                && snapshot.usualDuration() * 2 <= targetMicros;
    }

    /** Where its ads end here. */
    long end(LiveBreak each, Cut cut, AdLine line) {
        return each.startMicros()
                + cut.skewMicros()
                + (cut.playsContent() ? each.endMicros() : line.endOf(line.count() - 1));
    }

    /** Where a break is over: without dates its length counts from where it is marked here, or else from where its ads began. */
    private long over(LiveBreak each, Cut cut) {
        long from = snapshot.isDated() ? 0 : cut.skewMicros() + cut.sinceMarkerMicros();
        return each.startMicros() + from + each.lengthMicros();
    }

    /**
     * How far slate may go on beyond the end that was decided until content can: up to the next boundary, if the break lasts as
     * long here, where its ads may have begun earlier than in other renditions.
     */
    long room(LiveBreak each, Cut cut) {
        return Math.min(ownLength(each, cut), snapshot.edge() - each.startMicros() - cut.skewMicros());
    }

    /** How long a break lasts here, from where its ads began. */
    long ownLength(LiveBreak each, Cut cut) {
        return over(each, cut) - each.startMicros() - cut.skewMicros();
    }

    /**
     * How long a break lasts here, up to the boundary that is nearest to its end, the later one of two; very long as long as that is not
     * there.
     */
    long own(LiveBreak each, Cut cut) {
        int last = snapshot.nearest(over(each, cut) + SAME_MICROS);
        return last < snapshot.count() ? snapshot.at(last) - each.startMicros() - cut.skewMicros() : Long.MAX_VALUE / 4;
    }

    /** How many units of a break have begun here. */
    int begun(LiveBreak each, Cut cut, AdLine line) {
        if (cut.playsContent()) {
            long own = each.startMicros() + cut.skewMicros();
            return line.unitOfContent(snapshot.at(snapshot.count() - 1) - own, snapshot.edge() - own) + 1;
        }
        return cut.added() == 0 ? 0 : line.unitOf((int) cut.added() - 1) + 1;
    }

    /** How far apart boundaries are where ads end if breaks are extended: none is cut where they were to end. */
    long extendedGrid(LiveBreak each, long lengthBefore) {
        return each.hasSlate() || each.lengthMicros() <= lengthBefore + targetMicros / 2 ? 0 : snapshot.usualDuration();
    }

    /** How far apart they are where content went on elsewhere than at the end of a break that ads filled; 0 if it did not. */
    long returnedGrid(LiveBreak each, Cut cut, AdLine line, int resume) {
        long over = over(each, cut);
        long end = end(each, cut, line);
        boolean isElsewhere = Math.abs(snapshot.at(resume) - over) > BreakPlan.TOLERANCE_MICROS / 2;
        return isElsewhere && over - end <= targetMicros ? uncutMicros(resume) : 0;
    }
}
