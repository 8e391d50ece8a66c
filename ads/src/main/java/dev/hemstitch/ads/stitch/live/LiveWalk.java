package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
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
// Size: one walk with its place, offsets and the break before; its steps would only pass these to each other.
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
    private final List<LivePiece> pieces = new ArrayList<>();
    private final LiveBoundaries boundaries;
    private final Published published;
    private long baseOffset;
    private final int start;
    private final int restartIndex;
    private long driftMicros;
    private boolean isUnmarked;
    private long gridMicros;

    /** The index of the first segment that is not laid out. */
    private int at;

    /** What is added to the origin's numbers of segments here. */
    private long offset;

    /** What is added to its numbers of discontinuities. */
    private long discontinuityOffset;

    /** The break that ends right here. */
    private @Nullable LiveBreak previous;

    /** How far its ads reach beyond this place; less than zero if they end before it. */
    private long overMicros;

    /** Whether all that follows is still replaced. */
    private boolean isOpen;

    private long least = Long.MIN_VALUE;

    /** What the snapshot signals. */
    private List<SignalledBreak> signalled = List.of();

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
        this.boundaries = new LiveBoundaries(snapshot, session.targetDuration() * 1_000_000);
        this.published = new Published(snapshot, before, session);
        this.breaks = breaks;
        this.baseOffset = offset;
        this.offset = offset;
        this.reasons = reasons;
        this.driftMicros = before == null ? 0 : before.driftMicros();
        this.isUnmarked = before != null && before.isUnmarked();
        this.gridMicros = before == null ? 0 : before.gridMicros();
        this.discontinuityOffset = session.discontinuityOffset();
        RestartPlace restart = RestartPlace.of(breaks, name, snapshot, before == null);
        this.start = restart.behind();
        this.restartIndex = restart.index();
        if (start > 0) {
            discontinuityOffset = breaks.get(start - 1).offsetBehind();
        }
    }

    List<LivePiece> pieces() {
        return pieces;
    }

    List<LiveBreak> breaks() {
        return breaks;
    }

    /** What is added to the origin's numbers before the first break. */
    long offset() {
        return baseOffset;
    }

    /** The least number that may be listed: that of the first segment if what would stand before it was never published. */
    long least() {
        return least;
    }

    boolean breakFollows() {
        return breakFollows;
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
        for (int i = start; i < breaks.size() && !isOpen; i++) {
            Cut cut = breaks.get(i).cut(name);
            if (breaks.get(i).hasAds() && cut != null) {
                if (snapshot.indexOf(cut.start()) > snapshot.count()) {
                    break;
                }
                int behind = snapshot.indexOf(cut.start() + Math.max(0, cut.removed()));
                if (cut.isOpen() || behind > snapshot.count()) {
                    AdLine line = AdLine.of(breaks.get(i), name, decisions, (int) Math.max(0, cut.added()));
                    content(snapshot.indexOf(cut.start()));
                    open(breaks.get(i), cut, line);
                } else {
                    closed(breaks.get(i), cut);
                }
            }
        }
        if (!isOpen) {
            content(snapshot.count());
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
        if (isNewViewer) {
            preRoll();
        }
        SignalMatching matching = new SignalMatching(name, snapshot, session, renditions, breaks, start);
        signalled = options.cues()
                .read(snapshot.playlist(), KnownSignals.of(breaks, start, snapshot, target()))
                .breaks();
        Set<SignalledBreak> matched = new HashSet<>();
        List<@Nullable SignalledBreak> signals = matching.match(signalled, matched);
        for (int i = start; i < known; i++) {
            step(i, signals.get(i - start));
        }
        for (SignalledBreak each : signalled) {
            if (!matched.contains(each)) {
                create(each, upcoming, otherEdge);
            }
        }
        if (!isOpen) {
            content(snapshot.count());
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
        if (isOpen || (cut == null && PostRoll.is(each))) {
            return; // a post-roll comes when all else is laid out
        }
        if (cut == null) {
            begin(index, signal);
        } else if (cut.isOpen()) {
            goOn(index, cut, signal);
        } else {
            closed(each, cut);
        }
    }

    // --- content

    private void content(int to) {
        int from = at;
        if (restartIndex > from && restartIndex < to) {
            piece(from, restartIndex);
            piece(restartIndex, to);
        } else if (to > from) {
            piece(from, to);
        }
        at = Math.max(at, to);
    }

    private void piece(int from, int to) {
        LiveBreak seam = previous;
        if (seam == null && from == restartIndex) {
            seam = breaks.get(start - 1);
        }
        pieces.add(new LivePiece(from, to, snapshot.firstNumber() + from + offset, discontinuityOffset, seam, null));
        previous = null;
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
        if (each.startMicros() + target() / 2 < snapshot.at(0) && at == 0) {
            if (each.isOver() && snapshot.nearest(over) == 0) {
                missed(index);
            } else {
                joinAt(index, signal);
            }
            return;
        }
        boolean tells = signal != null && signal.joinedAfterNanos().isEmpty();
        boolean isAdjacent = previous != null && each.follows(previous);
        if (signal == null && !isUnmarked && !isAdjacent && !published.isClearlyBehind(each.startMicros())) {
            breakFollows = true; // its own marker says where it starts better than others' do
            return;
        }
        isUnmarked = signal == null && !isAdjacent;
        int boundary = signal != null && tells ? boundaries.boundary(signal) : snapshot.nearest(each.startMicros());
        if (isAdjacent) {
            boundary = at;
        } else {
            int earliest = Math.max(previous == null ? at : at + 1, published.firstNew());
            boundary = boundaries.behindDiscontinuity(
                    Math.max(boundary, earliest), earliest, each.firstDiscontinuity() - 1 - discontinuityOffset);
        }
        if (boundary < snapshot.count()) {
            startAt(index, boundary, signal);
        } else {
            breakFollows |= tells || each.startMicros() - snapshot.edge() <= target() / 2;
        }
    }

    /** Joins a break that has begun before this rendition's window: its ads are where they are in other renditions. */
    private void joinAt(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        pieces.clear(); // nothing from before it is left
        skipPublished();
        least = snapshot.firstNumber() + offset;
        previous = null;
        AdLine line = AdLine.of(each, name, decisions, 0);
        int gone = line.startingFrom(snapshot.at(0) - each.startMicros());
        long start = snapshot.firstNumber() - (line.hasOwnMedia() ? gone : 1);
        goOn(index, new Cut(start, LiveBreak.OPEN, line.hasOwnMedia() ? gone : Cut.CONTENT, 0, 0), signal);
    }

    /** Leaves a number out, at least, for what was never seen between what was published and what is listed now. */
    private void skipPublished() {
        long skip = before == null ? 0 : Math.max(0, before.last() + 2 - snapshot.firstNumber() - offset);
        offset += skip;
        baseOffset += skip;
    }

    private void startAt(int index, int boundary, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        if (each.id().equals(LiveBreak.PRE_ROLL) && before == null) {
            at = boundary;
        } else if (signal != null && !followsAds(boundary)) {
            each = boundaries.startedExactly(each, boundary);
            breaks.set(index, each);
        }
        content(boundary);
        boolean hasMedia = AdLine.of(each, name, decisions, 0).hasOwnMedia();
        long begins = beginsAt(boundary, snapshot.at(boundary));
        driftMicros -= followsAds(boundary) ? overMicros : 0; // these ads go on from there
        Cut cut = new Cut(
                snapshot.firstNumber() + boundary,
                LiveBreak.OPEN,
                hasMedia ? 0 : Cut.CONTENT,
                begins - each.startMicros(),
                boundaries.sinceMarker(boundary, signal));
        goOn(index, cut, signal);
    }

    /** A break that left the window before this rendition was asked for: it only counts. */
    private void missed(int index) {
        LiveBreak each = breaks.get(index);
        if (!each.isOver()) {
            each = each.overBefore(snapshot.discontinuityBefore(0), Math.max(1, each.units()), each.lengthMicros());
            breaks.set(index, each);
        }
        discontinuityOffset = each.offsetBehind();
    }

    // --- a break that runs

    private void goOn(int index, Cut cut, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        int begunWith = cut.playsContent() ? 0 : (int) cut.added();
        content(snapshot.indexOf(cut.start()));
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
        int resume = boundaries.resume(each, cut, line, at, driftMicros);
        if (resume >= 0 && !each.isOver()) {
            resume = boundaries.orNextStart(resume, signalled);
        }
        if (resume < 0) {
            isOpen = true;
            Cut paced = cut.playsContent() ? cut : published.paced(cut, line, each, pieces);
            each = each.withCut(name, paced).withUnits(Math.max(each.units(), boundaries.begun(each, paced, line)));
            breaks.set(index, each);
            open(each, paced, line);
        } else {
            end(index, each, cut, line, resume);
        }
    }

    private BreakPlan plan(long grid) {
        Drift drift = Drift.of(renditions, name, driftMicros, grid);
        return new BreakPlan(options, session.targetDuration(), drift, reasons);
    }

    private void open(LiveBreak each, Cut cut, AdLine line) {
        isOpen = true;
        breakFollows |= !cut.playsContent();
        if (cut.playsContent()) {
            contentUnits(each, line, snapshot.count());
        } else if (cut.added() > 0 && line.isComplete()) {
            pieces.add(new LivePiece(
                    0,
                    (int) Math.min(cut.added(), line.count()),
                    cut.start() + offset,
                    discontinuityOffset,
                    each,
                    line));
        }
        at = snapshot.count();
    }

    /** Content in place of ads that the rendition has nothing of, with the discontinuities that the others have. */
    private void contentUnits(LiveBreak each, AdLine line, int to) {
        if (to > at) {
            pieces.add(new LivePiece(at, to, snapshot.firstNumber() + at + offset, discontinuityOffset, each, line));
        }
        at = Math.max(at, to);
    }

    private void end(int index, LiveBreak running, Cut cut, AdLine line, int resume) {
        LiveBreak each = running;
        if (!each.isOver()) {
            each = each.overBefore(
                    snapshot.discontinuity(resume), line.units().size(), snapshot.at(resume) - each.startMicros());
        }
        long replaced = snapshot.at(resume) - each.startMicros() - cut.skewMicros();
        boolean isFollowed = index + 1 < breaks.size() && breaks.get(index + 1).follows(each);
        if (!cut.playsContent() && !isFollowed && boundaries.noneStartsAt(resume, signalled)) {
            line.extendSlate(replaced, driftMicros);
        }
        long missed = resume == 0 ? Math.min(published.unseen(), boundaries.missed(each, cut, line)) : 0;
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
            content(snapshot.indexOf(cut.start()));
            pieces.clear();
            behind(each, ended, 0);
            previous = null;
        } else {
            layOut(each, ended, line, resume);
        }
    }

    /** What a break that is over leaves in the window. */
    private void closed(LiveBreak each, Cut cut) {
        int resume = snapshot.indexOf(cut.start() + cut.removed());
        content(Math.min(snapshot.count(), snapshot.indexOf(cut.start())));
        if (resume < 0) {
            offset += cut.shift();
            discontinuityOffset = each.offsetBehind();
            return;
        }
        AdLine line = AdLine.of(each, name, decisions, (int) Math.max(0, cut.added()));
        if (line.isComplete()) {
            layOut(each, cut, line, resume);
        } else {
            pieces.clear();
            behind(each, cut, resume);
        }
    }

    private void layOut(LiveBreak each, Cut cut, AdLine line, int resume) {
        if (cut.playsContent()) {
            contentUnits(each, line, resume);
        } else {
            int count = (int) Math.min(cut.added(), line.count());
            pieces.add(new LivePiece(0, count, cut.start() + offset, discontinuityOffset, each, line));
        }
        behind(each, cut, resume);
        long replaced = snapshot.at(resume) - each.startMicros() - cut.skewMicros();
        overMicros = cut.playsContent() ? 0 : line.endOf(line.count() - 1) - replaced;
    }

    private void behind(LiveBreak each, Cut cut, int resume) {
        at = Math.max(at, resume);
        offset += cut.shift();
        discontinuityOffset = each.offsetBehind();
        previous = each;
        overMicros = 0;
    }

    private boolean followsAds(int boundary) {
        return previous != null && boundary == at;
    }

    /** Where ads begin that start at a boundary: where those before them end, if there are any. */
    private long beginsAt(int boundary, long micros) {
        return followsAds(boundary) ? snapshot.at(boundary) + overMicros : micros;
    }

    private long target() {
        return session.targetDuration() * 1_000_000;
    }

    /** An ad can no longer be had: content goes on, and nothing before it can be listed. */
    private void lost(int index, Cut cut) {
        LiveBreak each = breaks.get(index);
        int resume = Math.max(at, Math.min(snapshot.count() - 1, published.firstNew()));
        reasons.add(
                new LiveReason(each.id(), Optional.empty(), SkipReason.AD_LOST, "an ad of it cannot be had any more"));
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
        pieces.clear();
        behind(each, ended, resume);
    }

    // --- breaks that are new

    private void create(SignalledBreak signal, List<SignalledBreak> upcoming, long otherEdge) {
        long natural = boundaries.micros(signal.startNanos());
        int boundary = signal.joinedAfterNanos().isPresent() ? 0 : boundaries.boundary(signal);
        if (boundary >= snapshot.count()) {
            upcoming.add(signal);
            return;
        }
        long until = boundaries.micros(signal.untilNanos().orElse(Long.MAX_VALUE / 4));
        boolean laterIsKnown = breaks.stream().skip(start).anyMatch(each -> each.startMicros() > natural);
        if (isOpen || laterIsKnown || until <= snapshot.at(0)) {
            return;
        }
        // Other renditions have gone on with content before it, so this one must show some.
        boolean isBehindContent = previous != null && previous.isOverInOthers(name);
        int earliest = Math.max(isBehindContent ? at + 1 : at, published.firstNew());
        int from = Math.max(boundary, earliest);
        if (from >= snapshot.count() || (!followsAds(from) && published.passesOver(signal, natural, otherEdge))) {
            return;
        }
        from = boundaries.orDiscontinuityBefore(from, earliest);
        // A date says when it starts in all renditions; this one starts at the boundary that is nearest to it.
        boolean isOnTime = from == boundary && signal.joinedAfterNanos().isEmpty();
        long onTime = isOnTime ? natural : snapshot.at(from);
        // Renditions whose ads before it end earlier begin earlier, but what fits, fits in all.
        long begins = Math.max(onTime, beginsAt(from, onTime));
        LiveBreak empty = LiveBreak.untouched(LiveSignals.idOf(signal, natural, breaks), begins, until - begins);
        boolean isLate = snapshot.at(from) - natural > session.targetDuration() * 500_000;
        Optional<LiveReason> refused =
                LiveSignals.refusal(signal, empty, isLate || otherEdge > snapshot.at(from) + 2 * target(), options);
        if (refused.isPresent()) {
            reasons.add(refused.get());
            breaks.add(empty.measured(signal.durationNanos().isPresent()));
            return;
        }
        Optional<List<LiveAd>> ads = decisions.ads(signal);
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
        long number = previous != null && from == at
                ? previous.discontinuityBehind()
                : snapshot.discontinuityBefore(from) + discontinuityOffset + 1;
        LiveBreak numbered = empty.measured(
                        signal != null && signal.durationNanos().isPresent())
                .numbered(number);
        LiveBreak decided = plan(Math.max(gridMicros, boundaries.uncutMicros(from)))
                .decide(numbered, boundaries.lateElsewhere(from, breaks, name), ads, decisions.slate());
        breaks.add(decided);
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
                    .decide(name, isOpen, discontinuityOffset));
        }
        Cut cut = isOpen ? null : PostRoll.cut(breaks.get(index), name, snapshot, discontinuityOffset, decisions);
        if (cut != null) {
            breaks.set(index, breaks.get(index).withCut(name, cut));
            closed(breaks.get(index), cut);
        }
    }
}
