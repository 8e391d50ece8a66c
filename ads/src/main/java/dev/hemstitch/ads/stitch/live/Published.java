package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rendition has published so far, beside a new snapshot: what is new, what was never seen, and how far ads may go on. */
final class Published {
    /** How far renditions without dates may be laid apart. */
    private static final long UNDATED_TARGETS = 2;

    /** Durations below the target duration and this are rounded to it. */
    private static final long LEAST_ROUNDED_UP = 499_000;

    /** How often players ask in a target duration, at least, where there are parts. */
    private static final long REFRESHES_OF_TARGET = 3;

    private final String rendition;
    private final Snapshot snapshot;
    private final @Nullable RenditionState before;
    private final LiveState.Session session;

    Published(String rendition, Snapshot snapshot, @Nullable RenditionState before, LiveState.Session session) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.before = before;
        this.session = session;
    }

    /** How many segments have left the window before this rendition was asked for again. */
    long unseen() {
        return before == null || hasRestarted() ? 0 : Math.max(0, snapshot.firstNumber() - before.edge() - 1);
    }

    /** Whether the snapshot goes on from what was published, with nothing unseen between. */
    boolean continues() {
        return before != null && (hasRestarted() || snapshot.indexOf(before.edge()) >= 0);
    }

    /** Up to where content or ads were shown without a gap, if there are no dates: others may be laid apart from it. */
    long shownWithoutDates() {
        return before != null && !snapshot.isDated() && !hasRestarted() && continues()
                ? before.edgeMicros()
                : Long.MIN_VALUE;
    }

    /** The index of the first segment that the snapshot before did not have. */
    int firstNew() {
        return before == null || hasRestarted() ? 0 : Math.max(0, snapshot.indexOf(before.edge()) + 1);
    }

    /**
     * The index of the first segment of the snapshot that was not published: of what is behind ads that were not all published the
     * snapshot before may have had some.
     *
     * @param offset what is added to the origin's numbers there
     */
    int firstUnpublished(long offset) {
        int firstNew = firstNew();
        return firstNew == 0 || before == null
                ? 0
                : Math.max(0, Math.min(firstNew, snapshot.indexOf(before.last() + 1 - offset)));
    }

    /**
     * Whether content was published from a break's start on, here or in renditions that would have seen its marker first: it was
     * passed over, and is not taken up later.
     */
    boolean passesOver(SignalledBreak signal, long startMicros, long otherEdge) {
        long target = session.targetDuration() * 1_000_000;
        long after = startMicros + target;
        return (before != null && !hasRestarted() && after < before.edgeMicros())
                || (signal.joinedAfterNanos().isPresent() && after < otherEdge)
                || (snapshot.isDated() && after + target < otherEdge);
    }

    /** Whether the origin counts anew since this rendition was asked for. */
    private boolean hasRestarted() {
        return before != null && before.restarts() != session.restarts();
    }

    /**
     * Whether parts show that the stream stalls if nothing is new until players ask the next time: they do so more often, but not for
     * each part.
     */
    boolean isPressed() {
        return snapshot.shown() > snapshot.count()
                && stallsBy(snapshot.edgeOfParts() + session.targetDuration() * 1_000_000 / REFRESHES_OF_TARGET);
    }

    /** Whether the stream would stall if nothing is new until a time. */
    boolean stallsBy(long micros) {
        return before != null
                && micros - (before.edgeMicros() - before.stalledMicros()) > session.targetDuration() * 1_500_000;
    }

    /** Whether more of the ads can be published than was. */
    boolean grows(LiveBreak each, Cut cut, AdLine line) {
        int published = (int) cut.added();
        return !cut.playsContent()
                && published < line.count()
                && each.startMicros() + cut.skewMicros() + line.endOf(published)
                        <= snapshot.edgeOfParts() + BreakPlan.TOLERANCE_MICROS;
    }

    /**
     * Publishes as much of the ads as the origin has of what they replace, and more only where the stream would stall or the
     * window be too short.
     *
     * @param laidOut what stands before them
     * @param number the output's number of the first one
     */
    Cut paced(Cut cut, AdLine line, LiveBreak each, List<LivePiece> laidOut, long number) {
        long own = each.startMicros() + cut.skewMicros();
        // Parts bring ads forward, but never by more than the segment that they are of.
        long farthest = snapshot.edge() + session.targetDuration() * 1_000_000 + LEAST_ROUNDED_UP;
        long most = Math.min(snapshot.edgeOfParts() + BreakPlan.TOLERANCE_MICROS, farthest);
        int count = (int) cut.added();
        while (count < line.count() && own + line.endOf(count) <= most) {
            count++;
        }
        // Parts let what comes next be listed before the origin's next segment is complete.
        boolean comesWithParts = snapshot.hasParts() && own + line.endOf(count) > farthest;
        boolean isLate = !comesWithParts && (stallsBy(snapshot.edge() + snapshot.lastDuration()) || isPressed());
        // One segment more, and not another one before the origin has come to its end: segments of the ads may be
        // longer.
        boolean isAhead = own + line.endOf(count - 1) > snapshot.edgeOfParts() + LiveBoundaries.SAME_MICROS;
        if (count == cut.added() && isLate && !isAhead && count < line.count() && !contentGrew(laidOut)) {
            count++;
        }
        Cut paced = new Cut(cut.start(), LiveBreak.OPEN, count, cut.skewMicros(), cut.resumeMicros());
        return count < line.count() ? filled(paced, line, each, laidOut, number, farthest) : paced;
    }

    /** The same with more of the ads if the window would else be shorter than three target durations, and the origin's is not. */
    private Cut filled(Cut cut, AdLine line, LiveBreak each, List<LivePiece> laidOut, long number, long farthest) {
        long least = session.targetDuration() * 3_000_000;
        long window = snapshot.offset(snapshot.count());
        if (window < least || window >= 2 * least) {
            return cut;
        }
        LiveWindow listing =
                new LiveWindow(rendition, snapshot, session, before == null ? Long.MIN_VALUE : before.first());
        LiveBreak begun = each.withCut(rendition, cut);
        int count = (int) cut.added();
        while (count < line.count() && each.startMicros() + cut.skewMicros() + line.endOf(count) <= farthest) {
            List<LivePiece> pieces = new ArrayList<>(laidOut);
            pieces.add(new LivePiece(0, count, number, 0, begun, line));
            if (listing.micros(pieces) >= least) {
                break;
            }
            count++;
        }
        return new Cut(cut.start(), LiveBreak.OPEN, count, cut.skewMicros(), cut.resumeMicros());
    }

    private boolean contentGrew(List<LivePiece> laidOut) {
        LivePiece last = laidOut.isEmpty() ? null : laidOut.get(laidOut.size() - 1);
        return before != null && last != null && last.number() + last.count() - 1 > before.last();
    }

    /** Whether the window has come so far that a marker of what starts at a time would be in it. */
    boolean isClearlyBehind(long micros) {
        long far = snapshot.isDated()
                ? session.targetDuration() * 500_000
                : UNDATED_TARGETS * session.targetDuration() * 1_000_000;
        return snapshot.at(snapshot.count() - 1) >= micros + far;
    }
}
