package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a snapshot from break to break, in one rendition: what is decided is carried out, what the origin says anew is
 * taken up, and what is left between is content. All that other renditions must agree with goes into the breaks.
 */
// Size: one walk with its place, offsets and the break before; its steps would only pass these to each other.
final class LiveWalk {
    /** Lengths that differ by less are the same: sums of rounded durations. */
    private static final long SAME_LENGTH_MICROS = 20_000;

    /** How far apart renditions may find the same place. */
    private static final int NEAR_SEGMENTS = 4;

    /** A duration is another one if it differs by more: elapsed times are often rounded to seconds. */
    private static final long OTHER_LENGTH_MICROS = 1_000_000;

    private final LiveOptions options;
    private final String name;
    private final Snapshot snapshot;
    private final @Nullable RenditionState before;
    private final LiveDecisions decisions;
    private final LiveState.Session session;
    private final List<LiveBreak> breaks;
    private final List<LiveReason> reasons;
    private final List<LivePiece> pieces = new ArrayList<>();
    private final long baseOffset;
    private final int start;
    private final int restartIndex;
    private long driftMicros;

    /** The index of the first segment that is not laid out. */
    private int at;

    /** What is added to the origin's numbers of segments here. */
    private long offset;

    /** What is added to its numbers of discontinuities. */
    private long discontinuityOffset;

    /** The break that ends right here. */
    private @Nullable LiveBreak previous;

    /** Whether all that follows is still replaced. */
    private boolean isOpen;

    /** Whether a break starts with the segment that is not yet complete. */
    private boolean breakFollows;

    LiveWalk(
            LiveOptions options,
            LiveRendition rendition,
            Snapshot snapshot,
            @Nullable RenditionState before,
            LiveDecisions decisions,
            LiveState.Session session,
            List<LiveBreak> breaks,
            long offset,
            List<LiveReason> reasons) {
        this.options = options;
        this.name = rendition.name();
        this.snapshot = snapshot;
        this.before = before;
        this.decisions = decisions;
        this.session = session;
        this.breaks = breaks;
        this.baseOffset = offset;
        this.offset = offset;
        this.reasons = reasons;
        this.driftMicros = before == null ? 0 : before.driftMicros();
        this.discontinuityOffset = session.discontinuityOffset();
        int first = 0;
        int restart = -1;
        for (int i = 0; i < breaks.size(); i++) {
            LiveBreak each = breaks.get(i);
            if (each.isRestart() && before == null) {
                breaks.set(i, each.withCut(name, new Cut(snapshot.firstNumber() - 1, 0, 0, 0, 0)));
            }
            Cut cut = breaks.get(i).cut(name);
            if (each.isRestart() && cut != null) {
                first = i + 1;
                discontinuityOffset = each.offsetBehind();
                restart = snapshot.indexOf(cut.start());
            }
        }
        this.start = first;
        this.restartIndex = restart;
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

    boolean breakFollows() {
        return breakFollows;
    }

    long driftMicros() {
        return driftMicros;
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
        List<SignalledBreak> signalled = options.cues()
                .read(snapshot.playlist(), KnownSignals.of(breaks, start, snapshot, target()))
                .breaks();
        SignalMatching matching = new SignalMatching(name, snapshot, session.targetDuration(), breaks, start);
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
    }

    private void step(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        if (!each.hasAds() || isOpen) {
            return;
        }
        Cut cut = each.cut(name);
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
        if (over <= snapshot.at(0) + SAME_LENGTH_MICROS) {
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
        int boundary = signal != null && tells ? boundary(signal) : snapshot.nearest(each.startMicros());
        boolean isAdjacent = previous != null && each.firstDiscontinuity() == previous.discontinuityBehind();
        if (isAdjacent) {
            boundary = at;
        } else {
            int earliest = Math.max(previous == null ? at : at + 1, firstUnpublished());
            boundary = behindDiscontinuity(
                    Math.max(boundary, earliest), earliest, each.firstDiscontinuity() - 1 - discontinuityOffset);
        }
        if (boundary < snapshot.count()) {
            startAt(index, boundary, signal);
        } else {
            breakFollows |= each.startMicros() - snapshot.edge() <= snapshot.lastDuration() / 2;
        }
    }

    /** The boundary nearest to one before which the origin has passed as many discontinuities as in other renditions. */
    private int behindDiscontinuity(int boundary, int earliest, long expected) {
        for (int distance = 0; distance <= NEAR_SEGMENTS; distance++) {
            for (int i : new int[] {boundary - distance, boundary + distance}) {
                boolean isNear = i >= earliest
                        && i <= snapshot.count()
                        && Math.abs(snapshot.at(i) - snapshot.at(boundary)) <= target();
                if (isNear && snapshot.discontinuityBefore(i) == expected) {
                    return i;
                }
            }
        }
        return boundary;
    }

    /** Joins a break that has begun before this rendition's window: its ads are where they are in other renditions. */
    private void joinAt(int index, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        pieces.clear(); // nothing from before it is left
        previous = null;
        AdLine line = AdLine.of(each, name, decisions, 0);
        int gone = line.startingFrom(snapshot.at(0) - each.startMicros());
        long start = snapshot.firstNumber() - (line.hasOwnMedia() ? gone : 1);
        goOn(index, new Cut(start, LiveBreak.OPEN, line.hasOwnMedia() ? gone : Cut.CONTENT, 0, 0), signal);
    }

    private void startAt(int index, int boundary, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        if (each.id().equals(LiveBreak.PRE_ROLL) && before == null) {
            at = boundary;
        }
        content(boundary);
        boolean hasMedia = AdLine.of(each, name, decisions, 0).hasOwnMedia();
        Cut cut = new Cut(
                snapshot.firstNumber() + boundary,
                LiveBreak.OPEN,
                hasMedia ? 0 : Cut.CONTENT,
                snapshot.at(boundary) - each.startMicros(),
                0);
        goOn(index, cut, signal);
    }

    /** A break that left the window before this rendition was asked for: it only counts. */
    private void missed(int index) {
        LiveBreak each = breaks.get(index);
        if (!each.isOver()) {
            int units = Math.max(1, each.units());
            each = each.over(
                    units, each.lengthMicros(), each.firstDiscontinuity() + units - snapshot.discontinuityBefore(0));
            breaks.set(index, each);
        }
        discontinuityOffset = each.offsetBehind();
    }

    private int firstUnpublished() {
        return before == null ? 0 : Math.max(0, snapshot.indexOf(before.edge()) + 1);
    }

    private int boundary(SignalledBreak signal) {
        return signal.mediaSequence().isPresent()
                ? snapshot.indexOf(signal.mediaSequence().getAsLong())
                : snapshot.nearest(micros(signal.startNanos()));
    }

    private long micros(long snapshotNanos) {
        return snapshot.at(0) + snapshotNanos / 1_000;
    }

    // --- a break that runs

    private void goOn(int index, Cut cut, @Nullable SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        int published = cut.playsContent() ? 0 : (int) cut.added();
        content(snapshot.indexOf(cut.start()));
        AdLine line = AdLine.of(each, name, decisions, published);
        if (!line.isComplete()) {
            lost(index, cut);
            return;
        }
        if (signal != null && !each.isEnded() && !each.isOver()) {
            each = signalled(each, cut, signal, line, published);
            breaks.set(index, each);
            if (!each.hasAds()) {
                return;
            }
            line = AdLine.of(each, name, decisions, published);
        }
        int resume = resume(each, cut, line);
        if (resume < 0) {
            isOpen = true;
            Cut paced = cut.playsContent() ? cut : paced(cut, line, each);
            each = each.withCut(name, paced).withUnits(Math.max(each.units(), begun(each, paced, line)));
            breaks.set(index, each);
            open(each, paced, line);
        } else {
            end(index, each, cut, line, resume);
        }
    }

    /** What the origin says of its length now: that it is over, or another duration; each rendition says it of its own start. */
    private LiveBreak signalled(LiveBreak each, Cut cut, SignalledBreak signal, AdLine line, int published) {
        OptionalLong until = signal.untilNanos();
        if (until.isEmpty()) {
            return each;
        }
        // Tags count from a boundary of this rendition, dates from the same moment in all.
        long skewed = each.startMicros() + cut.skewMicros();
        boolean countsFromHere = Math.abs(micros(signal.startNanos()) - skewed) <= SAME_LENGTH_MICROS;
        long own = countsFromHere ? skewed : each.startMicros();
        long length = micros(until.getAsLong()) - own;
        boolean isShorter = length < each.lengthMicros() - SAME_LENGTH_MICROS;
        boolean isEnd = signal.endNanos().isPresent() || (isShorter && own + length <= snapshot.edge());
        long least = isEnd ? rounding(until.getAsLong()) : OTHER_LENGTH_MICROS;
        boolean isOther = length > 0 && Math.abs(length - each.lengthMicros()) > least;
        if (isOther && (isEnd || signal.durationNanos().isPresent())) {
            return plan().changed(each, length, isEnd, line, published, decisions);
        }
        return isEnd ? each.planned(each.lengthMicros(), true, each.ads(), each.endMicros()) : each;
    }

    /**
     * How far an end may be from where it was to be and still be the same: where segments are cut for a break, the last one is
     * shorter; where they are not, the end stands at the nearest boundary.
     */
    private long rounding(long snapshotNanos) {
        int boundary = snapshot.nearest(micros(snapshotNanos));
        if (boundary < 2) {
            return SAME_LENGTH_MICROS;
        }
        long last = snapshot.offset(boundary) - snapshot.offset(boundary - 1);
        long before = snapshot.offset(boundary - 1) - snapshot.offset(boundary - 2);
        return Math.abs(last - before) * 50 <= before ? last / 2 + SAME_LENGTH_MICROS : SAME_LENGTH_MICROS;
    }

    private BreakPlan plan() {
        return new BreakPlan(options, session.targetDuration(), snapshot.lastDuration(), driftMicros, reasons);
    }

    private int begun(LiveBreak each, Cut cut, AdLine line) {
        if (cut.playsContent()) {
            return line.unitAt(snapshot.at(snapshot.count() - 1) - each.startMicros() - cut.skewMicros()) + 1;
        }
        return cut.added() == 0 ? 0 : line.unitOf((int) cut.added() - 1) + 1;
    }

    /** Publishes as much of the ads as the origin has of what they replace, and more only where the stream would stall. */
    private Cut paced(Cut cut, AdLine line, LiveBreak each) {
        long elapsed = snapshot.edgeOfParts() - each.startMicros() - cut.skewMicros();
        int count = (int) cut.added();
        while (count < line.count() && line.endOf(count) <= elapsed + BreakPlan.TOLERANCE_MICROS) {
            count++;
        }
        boolean isLate = before != null
                && snapshot.edge() + snapshot.lastDuration() - (before.edgeMicros() - before.stalledMicros())
                        > session.targetDuration() * 1_500_000;
        if (count == cut.added() && isLate && count < line.count() && isNew(count)) {
            count++;
        }
        return new Cut(cut.start(), LiveBreak.OPEN, count, cut.skewMicros(), 0);
    }

    /** Whether the output would be the one before if nothing more were published. */
    private boolean isNew(int count) {
        LivePiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        boolean contentGrew = before != null && last != null && last.number() + last.count() - 1 > before.last();
        return count >= 0 && !contentGrew;
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
            int units = line.units().size();
            each = each.over(
                    units,
                    snapshot.at(resume) - each.startMicros(),
                    each.firstDiscontinuity() + units - snapshot.discontinuity(resume));
        }
        long replaced = snapshot.at(resume) - each.startMicros() - cut.skewMicros();
        long missed = resume == 0 ? missed(each, cut, line) : 0;
        Cut ended = new Cut(
                cut.start(),
                snapshot.firstNumber() + resume - missed - cut.start(),
                cut.playsContent() ? Cut.CONTENT : line.count(),
                cut.skewMicros(),
                snapshot.at(resume) - each.startMicros());
        if (!cut.playsContent() && resume > 0) {
            driftMicros += line.endOf(line.count() - 1) - replaced;
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

    /** How many segments of content had left the window between the end of the ads and its first segment. */
    private long missed(LiveBreak each, Cut cut, AdLine line) {
        long own = each.startMicros() + cut.skewMicros();
        long due = own + (cut.playsContent() ? each.endMicros() : line.endOf(line.count() - 1));
        long length = own + each.lengthMicros();
        boolean waits = length > due && length - due <= target();
        long gap = snapshot.at(0) - (waits ? length : due);
        long average = Math.max(1, snapshot.offset(snapshot.count()) / snapshot.count());
        return Math.max(0, Math.min((gap + average / 2) / average, snapshot.firstNumber() - cut.start()));
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
    }

    private void behind(LiveBreak each, Cut cut, int resume) {
        at = Math.max(at, resume);
        offset += cut.shift();
        discontinuityOffset = each.offsetBehind();
        previous = each;
    }

    /**
     * Where content goes on, once the ads are over: less than a second before their end, or else behind it; -1 as long as that
     * segment is not there. Where other renditions have gone on already, with as many of the origin's discontinuities passed.
     */
    private int resume(LiveBreak each, Cut cut, AdLine line) {
        long own = each.startMicros() + cut.skewMicros();
        long end = own + (cut.playsContent() ? each.endMicros() : line.endOf(line.count() - 1));
        int floor = Math.max(at, snapshot.floor(end));
        if (floor >= snapshot.count()) {
            return -1;
        }
        int resume = floor;
        long early = end - snapshot.at(floor);
        if (early > BreakPlan.TOLERANCE_MICROS) {
            resume = floor + 1;
        } else if (early > 0) {
            boolean isLater = floor + 1 <= snapshot.nearest(own + each.lengthMicros())
                    && Math.abs(driftMicros + end - snapshot.at(floor + 1)) < Math.abs(driftMicros + early);
            // Where the origin has a discontinuity, all renditions can go on, wherever their own boundaries are.
            boolean isCommon =
                    floor + 1 < snapshot.count() && snapshot.segment(floor + 1).isDiscontinuity();
            resume = isLater || isCommon ? floor + 1 : floor;
        }
        int last = snapshot.nearest(own + each.lengthMicros());
        boolean returnsEarly = each.isOver() && each.resumeMicros() < each.lengthMicros() - target();
        if (!returnsEarly && resume < last && snapshot.at(last) - snapshot.at(resume) <= target()) {
            resume = last; // less than a segment of content would be none in renditions with other boundaries
        }
        if (each.isOver() && resume < snapshot.count()) {
            resume = withDiscontinuity(resume, each.discontinuityBehind() - each.offsetBehind());
        }
        return resume < snapshot.count() ? resume : -1;
    }

    private long target() {
        return session.targetDuration() * 1_000_000;
    }

    /** The boundary nearest to one whose segment has a discontinuity number of the origin. */
    private int withDiscontinuity(int boundary, long expected) {
        for (int distance = 0; distance <= NEAR_SEGMENTS; distance++) {
            for (int i : new int[] {boundary + distance, boundary - distance}) {
                if (i >= at && i < snapshot.count() && snapshot.discontinuity(i) == expected) {
                    return i;
                }
            }
        }
        return boundary;
    }

    /** An ad can no longer be had: content goes on, and nothing before it can be listed. */
    private void lost(int index, Cut cut) {
        LiveBreak each = breaks.get(index);
        int resume = Math.max(at, Math.min(snapshot.count() - 1, firstUnpublished()));
        reasons.add(
                new LiveReason(each.id(), Optional.empty(), SkipReason.AD_LOST, "an ad of it cannot be had any more"));
        int units = each.isOver() ? each.units() : Math.max(1, each.units());
        if (!each.isOver()) {
            each = each.over(
                    units,
                    snapshot.at(resume) - each.startMicros(),
                    each.firstDiscontinuity() + units - snapshot.discontinuity(resume));
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
        long natural = micros(signal.startNanos());
        int boundary = signal.joinedAfterNanos().isPresent() ? 0 : boundary(signal);
        if (boundary >= snapshot.count()) {
            upcoming.add(signal);
            return;
        }
        long until = micros(signal.untilNanos().orElse(Long.MAX_VALUE / 4));
        boolean laterIsKnown = breaks.stream().skip(start).anyMatch(each -> each.startMicros() > natural);
        if (isOpen || laterIsKnown || until <= snapshot.at(0)) {
            return;
        }
        int earliest = Math.max(at, firstUnpublished());
        int from = Math.max(boundary, earliest);
        if (from >= snapshot.count()) {
            return;
        }
        if (from - 1 >= earliest
                && snapshot.segment(from - 1).isDiscontinuity()
                && snapshot.at(from) - snapshot.at(from - 1) <= BreakPlan.TOLERANCE_MICROS) {
            from--; // where all renditions can start, wherever their own boundaries are
        }
        LiveBreak empty = LiveBreak.untouched(idOf(signal, natural), snapshot.at(from), until - snapshot.at(from));
        boolean isLate = snapshot.at(from) - natural > session.targetDuration() * 500_000;
        Optional<LiveReason> refused = refusal(signal, empty, isLate || otherEdge > snapshot.at(from) + late());
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

    /** Other renditions that are further than this have published what would be replaced. */
    private long late() {
        return session.targetDuration() * 2_000_000;
    }

    private Optional<LiveReason> refusal(SignalledBreak signal, LiveBreak empty, boolean isLate) {
        boolean isPoint =
                signal.isInsertionPoint() || signal.durationNanos().orElse(1) == 0 || empty.lengthMicros() <= 0;
        SkipReason reason = isPoint ? SkipReason.NO_TIME_TO_FILL : SkipReason.JOINED_TOO_LATE;
        boolean skips = isLate && options.midBreakJoin() == LiveOptions.MidBreakJoin.SKIP;
        return isPoint || skips
                ? Optional.of(new LiveReason(
                        empty.id(),
                        Optional.empty(),
                        reason,
                        isPoint ? "it replaces nothing" : "it was running already"))
                : Optional.empty();
    }

    private String idOf(SignalledBreak signal, long natural) {
        String id = LiveBreak.shortId(signal.id());
        boolean isTaken = breaks.stream().anyMatch(each -> each.id().equals(id));
        return isTaken || id.equals(LiveBreak.PRE_ROLL) ? LiveBreak.shortId(signal.id() + "@" + natural) : id;
    }

    private void decide(LiveBreak empty, List<LiveAd> ads, int from, @Nullable SignalledBreak signal) {
        long number = previous != null && from == at
                ? previous.discontinuityBehind()
                : snapshot.discontinuityBefore(from) + discontinuityOffset + 1;
        LiveBreak numbered = new LiveBreak(
                empty.id(),
                empty.startMicros(),
                empty.lengthMicros(),
                List.of(),
                false,
                false,
                signal != null && signal.durationNanos().isPresent(),
                number,
                0,
                0,
                0,
                0,
                new TreeMap<>());
        LiveBreak decided = plan().decide(numbered, ads, decisions.slate());
        breaks.add(decided);
        if (decided.hasAds()) {
            startAt(breaks.size() - 1, from, signal);
        }
    }

    /** Ads in place of the first content that a new viewer would see, as much as players start from. */
    private void preRoll() {
        List<LiveAd> ads = decisions.preRoll();
        long length = 0;
        for (LiveAd ad : ads) {
            length += ad.durationNanos() / 1_000;
        }
        if (length == 0) {
            return;
        }
        int from = snapshot.count() - 1;
        while (from > 0
                && snapshot.offset(snapshot.count()) - snapshot.offset(from) < session.targetDuration() * 3_000_000) {
            from--;
        }
        decide(LiveBreak.untouched(LiveBreak.PRE_ROLL, snapshot.at(from), length), ads, from, null);
    }
}
