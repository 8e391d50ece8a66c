package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One refresh of one rendition: places the snapshot on the session's timeline, brings the breaks forward that it shows, and lays
 * out what is to be listed. Used once.
 */
final class LiveRefresh {
    private final LiveOptions options;
    private final LiveState state;
    private final LiveRendition rendition;
    private final Snapshot snapshot;
    private final LiveDecisions decisions;
    private final Optional<Instant> fetchedAt;
    private final @Nullable RenditionState before;
    private final List<LiveReason> reasons = new ArrayList<>();
    private final List<SignalledBreak> upcoming = new ArrayList<>();
    private final List<LiveBreak> breaks;
    private LiveState.Session session;
    private long offset;

    LiveRefresh(
            LiveOptions options,
            LiveState state,
            LiveRendition rendition,
            LiveSnapshot shared,
            LiveDecisions decisions) {
        this.options = options;
        this.state = state;
        this.rendition = rendition;
        this.snapshot = new Snapshot(shared);
        this.decisions = new KnownAds(decisions);
        this.fetchedAt = shared.fetchedAt();
        this.before = state.rendition(rendition.name());
        this.breaks = new ArrayList<>(state.breaks());
        this.session = state.session();
        this.offset = before == null ? 0 : before.offset();
    }

    LiveResult run() {
        if (snapshot.count() == 0) {
            return LiveResult.stale(snapshot.playlist(), state, List.of());
        }
        Relation relation = Relation.of(snapshot, before, session.zeroMicros(), isBehindRestart());
        if (relation == Relation.STALE || (relation != Relation.RESTARTED && (isBehindRestart() || isBehindEnd()))) {
            return stale(List.of());
        }
        snapshot.align(
                before == null || relation == Relation.RESTARTED
                        ? Alignment.own(rendition.name())
                        : before.alignment());
        new SessionClock(session, state.renditions(), before, relation, fetchedAt).place(snapshot);
        session = started();
        if (session.zeroMicros() != LiveState.NO_DATE && snapshot.date(0).isPresent()) {
            snapshot.placeByDates(session.zeroMicros());
        }
        if (relation == Relation.NEXT) {
            layBeside();
        }
        if (relation == Relation.RESTARTED && before != null) {
            restart(before);
        }
        if (relation == Relation.BEHIND_GAP && before != null) {
            skipGap(before);
        }
        LiveWalk walk = new LiveWalk(
                options, rendition, snapshot, state.renditions(), decisions, session, breaks, offset, reasons);
        walk.advance(relation == Relation.FIRST && state.renditions().isEmpty(), otherEdge(), upcoming);
        if (before != null
                && !walk.lost().isEmpty()
                && snapshot.edge() - before.edgeMicros() <= session.targetDuration() * 1_000_000) {
            // What was served last is still good; the ad may be had again when it no longer is.
            return new LiveRefresh(options, state, rendition, snapshot.shared(), decisions).stale(walk.lost());
        }
        LivePlaylist listing = listing(walk);
        MediaPlaylist playlist = listing.write();
        session = listing.session();
        RenditionState after = after(walk, listing);
        SortedMap<String, RenditionState> renditions = new TreeMap<>(state.renditions());
        renditions.put(rendition.name(), after);
        LiveState next = fromFirstListed(Passed.fold(session, walk.breaks(), renditions, state.passed(), snapshot));
        return new LiveResult(playlist, next, false, upcoming, reasons, decisions);
    }

    /** Without dates it may turn out late where a rendition is: when it shows a discontinuity that another one has shown. */
    private void layBeside() {
        CommonDiscontinuity.place(snapshot, state.renditions().values(), session.restarts())
                .ifPresent(zero -> {
                    long by = zero - snapshot.at(0);
                    if (Math.abs(by) > LiveBoundaries.SAME_MICROS) {
                        snapshot.place(zero);
                        breaks.replaceAll(each -> each.movedIn(rendition.name(), by));
                    }
                });
    }

    /** A session starts with the first segment that the viewer is given: with a pre-roll, not with the origin's first one. */
    private LiveState fromFirstListed(LiveState next) {
        if (!state.renditions().isEmpty()) {
            return next;
        }
        return next.breaks().stream()
                .filter(each -> each.id().equals(LiveBreak.PRE_ROLL) && each.hasAds())
                .findFirst()
                .map(preRoll -> LiveMerge.laidAt(next, -preRoll.startMicros()))
                .orElse(next);
    }

    /** Whether another rendition saw the origin restart, and this snapshot is still from before. */
    private boolean isBehindRestart() {
        boolean isBehind = false;
        for (LiveBreak each : breaks) {
            isBehind |= each.isRestart() && each.cut(rendition.name()) == null;
        }
        return before != null && isBehind;
    }

    /** Whether a rendition has ended, and this snapshot shows nothing new but is not at its end. */
    private boolean isBehindEnd() {
        return before != null
                && !snapshot.playlist().endList()
                && snapshot.lastNumber() == before.edge()
                && PostRoll.indexIn(breaks) >= 0;
    }

    /** What an older snapshot still shows of what was published, and nothing more. */
    private LiveResult stale(List<LiveReason> why) {
        if (before == null) {
            throw new IllegalStateException("nothing was published yet");
        }
        snapshot.place(before.edgeMicros());
        snapshot.correctDiscontinuities(before.correction());
        LiveWalk walk = new LiveWalk(
                options, rendition, snapshot, state.renditions(), decisions, session, breaks, offset, reasons);
        walk.repeat();
        LivePlaylist listing = listing(walk);
        return LiveResult.stale(listing.write(), state, why);
    }

    /** The number of the first segment that may be listed. */
    private long first(LiveWalk walk) {
        return before == null || walk.pieces().isEmpty() ? walk.least() : Math.max(walk.least(), before.first());
    }

    private LivePlaylist listing(LiveWalk walk) {
        LiveState walked = new LiveState(session, walk.breaks(), state.renditions());
        // Without dates renditions may be laid apart: a report that is late makes a player wait less than one that is
        // early.
        long edge = snapshot.edgeOfParts() - (snapshot.isDated() ? 0 : session.targetDuration() * 1_000_000);
        LiveReports reports = new LiveReports(walked, rendition, decisions, edge);
        return new LivePlaylist(
                rendition,
                snapshot,
                walk.pieces(),
                first(walk),
                session,
                reports,
                walk.breakFollows(),
                walk.endsAtEdge());
    }

    private LiveState.Session started() {
        MediaPlaylist playlist = snapshot.playlist();
        long zero = session.zeroMicros();
        if (zero == LiveState.NO_DATE && snapshot.date(0).isPresent()) {
            zero = snapshot.date(0).getAsLong() - snapshot.at(0);
        }
        long target = session.targetDuration() == 0 ? playlist.targetDuration().orElse(1) : session.targetDuration();
        return new LiveState.Session(
                zero,
                clock(),
                target,
                Math.max(session.version(), playlist.version().orElse(1)),
                session.discontinuityOffset(),
                session.lastDiscontinuity(),
                session.restarts(),
                session.isDependent(),
                session.hasDateRanges() || playlist.segmentsHave(HlsTag.DATERANGE));
    }

    /** How much the clock is ahead of the edge: the next rendition that is asked for will be at much the same place. */
    private long clock() {
        if (fetchedAt.isEmpty() || snapshot.isDated()) {
            return session.clockMicros();
        }
        return SessionClock.micros(fetchedAt.get()) - snapshot.edge();
    }

    /** The latest edge that any rendition has published. */
    private long otherEdge() {
        long latest = Long.MIN_VALUE;
        for (RenditionState each : state.renditions().values()) {
            latest = Math.max(latest, each.edgeMicros());
        }
        return latest;
    }

    /**
     * Behind a break that was left open and has been forgotten, numbers go on behind the last one that was published, but for one
     * that is left out for what was never seen.
     */
    private void skipGap(RenditionState published) {
        boolean isOn = breaks.stream().anyMatch(each -> !each.isRestart() && each.cut(rendition.name()) != null);
        long number = snapshot.firstNumber() + offset;
        boolean follows = snapshot.firstNumber() == published.edge() + 1 && number == published.last() + 1;
        if (!isOn && !follows && number <= published.last() + 1) {
            offset = published.last() + 2 - snapshot.firstNumber();
        }
    }

    /** Numbers go on behind the last ones that were published, in all renditions with the same discontinuity number. */
    private void restart(RenditionState published) {
        String name = rendition.name();
        LiveBreak known = null;
        for (LiveBreak each : breaks) {
            if (each.isRestart() && each.cut(name) == null) {
                known = each;
            }
        }
        if (known == null && published.restarts() == session.restarts()) {
            long number = session.lastDiscontinuity() + 1;
            long behind = number
                    - snapshot.discontinuityBefore(0)
                    - (snapshot.segment(0).isDiscontinuity() ? 1 : 0);
            known = new LiveBreak(
                    LiveBreak.RESTART,
                    snapshot.at(0),
                    0,
                    List.of(),
                    false,
                    true,
                    true,
                    number,
                    0,
                    0,
                    0,
                    behind,
                    new TreeMap<>());
            breaks.add(known);
            session = session.restarted();
        }
        int place = known == null ? -1 : breaks.lastIndexOf(known);
        for (int i = 0; i <= place; i++) {
            if (!breaks.get(i).isRestart()) {
                SortedMap<String, Cut> others = new TreeMap<>(breaks.get(i).cuts());
                others.remove(name);
                breaks.set(
                        i,
                        closed(breaks.get(i))
                                .with(breaks.get(i).units(), breaks.get(i).endMicros(), others));
            } else {
                breaks.set(i, breaks.get(i).withCut(name, new Cut(snapshot.firstNumber(), 0, 0, 0, 0)));
            }
        }
        // One number is left out, for what was never seen between: other renditions may have had discontinuities there.
        offset = published.last() + 2 - snapshot.firstNumber();
    }

    /** A break that the restart ends. */
    private static LiveBreak closed(LiveBreak each) {
        return each.hasAds() && !each.isOver() ? each.over(each.units(), each.endMicros(), each.offsetBehind()) : each;
    }

    private RenditionState after(LiveWalk walk, LivePlaylist listing) {
        int last = snapshot.count() - 1;
        long growth = before == null ? snapshot.edgeOfParts() : before.edgeMicros() - before.stalledMicros();
        boolean grew = before == null || listing.last() != before.last();
        return new RenditionState(
                snapshot.lastNumber(),
                snapshot.hash(last),
                snapshot.edge(),
                snapshot.discontinuity(last),
                snapshot.firstNumber(),
                snapshot.hash(0),
                snapshot.correction(),
                walk.offset(),
                listing.first(),
                listing.last(),
                walk.driftMicros(),
                grew ? -snapshot.partMicros() : snapshot.edge() - growth,
                session.restarts(),
                snapshot.partMicros(),
                walk.isUnmarked(),
                snapshot.alignment(),
                change(),
                walk.gridMicros(),
                CommonDiscontinuity.since(
                        snapshot, before == null || before.restarts() != session.restarts() ? null : before));
    }

    /** Where durations last changed, of what the snapshot shows anew if it goes on where the one before ended. */
    private Alignment.Change change() {
        if (snapshot.isDated()) {
            return Alignment.Change.NONE;
        }
        return before == null || before.restarts() != session.restarts()
                ? Alignment.Change.last(snapshot, 0, Alignment.Change.NONE)
                : Alignment.Change.last(snapshot, snapshot.indexOf(before.edge()), before.change());
    }

    /** Whether the origin numbers discontinuities that have left its window. */
    static boolean countsDiscontinuities(MediaPlaylist playlist) {
        return playlist.has(HlsTag.DISCONTINUITY_SEQUENCE);
    }
}
