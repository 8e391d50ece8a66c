package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.PreparedCues;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a snapshot from break to break, in one rendition: what is decided is carried out, what the origin says anew is
 * taken up, and what is left between is content. All that other renditions must agree with goes into the breaks.
 */
// Size: each kind of break is a few steps that go over into each other; what they lay out is kept elsewhere.
final class LiveWalk {
    private final LiveOptions options;
    private final String name;
    private final Snapshot snapshot;
    private final Map<String, RenditionState> renditions;
    private final @Nullable RenditionState before;
    private final LiveDecisions decisions;
    private final LiveState.Session session;
    private final List<LiveBreak> breaks;
    private final List<LiveReason> reasons;
    private final LiveBoundaries boundaries;
    private final SignalPlaces places;
    private final Published published;
    private final LiveLayout layout;
    private final int start;

    /** Whether the viewer has no other rendition so far. */
    private final boolean isOnly;

    private long driftMicros;
    private boolean isUnmarked;
    private long gridMicros;

    /** What the snapshot signals. */
    private List<SignalledBreak> signalled = List.of();

    /** What of that is of breaks that are known. */
    private final Set<SignalledBreak> matched = new HashSet<>();

    /** Whether a break starts with the segment that is not yet complete. */
    private boolean breakFollows;

    LiveWalk(
            LiveOptions options,
            LiveRendition rendition,
            Snapshot snapshot,
            Map<String, RenditionState> renditions,
            LiveDecisions decisions,
            LiveState.Session session,
            List<LiveBreak> breaks,
            long offset,
            List<LiveReason> reasons) {
        this.options = options;
        this.name = rendition.name();
        this.snapshot = snapshot;
        this.renditions = renditions;
        this.before = renditions.get(rendition.name());
        this.decisions = decisions;
        this.session = session;
        this.published = new Published(name, snapshot, before, session);
        this.isOnly = renditions.isEmpty() || (renditions.size() == 1 && before != null);
        this.boundaries =
                new LiveBoundaries(snapshot, session.targetDuration() * 1_000_000, !isOnly, published.isPressed());
        this.places = boundaries.places();
        this.breaks = breaks;
        this.reasons = reasons;
        this.driftMicros = before == null ? 0 : before.driftMicros();
        this.isUnmarked = before != null && before.isUnmarked();
        this.gridMicros = before == null ? 0 : before.gridMicros();
        RestartPlace restart = RestartPlace.of(breaks, name, snapshot, before == null);
        this.start = restart.behind();
        LiveBreak last = start > 0 ? breaks.get(start - 1) : null;
        long behind = last == null ? session.discontinuityOffset() : last.offsetBehind();
        this.layout = new LiveLayout(name, snapshot, decisions, offset, behind, last, restart.index());
    }

    List<LivePiece> pieces() {
        return layout.pieces();
    }

    List<LiveBreak> breaks() {
        return breaks;
    }

    /** What is added to the origin's numbers before the first break. */
    long offset() {
        return layout.baseOffset();
    }

    /** The least number that may be listed. */
    long least() {
        return layout.least();
    }

    /** The breaks of which an ad cannot be had that was listed last. */
    List<LiveReason> lost() {
        if (layout.lost().isEmpty()) {
            return List.of();
        }
        return layout.lost().stream()
                .filter(each -> before != null && before.first() < each.behind())
                .map(each -> lost(each.each()))
                .toList();
    }

    private static LiveReason lost(LiveBreak each) {
        return new LiveReason(each.id(), Optional.empty(), SkipReason.AD_LOST, "an ad of it cannot be had any more");
    }

    boolean breakFollows() {
        return breakFollows;
    }

    /** The break behind which content goes on with the segment that is not yet complete; null if there is none. */
    @Nullable
    LiveBreak endsAtEdge() {
        return layout.isOpen() || layout.at() < snapshot.count() ? null : layout.previous();
    }

    long driftMicros() {
        return driftMicros;
    }

    boolean isUnmarked() {
        return isUnmarked;
    }

    long gridMicros() {
        return gridMicros;
    }

    // --- the walk

    /** Lays out what was published, as far as an older snapshot shows it. */
    void repeat() {
        for (int i = start; i < breaks.size() && !layout.isOpen(); i++) {
            Cut cut = breaks.get(i).cut(name);
            if (breaks.get(i).hasAds() && cut != null) {
                if (snapshot.indexOf(cut.start()) > snapshot.count()) {
                    break;
                }
                int behind = snapshot.indexOf(cut.start() + Math.max(0, cut.removed()));
                if (cut.isOpen() || behind > snapshot.count()) {
                    AdLine line = AdLine.of(breaks.get(i), name, decisions, (int) Math.max(0, cut.added()));
                    layout.content(snapshot.indexOf(cut.start()));
                    layout.open(breaks.get(i), cut, line);
                } else {
                    layout.closed(breaks.get(i), cut);
                }
            }
        }
        if (!layout.isOpen()) {
            layout.content(snapshot.count());
        }
    }

    /**
     * Brings all breaks forward.
     *
     * @param isNewViewer whether nothing was published for the viewer yet
     * @param otherEdge how far any rendition has come
     * @param upcoming takes breaks that are signalled and whose first segment is not there yet
     */
    void advance(boolean isNewViewer, long otherEdge, List<SignalledBreak> upcoming) {
        int known = breaks.size();
        SignalMatching matching = new SignalMatching(name, snapshot, session, renditions, breaks, start);
        LiveSnapshot shared = snapshot.shared();
        PreparedCues cues = shared.cues(options.cues());
        List<SignalledBreak> own = snapshot.isDated() ? List.of() : shared.signalled(options.cues(), List.of());
        if (!published.continues()) {
            matching.place(own);
        }
        signalled = shared.signalled(
                options.cues(),
                KnownSignals.of(name, breaks, start, snapshot, cues, own, target(), published.shownWithoutDates()));
        List<@Nullable SignalledBreak> signals = matching.match(signalled, matched);
        if (isNewViewer) {
            preRoll();
        }
        for (int i = start; i < known; i++) {
            step(i, signals.get(i - start));
        }
        for (SignalledBreak each : signalled) {
            if (!matched.contains(each)) {
                create(each, upcoming, otherEdge);
            }
        }
        if (!layout.isOpen()) {
            layout.content(snapshot.count());
        }
        if (snapshot.playlist().endList()) {
            postRoll();
        }
    }

    private void step(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        if (!each.hasAds()) {
            breaks.set(index, LiveSignals.ended(each, signal, boundaries));
            return;
        }
        Cut cut = each.cut(name);
        if (layout.isOpen() || (cut == null && PostRoll.is(each))) {
            return; // a post-roll comes when all else is laid out
        }
        if (cut == null) {
            begin(index, signal);
        } else if (cut.isOpen()) {
            goOn(index, cut, signal);
        } else {
            breaks.set(index, LiveSignals.marked(each, signal));
            layout.closed(breaks.get(index), cut);
        }
    }

    // --- breaks that other refreshes know

    /** Starts a break that another rendition has started. */
    private void begin(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        long over = each.startMicros() + (each.isOver() ? each.resumeMicros() : each.lengthMicros());
        if (over <= snapshot.at(0) + LiveBoundaries.SAME_MICROS) {
            missed(index);
            return;
        }
        if (each.startMicros() + target() / 2 < snapshot.at(0) && layout.at() == 0) {
            if (each.isOver() && snapshot.nearest(over) == 0) {
                missed(index);
            } else {
                joinAt(index, signal);
            }
            return;
        }
        boolean tells = signal != null && signal.joinedAfterNanos().isEmpty();
        LiveBreak previous = layout.previous();
        boolean isAdjacent = previous != null && each.follows(previous);
        boolean mayBeMarked = signal == null && each.isSignalled() && !isUnmarked && !isAdjacent;
        if (mayBeMarked && !published.isClearlyBehind(each.startMicros())) {
            breakFollows = true; // its own marker says where it starts better than others' do
            return;
        }
        isUnmarked = each.isSignalled() ? signal == null && !isAdjacent : isUnmarked;
        int boundary =
                signal != null && tells ? boundaries.startedAt(each, signal) : snapshot.nearest(each.startMicros());
        if (isAdjacent) {
            boundary = layout.at();
        } else {
            int earliest = Math.max(
                    previous == null ? layout.at() : layout.at() + 1, published.firstUnpublished(layout.offset()));
            boundary = boundaries.behindDiscontinuity(
                    Math.max(boundary, earliest),
                    earliest,
                    each.firstDiscontinuity() - 1 - layout.discontinuityOffset());
        }
        if (boundaries.isThere(boundary, each.startMicros())) {
            if (published.firstNew() == 0 && boundary > layout.at() && showsNothingBefore(each)) {
                layout.beginAt(boundary);
            }
            startAt(index, boundary, signal);
        } else {
            breakFollows |= tells || each.startMicros() - snapshot.edge() <= target() / 2;
        }
    }

    /** Whether in other renditions ads stand before it, of a break that this one has missed. */
    private boolean showsNothingBefore(LiveBreak each) {
        return snapshot.discontinuity(layout.at()) + layout.discontinuityOffset() >= each.firstDiscontinuity();
    }

    /** Joins a break that has begun before this rendition's window: its ads are where they are in other renditions. */
    private void joinAt(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        // A number is left out, at least, for what was never seen between what was published and what is listed now.
        layout.joinAfter(
                before == null ? 0 : Math.max(0, before.last() + 2 - snapshot.firstNumber() - layout.offset()));
        AdLine line = AdLine.of(each, name, decisions, 0);
        tellContent(each, line);
        int gone = line.startingFrom(snapshot.at(0) - each.startMicros());
        long start = snapshot.firstNumber() - (line.hasOwnMedia() ? gone : 1);
        goOn(index, new Cut(start, LiveBreak.OPEN, line.hasOwnMedia() ? gone : Cut.CONTENT, 0, 0), signal);
    }

    private void startAt(int index, int boundary, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        if (each.id().equals(LiveBreak.PRE_ROLL) && before == null) {
            layout.beginAt(boundary);
        } else if (signal != null && !layout.followsAds(boundary)) {
            each = boundaries.startedExactly(each, boundary);
            breaks.set(index, each);
        }
        layout.content(boundary);
        AdLine line = AdLine.of(each, name, decisions, 0);
        tellContent(each, line);
        long begins = layout.beginsAt(boundary, snapshot.at(boundary));
        driftMicros -= layout.followsAds(boundary) ? layout.overMicros() : 0; // these ads go on from there
        Cut cut = new Cut(
                snapshot.firstNumber() + boundary,
                LiveBreak.OPEN,
                line.hasOwnMedia() ? 0 : Cut.CONTENT,
                begins - each.startMicros(),
                boundaries.sinceMarker(each, boundary, signal, begins - each.startMicros()));
        goOn(index, cut, signal);
    }

    private void tellContent(LiveBreak each, AdLine line) {
        if (line.isComplete() && !line.hasOwnMedia()) {
            reasons.add(new LiveReason(
                    each.id(),
                    Optional.empty(),
                    SkipReason.NO_MATCHING_RENDITION,
                    "one of its ads, or the slate, has nothing for " + name + ": there its content plays on"));
        }
    }

    /** A break that left the window before this rendition was asked for: it only counts. */
    private void missed(int index) {
        LiveBreak each = breaks.get(index);
        if (!each.isOver()) {
            each = each.overBefore(snapshot.discontinuityBefore(0), Math.max(1, each.units()), each.lengthMicros());
            breaks.set(index, each);
        }
        layout.missed(each);
    }

    // --- a break that runs

    private void goOn(int index, Cut cut, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index).withCut(name, cut);
        int begunWith = cut.playsContent() ? 0 : (int) cut.added();
        layout.content(snapshot.indexOf(cut.start()));
        AdLine line = AdLine.of(each, name, decisions, begunWith);
        if (!line.isComplete()) {
            lost(index, cut);
            return;
        }
        if (signal != null && !each.isEnded() && !each.isOver()) {
            long length = each.lengthMicros();
            each = LiveSignals.signalled(
                    each, cut, signal, line, begunWith, snapshot, boundaries, plan(gridMicros), decisions);
            breaks.set(index, each);
            if (!each.hasAds()) {
                return;
            }
            gridMicros = Math.max(gridMicros, boundaries.extendedGrid(each, length));
            line = AdLine.of(each, name, decisions, begunWith);
        }
        if (!each.isOver() && !cut.playsContent() && snapshot.isDated()) {
            // Without dates it may be laid apart from where others are, and end elsewhere.
            line.shortenSlate(boundaries.own(each, cut), cut.added());
        }
        boolean grows = published.grows(each, cut, line);
        boolean mayWait = grows
                || (!published.isPressed()
                        && (cut.added() < line.count() || !published.stallsBy(snapshot.edgeOfParts())));
        int resume =
                (grows ? boundaries.patient() : boundaries).resume(each, cut, line, layout.at(), driftMicros, mayWait);
        if (resume >= 0 && !mayWait && bridges(each, cut, line)) {
            resume = -1;
        }
        if (resume >= 0 && !each.isOver()) {
            resume = boundaries.orNextStart(resume, boundaries.end(each, cut, line), signalled);
        }
        breakFollows |= resume == snapshot.count() && followedAtEdge(index);
        if (resume < 0) {
            breakFollows |= !cut.playsContent() || snapshot.indexOf(cut.start()) == snapshot.count();
            if (cut.added() == line.count()) {
                line.extendSlate(boundaries.room(each, cut), 0, driftMicros);
            }
            Cut paced = cut.playsContent()
                    ? cut
                    : published.paced(cut, line, each, layout.pieces(), cut.start() + layout.offset());
            each = each.withCut(name, paced).withUnits(Math.max(each.units(), boundaries.begun(each, paced, line)));
            breaks.set(index, each);
            layout.open(each, paced, line);
        } else {
            end(index, each, cut, line, resume);
        }
    }

    /** Whether a segment of slate bridges the time until it is known where content can go on in all renditions. */
    private boolean bridges(LiveBreak each, Cut cut, AdLine line) {
        return !isOnly
                && !each.isOver()
                && !cut.playsContent()
                && cut.added() == line.count()
                && boundaries.end(each, cut, line) <= snapshot.edgeOfParts() + LiveBoundaries.SAME_MICROS
                && boundaries.patient().resume(each, cut, line, layout.at(), driftMicros, true) < 0
                && line.prolongSlate(boundaries.ownLength(each, cut) + BreakPlan.TOLERANCE_MICROS);
    }

    /** Whether another break begins with the segment that is not yet complete. */
    private boolean followedAtEdge(int index) {
        LiveBreak next = index + 1 < breaks.size() ? breaks.get(index + 1) : null;
        return (next != null && next.startMicros() - snapshot.edge() <= target() / 2)
                || signalled.stream()
                        .anyMatch(each -> !matched.contains(each)
                                && boundaries.isAtEdge(each)
                                && places.until(each) > snapshot.edge());
    }

    private BreakPlan plan(long grid) {
        return plan(Drift.of(renditions, name, driftMicros, grid));
    }

    private BreakPlan plan(Drift drift) {
        return new BreakPlan(options, session.targetDuration(), drift, reasons);
    }

    private void end(int index, LiveBreak running, Cut cut, AdLine line, int resume) {
        LiveBreak each = running;
        if (!each.isOver()) {
            each = each.overBefore(
                    snapshot.discontinuity(resume), line.units().size(), snapshot.at(resume) - each.startMicros());
        }
        long replaced = layout.replaced(each, cut, resume);
        if (running.isOver() && !cut.playsContent()) {
            line.shortenSlate(replaced, cut.added());
        }
        long missed = resume == 0 ? boundaries.missed(each, cut, line, published.unseen()) : 0;
        boolean isFollowed = index + 1 < breaks.size() && breaks.get(index + 1).follows(each);
        if (!cut.playsContent() && missed == 0 && !isFollowed && boundaries.noneStartsAt(resume, signalled)) {
            line.extendSlate(replaced, BreakPlan.TOLERANCE_MICROS, driftMicros);
        }
        Cut ended = new Cut(
                cut.start(),
                snapshot.firstNumber() + resume - missed - cut.start(),
                cut.playsContent() ? Cut.CONTENT : line.count(),
                cut.skewMicros(),
                snapshot.at(resume) - each.startMicros());
        if (!cut.playsContent() && resume > 0) {
            driftMicros += line.endOf(line.count() - 1) - replaced;
            gridMicros = Math.max(gridMicros, boundaries.returnedGrid(each, cut, line, resume));
        }
        each = each.withCut(name, ended);
        breaks.set(index, each);
        if (missed > 0) {
            layout.left(each, ended);
        } else {
            layout.close(each, ended, line, resume);
        }
    }

    private long target() {
        return session.targetDuration() * 1_000_000;
    }

    /** An ad can no longer be had: content goes on, and nothing before it can be listed. */
    private void lost(int index, Cut cut) {
        LiveBreak each = breaks.get(index);
        int resume = Math.max(layout.at(), Math.min(snapshot.count() - 1, published.firstNew()));
        reasons.add(lost(each));
        if (!each.isOver()) {
            each = each.overBefore(
                    snapshot.discontinuity(resume),
                    Math.max(1, each.units()),
                    snapshot.at(resume) - each.startMicros());
        }
        long added = Math.max(0, cut.added());
        Cut ended = new Cut(
                cut.start(),
                snapshot.firstNumber() + resume - cut.start(),
                added,
                cut.skewMicros(),
                snapshot.at(resume) - each.startMicros());
        each = each.withCut(name, ended);
        breaks.set(index, each);
        layout.lost(each, ended, resume);
    }

    // --- breaks that are new

    private void create(SignalledBreak signal, List<SignalledBreak> upcoming, long otherEdge) {
        long natural = places.start(signal);
        int boundary = signal.joinedAfterNanos().isPresent() ? 0 : places.boundary(signal);
        if (!boundaries.isThere(boundary, natural)) {
            upcoming.add(signal);
            breakFollows |= boundaries.isAtEdge(signal);
            return;
        }
        long until = places.until(signal);
        boolean laterIsKnown = breaks.stream().skip(start).anyMatch(each -> each.isSignalledBehind(natural));
        if (layout.isOpen() || laterIsKnown || until <= snapshot.at(0)) {
            return;
        }
        // Other renditions have gone on with content before it, so this one must show some.
        LiveBreak previous = layout.previous();
        int at = layout.at();
        boolean isBehindContent = previous != null && previous.isOverInOthers(name);
        int earliest = Math.max(isBehindContent ? at + 1 : at, published.firstUnpublished(layout.offset()));
        int from = Math.max(boundary, earliest);
        boolean hasPassed = isBehindContent && natural < snapshot.at(at) - target() / 2;
        if (!boundaries.isThere(from, natural)
                || hasPassed
                || (!layout.followsAds(from) && published.passesOver(signal, natural, otherEdge))) {
            return;
        }
        from = boundaries.orDiscontinuityBefore(from, earliest);
        // A date says when it starts in all renditions; this one starts at the boundary that is nearest to it.
        boolean isOnTime = from == boundary && signal.joinedAfterNanos().isEmpty();
        long onTime = isOnTime ? natural : snapshot.at(from);
        // Renditions whose ads before it end earlier begin earlier, but what fits, fits in all.
        long begins = Math.max(onTime, layout.beginsAt(from, onTime));
        begins = previous != null && from == at ? Math.max(begins, previous.adsEndMicros()) : begins;
        LiveBreak empty = LiveBreak.untouched(LiveSignals.idOf(signal, natural, breaks), begins, until - begins);
        boolean isLate = snapshot.at(from) - natural > session.targetDuration() * 500_000;
        Optional<LiveReason> refused =
                LiveSignals.refusal(signal, empty, isLate || otherEdge > snapshot.at(from) + 2 * target(), options);
        if (refused.isPresent()) {
            reasons.add(refused.get());
            breaks.add(places.untouched(empty, signal));
            return;
        }
        Optional<List<LiveAd>> ads = decisions.ads(signal);
        if (ads.isEmpty() && from == snapshot.count()) {
            upcoming.add(signal); // there is time until that segment is complete
            breakFollows = true;
            return;
        }
        if (ads.isEmpty()) {
            reasons.add(new LiveReason(
                    empty.id(),
                    Optional.empty(),
                    SkipReason.NO_DECISION,
                    "there was no answer when its first segment was published"));
        }
        decide(empty, ads.orElse(List.of()), from, signal);
    }

    private void decide(LiveBreak empty, List<LiveAd> ads, int from, @Nullable SignalledBreak signal) {
        LiveBreak previous = layout.previous();
        long number = previous != null && from == layout.at()
                ? previous.discontinuityBehind()
                : snapshot.discontinuityBefore(from) + layout.discontinuityOffset() + 1;
        LiveBreak numbered = empty.measured(
                        signal != null && signal.durationNanos().isPresent())
                .numbered(number);
        Drift drift = Drift.of(renditions, name, driftMicros, Math.max(gridMicros, boundaries.uncutMicros(from)));
        LiveBreak decided = plan(isOnly
                        ? drift.ofOne(snapshot.usualDuration(), snapshot.edge() - snapshot.at(from))
                        : drift)
                .decide(numbered, boundaries.lateElsewhere(from, breaks, name), ads, decisions.slate());
        breaks.add(decided.hasAds() || signal == null ? decided : places.untouched(decided, signal));
        if (decided.hasAds()) {
            startAt(breaks.size() - 1, from, signal);
        }
    }

    /** Ads in place of the first content that a new viewer would see, as much as players start from. */
    private void preRoll() {
        List<LiveAd> ads = decisions.preRoll();
        long length = ads.stream().mapToLong(ad -> ad.durationNanos() / 1_000).sum();
        if (length == 0) {
            return;
        }
        int from = snapshot.startingWith(session.targetDuration() * 3_000_000);
        decide(LiveBreak.untouched(LiveBreak.PRE_ROLL, snapshot.at(from), length), ads, from, null);
    }

    /** Ads behind the last content of a channel that has ended; none for good where there were none when that was first seen. */
    private void postRoll() {
        int index = PostRoll.indexIn(breaks);
        if (index < 0) {
            index = breaks.size();
            breaks.add(new PostRoll(options, snapshot, session, decisions, reasons)
                    .decide(name, layout.isOpen(), layout.discontinuityOffset()));
        }
        Cut cut = layout.isOpen()
                ? null
                : PostRoll.cut(breaks.get(index), name, snapshot, layout.discontinuityOffset(), decisions);
        if (cut != null) {
            breaks.set(index, breaks.get(index).withCut(name, cut));
            layout.closed(breaks.get(index), cut);
        }
    }
}
