package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.cue.CueMark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts marks together to breaks, boundary by boundary: what ends a break there first, then what starts one, then what goes on.
 */
// Size: one decision after the other on one list of breaks; apart they would share all of its state.
final class BreakAssembly {
    /** Durations of one break that differ by more contradict each other. */
    static final long CONTRADICTION_NANOS = 1_000_000_000;

    private final OptionalLong longest;
    private final Problems problems;
    private final BreakList breaks;
    private final SameBreak sameBreak;

    BreakAssembly(OptionalLong longest, Problems problems) {
        this.longest = longest;
        this.problems = problems;
        this.breaks = new BreakList(longest);
        this.sameBreak = new SameBreak(longest);
    }

    List<BreakDraft> breaks() {
        return breaks.all();
    }

    /** Adds a break that is known from before, in order of their starts. */
    void know(BreakDraft known) {
        breaks.insert(known);
    }

    void add(List<CueMark> marks) {
        int from = 0;
        while (from < marks.size()) {
            int to = from + 1;
            while (to < marks.size()
                    && marks.get(to).place().boundary()
                            == marks.get(from).place().boundary()
                    && marks.get(from).place().boundary() >= 0) {
                to++;
            }
            boundary(marks.subList(from, to));
            from = to;
        }
    }

    private void boundary(List<CueMark> marks) {
        BreakDraft former = breaks.former(marks.get(0).nanos());
        List<CueMark> pairing = new ArrayList<>();
        CueMark out = null;
        for (CueMark mark : marks) {
            boolean isIn = mark.kind() == Kind.IN;
            if (isIn && (startsHere(mark, marks) || endsAtOnce(mark, out) || !ends(mark, former, out != null))) {
                pairing.add(mark);
            }
            out = mark.kind() == Kind.OUT ? mark : out;
        }
        for (CueMark mark : marks) {
            if (mark.kind() == Kind.OUT || mark.kind() == Kind.POINT) {
                starts(mark);
            }
        }
        pairing.forEach(this::pair);
        for (CueMark mark : marks) {
            if (mark.kind() == Kind.CONTINUED) {
                goesOn(mark);
            } else if (mark.kind() == Kind.ASSET) {
                describes(mark);
            }
        }
    }

    /** Whether the range that a mark ends starts at the same boundary. */
    private static boolean startsHere(CueMark end, List<CueMark> marks) {
        return !end.dateRangeId().isEmpty()
                && marks.stream()
                        .anyMatch(mark ->
                                mark.kind() == Kind.OUT && mark.dateRangeId().equals(end.dateRangeId()));
    }

    /** Whether a mark ends a break without length that starts right before it. */
    private static boolean endsAtOnce(CueMark end, @Nullable CueMark out) {
        return out != null
                && out.dialect() == end.dialect()
                && out.durationNanos().orElse(-1) == 0;
    }

    // --- ends

    private boolean ends(CueMark mark, @Nullable BreakDraft former, boolean outBefore) {
        BreakDraft named = breaks.named(mark);
        if (named != null) {
            return end(named, mark);
        }
        if (former == null || (!mark.dateRangeId().isEmpty() && !former.dateRangeId.isEmpty())) {
            return false;
        }
        if (former.hasEnd()) {
            // Said again in another dialect, perhaps a little later.
            return !outBefore && former.mayEndAgain(mark) && end(former, mark);
        }
        boolean lesser = former.isAbove(mark.splice().inRank()) && mark.dialect() != CueDialect.CUE_OUT;
        if (lesser) {
            return true;
        }
        boolean over = former.until(longest) < mark.nanos() - CONTRADICTION_NANOS && outBefore;
        return !over && end(former, mark);
    }

    private boolean end(BreakDraft draft, CueMark mark) {
        if (mark.nanos() < draft.end) {
            draft.end = Math.max(draft.start, mark.nanos());
            draft.endBoundary = mark.place().boundary();
        }
        draft.endedBy.add(mark.dialect());
        mark.splice().section().ifPresent(draft.sections::add);
        return true;
    }

    /** An end without a break before it belongs to one that starts at the same place: a point to insert ads at. */
    private void pair(CueMark mark) {
        BreakDraft named = mark.dateRangeId().isEmpty() ? null : breaks.named(mark);
        BreakDraft latest = named != null || breaks.all().isEmpty()
                ? named
                : breaks.all().get(breaks.all().size() - 1);
        boolean starts = latest != null
                && !latest.isPoint
                && latest.boundary == mark.place().boundary()
                && latest.place.owner() == mark.place().owner()
                && latest.place.line() <= mark.place().line();
        if ((starts || named != null) && latest != null && (!latest.hasEnd() || latest.mayEndAgain(mark))) {
            end(latest, mark);
        } else if (mark.place().boundary() > 0) { // before the first segment ends what has left the window
            problems.note(CueProblemCode.STRAY_IN, mark.place(), mark.tag() + " ends a break, but none is open");
        }
    }

    // --- starts

    private void starts(CueMark mark) {
        BreakDraft same = sameBreak.among(breaks.latest(), mark);
        if (same != null) {
            again(same, mark);
            return;
        }
        BreakDraft open = breaks.latestOpen(mark.nanos());
        if (open != null && open.isAbove(mark.splice().outRank())) {
            mark.splice().section().ifPresent(open.sections::add);
            return;
        }
        BreakDraft draft = new BreakDraft(mark.place());
        draft.isPoint = mark.kind() == Kind.POINT;
        draft.sectionOnly = mark.dialect().isSectionOnly();
        if (open != null && !draft.isPoint) {
            cut(open, draft, mark);
        }
        start(draft, mark);
        breaks.insert(draft);
    }

    private void cut(BreakDraft open, BreakDraft later, CueMark mark) {
        if (open.start < later.start
                && (open.dateRangeId.isEmpty() || mark.dateRangeId().isEmpty())) {
            open.cut = Math.min(open.cut, later.start);
        }
        if (open.duration().isPresent()) {
            problems.note(
                    CueProblemCode.OVERLAPPING_BREAKS, mark.place(), mark.tag() + " starts a break inside another one");
        }
    }

    private void start(BreakDraft draft, CueMark mark) {
        draft.started = true;
        draft.describe(mark);
        draft.rank = Math.max(draft.rank, mark.splice().outRank());
        draft.lastOut = Math.max(draft.lastOut, mark.place().boundary());
        draft.say(mark.durationNanos());
        draft.plan(mark.splice().durationNanos());
    }

    private void again(BreakDraft draft, CueMark mark) {
        if (draft.rank > 0
                && mark.splice().outRank() > 0
                && draft.rank != mark.splice().outRank()) {
            nested(draft, mark);
            return;
        }
        boolean here = draft.boundary == mark.place().boundary() || draft.isSameTime(mark.nanos());
        boolean moves = draft.sectionOnly && !mark.dialect().isSectionOnly();
        if (moves && !here) {
            draft.start = mark.nanos();
            draft.boundary = mark.place().boundary();
            draft.place = mark.place();
        }
        draft.sectionOnly &= mark.dialect().isSectionOnly();
        if (here || moves) {
            contradicts(draft, mark, mark.durationNanos());
            start(draft, mark);
        } else {
            draft.describe(mark);
            draft.plan(mark.splice().durationNanos());
            draft.lastOut = Math.max(draft.lastOut, mark.place().boundary());
        }
    }

    /** An ad and the break it is in start at one place: the break counts, whichever stands first. */
    private void nested(BreakDraft draft, CueMark mark) {
        mark.splice().section().ifPresent(draft.sections::add);
        if (mark.splice().outRank() > draft.rank) {
            draft.events.clear();
            draft.forgetDuration();
            start(draft, mark);
        }
    }

    private void contradicts(BreakDraft draft, CueMark mark, OptionalLong duration) {
        OptionalLong known = draft.duration();
        boolean differ = known.isPresent()
                && duration.isPresent()
                && known.getAsLong() > 0
                && duration.getAsLong() > 0
                && Math.abs(known.getAsLong() - duration.getAsLong()) > CONTRADICTION_NANOS;
        if (differ) {
            problems.note(
                    CueProblemCode.CONTRADICTORY_DURATIONS,
                    mark.place(),
                    mark.tag() + " says another duration than what stands before it");
        }
    }

    // --- goes on

    private void goesOn(CueMark mark) {
        BreakDraft open = breaks.namedOpen(mark);
        if (open == null) {
            open = breaks.latestOpen(mark.nanos());
        }
        BreakDraft latest = open == null ? breaks.latestStarted(mark.nanos()) : open;
        long start = mark.elapsedNanos().isPresent()
                ? mark.nanos() - mark.elapsedNanos().getAsLong()
                : mark.nanos();
        boolean late =
                latest != null && (mark.elapsedNanos().isPresent() ? start : mark.nanos() - 1) < latest.until(longest);
        boolean isBehindEnd =
                latest != null && (late ? latest.hasEnd() && latest.end <= mark.nanos() : latest.isCalledBy(mark));
        if (isBehindEnd) {
            problems.note(
                    CueProblemCode.CONTINUED_BEHIND_END,
                    mark.place(),
                    mark.tag() + " continues a break that has ended");
            return;
        }
        if (latest == null || !late) {
            join(mark, start);
            return;
        }
        contradicts(latest, mark, mark.durationNanos());
        latest.describe(mark);
        latest.plan(mark.durationNanos());
        latest.plan(mark.splice().durationNanos());
    }

    /** A break whose start is not told: before the playlist, or with markers lost. */
    private void join(CueMark mark, long start) {
        BreakDraft draft = new BreakDraft(mark.place());
        draft.start = start;
        draft.joined =
                start < 0 || (mark.elapsedNanos().isEmpty() && mark.place().boundary() == 0);
        draft.boundary = start < 0 ? -1 : draft.boundary;
        draft.describe(mark);
        draft.rank = mark.splice().outRank();
        draft.say(mark.durationNanos());
        draft.plan(mark.splice().durationNanos());
        breaks.insert(draft);
    }

    private void describes(CueMark mark) {
        BreakDraft target = null;
        for (BreakDraft draft : breaks.latest()) {
            boolean here = target == null && draft.boundary == mark.place().boundary();
            target = here ? draft : target;
        }
        target = target == null ? breaks.latestOpen(mark.nanos()) : target;
        if (target != null) {
            target.describe(mark);
        } else if (mark.dialect() == CueDialect.ASSET) {
            problems.note(CueProblemCode.STRAY_ASSET, mark.place(), "EXT-X-ASSET tells of a break, but none is here");
        }
    }
}
