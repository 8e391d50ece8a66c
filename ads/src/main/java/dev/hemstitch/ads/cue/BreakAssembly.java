package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.cue.CueMark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts marks together to breaks, boundary by boundary: what ends a break there first, then what starts one, then what goes on.
 */
// Size: one decision after the other on one list of breaks; apart they would share all of its state.
final class BreakAssembly {
    /** Durations of one break that differ by more contradict each other. */
    private static final long CONTRADICTION_NANOS = 1_000_000_000;

    /** A break is looked for among this many of the latest ones: markers are about what is near. */
    private static final int LOOK_BACK = 128;

    private final OptionalLong longest;
    private final Problems problems;
    private final List<BreakDraft> breaks = new ArrayList<>();

    BreakAssembly(OptionalLong longest, Problems problems) {
        this.longest = longest;
        this.problems = problems;
    }

    List<BreakDraft> breaks() {
        return breaks;
    }

    /** Adds a break that is known from before, in order of their starts. */
    void know(BreakDraft known) {
        breaks.add(known);
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
        BreakDraft former = former(marks.get(0).nanos());
        List<CueMark> pairing = new ArrayList<>();
        boolean outBefore = false;
        for (CueMark mark : marks) {
            if (mark.kind() == Kind.IN && (startsHere(mark, marks) || !ends(mark, former, outBefore))) {
                pairing.add(mark);
            }
            outBefore |= mark.kind() == Kind.OUT;
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

    /** The latest break that has started before a time, whether it is over or not. */
    private @Nullable BreakDraft former(long nanos) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean before =
                    draft.start < nanos - PlaylistTimeline.SAME_NANOS || (draft.joined && draft.start <= nanos);
            if (before && !draft.isPoint) {
                return draft;
            }
        }
        return null;
    }

    /** Whether the range that a mark ends starts at the same boundary. */
    private static boolean startsHere(CueMark end, List<CueMark> marks) {
        return !end.dateRangeId().isEmpty()
                && marks.stream()
                        .anyMatch(mark ->
                                mark.kind() == Kind.OUT && mark.dateRangeId().equals(end.dateRangeId()));
    }

    // --- ends

    private boolean ends(CueMark mark, @Nullable BreakDraft former, boolean outBefore) {
        BreakDraft named = named(mark);
        if (named != null) {
            return end(named, mark);
        }
        if (former == null || (!mark.dateRangeId().isEmpty() && !former.dateRangeId.isEmpty())) {
            return false;
        }
        if (former.hasEnd()) {
            // Said again in another dialect, perhaps a little later.
            return !outBefore && mayEndAgain(former, mark) && end(former, mark);
        }
        boolean lesser = former.isAbove(mark.splice().inRank()) && mark.dialect() != CueDialect.CUE_OUT;
        if (lesser) {
            return true;
        }
        boolean over = former.until(longest) < mark.nanos() - CONTRADICTION_NANOS && outBefore;
        return !over && end(former, mark);
    }

    /** The latest break of the mark's own range or event that has started. */
    private @Nullable BreakDraft named(CueMark mark) {
        Set<Long> events = mark.splice().endingEvents();
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean range = !mark.dateRangeId().isEmpty() && mark.dateRangeId().equals(draft.dateRangeId);
            boolean event = draft.isAbout(events) && draft.start < mark.nanos();
            boolean may = event && (!draft.hasEnd() || mayEndAgain(draft, mark));
            if (may || (range && draft.start <= mark.nanos())) {
                return draft;
            }
        }
        return null;
    }

    /** Whether an end may be one that has been said, in another dialect and perhaps a little later. */
    private static boolean mayEndAgain(BreakDraft draft, CueMark mark) {
        long planned = BreakDraft.saturatedSum(draft.start, draft.duration().orElse(0));
        boolean near = mark.place().boundary() - draft.endBoundary <= 1 || mark.nanos() <= planned;
        return near && !draft.endedBy.contains(mark.dialect());
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
        BreakDraft named = mark.dateRangeId().isEmpty() ? null : named(mark);
        BreakDraft latest = named != null || breaks.isEmpty() ? named : breaks.get(breaks.size() - 1);
        boolean starts = latest != null
                && !latest.isPoint
                && latest.boundary == mark.place().boundary()
                && latest.place.owner() == mark.place().owner()
                && latest.place.line() <= mark.place().line();
        if ((starts || named != null) && latest != null && (!latest.hasEnd() || mayEndAgain(latest, mark))) {
            end(latest, mark);
        } else if (mark.place().boundary() > 0) { // before the first segment ends what has left the window
            problems.note(CueProblemCode.STRAY_IN, mark.place(), mark.tag() + " ends a break, but none is open");
        }
    }

    // --- starts

    private void starts(CueMark mark) {
        BreakDraft same = same(mark);
        if (same != null) {
            again(same, mark);
            return;
        }
        BreakDraft open = latestOpen(mark.nanos());
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
        insert(draft);
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

    /** Breaks stay in order of their starts. */
    private void insert(BreakDraft draft) {
        int at = breaks.size();
        while (at > 0 && breaks.get(at - 1).start > draft.start) {
            at--;
        }
        breaks.add(at, draft);
    }

    private void start(BreakDraft draft, CueMark mark) {
        draft.started = true;
        draft.describe(mark);
        draft.rank = Math.max(draft.rank, mark.splice().outRank());
        draft.lastOut = Math.max(draft.lastOut, mark.place().boundary());
        draft.say(mark.durationNanos());
        draft.plan(mark.splice().durationNanos());
    }

    /** The break that a mark says once more. */
    private @Nullable BreakDraft same(CueMark mark) {
        @Nullable BreakDraft found = null;
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            if (isSameEvent(draft, mark)) {
                return draft;
            }
            if (isSameStart(draft, mark) || isRepeated(draft, mark)) {
                boolean better = found == null || (agrees(draft, mark) && !agrees(found, mark));
                found = better ? draft : found;
            }
        }
        return found;
    }

    private boolean isSameEvent(BreakDraft draft, CueMark mark) {
        if (!mark.dateRangeId().isEmpty() && !draft.dateRangeId.isEmpty()) {
            return mark.dateRangeId().equals(draft.dateRangeId) && near(draft, mark);
        }
        boolean event = draft.isAbout(mark.splice().startingEvents());
        boolean text = !mark.textId().isEmpty()
                && mark.textId().equals(draft.textId)
                && draft.dialects.containsKey(mark.dialect());
        boolean open = (draft.start <= mark.nanos() && mark.nanos() < draft.until(longest))
                || draft.isSameTime(mark.nanos())
                || (Math.abs(draft.boundary - mark.place().boundary()) <= 1 && !draft.hasEnd());
        return (event || text) && open && !draft.isOther(mark);
    }

    /** A range of the same ID is the same one, but if its dates say that it is not. */
    private static boolean near(BreakDraft draft, CueMark mark) {
        return draft.isSameTime(mark.nanos()) || !draft.started;
    }

    private static boolean isSameStart(BreakDraft draft, CueMark mark) {
        boolean here =
                (draft.boundary == mark.place().boundary() && draft.boundary >= 0) || draft.isSameTime(mark.nanos());
        boolean oneAway = Math.abs(draft.boundary - mark.place().boundary()) == 1
                && draft.boundary >= 0
                && (draft.sectionOnly || mark.dialect().isSectionOnly())
                && !draft.dialects.containsKey(mark.dialect());
        boolean alive = !draft.hasEnd() || draft.end > mark.nanos() || draft.isSameTime(mark.nanos());
        return (here || oneAway) && alive && !differs(draft, mark);
    }

    /** An ad that starts with its break is part of it. */
    private static boolean differs(BreakDraft draft, CueMark mark) {
        boolean nested = draft.rank > 0
                && mark.splice().outRank() > 0
                && draft.rank != mark.splice().outRank();
        return !nested && draft.isOther(mark);
    }

    /** The same words on one segment after the other, or counting down to the same end. */
    private boolean isRepeated(BreakDraft draft, CueMark mark) {
        boolean next = draft.lastOut == mark.place().boundary() - 1 && draft.dialects.containsKey(mark.dialect());
        if (!next
                || draft.isPoint
                || draft.isOther(mark)
                || mark.nanos() >= draft.until(longest) - PlaylistTimeline.SAME_NANOS) {
            return false;
        }
        OptionalLong before = draft.duration();
        OptionalLong now = mark.durationNanos();
        if (before.isEmpty() || now.isEmpty()) {
            return before.isEmpty() == now.isEmpty() || mark.dialect().isSectionOnly();
        }
        long endBefore = BreakDraft.saturatedSum(draft.start, before.getAsLong());
        long endNow = BreakDraft.saturatedSum(mark.nanos(), now.getAsLong());
        return before.getAsLong() == now.getAsLong() || Math.abs(endBefore - endNow) <= CONTRADICTION_NANOS;
    }

    private static boolean agrees(BreakDraft draft, CueMark mark) {
        OptionalLong duration = mark.durationNanos();
        return duration.isPresent()
                && draft.duration().isPresent()
                && Math.abs(duration.getAsLong() - draft.duration().getAsLong()) <= CONTRADICTION_NANOS;
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

    private @Nullable BreakDraft latestOpen(long nanos) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean runs = draft.start <= nanos && nanos < draft.until(longest) - PlaylistTimeline.SAME_NANOS;
            if (!draft.isPoint && runs) {
                return draft;
            }
        }
        return null;
    }

    private void goesOn(CueMark mark) {
        BreakDraft open = namedOpen(mark);
        if (open == null) {
            open = latestOpen(mark.nanos());
        }
        BreakDraft latest = open == null ? latestStarted(mark.nanos()) : open;
        long start = mark.elapsedNanos().isPresent()
                ? mark.nanos() - mark.elapsedNanos().getAsLong()
                : mark.nanos();
        boolean late =
                latest != null && (mark.elapsedNanos().isPresent() ? start : mark.nanos() - 1) < latest.until(longest);
        if (latest == null || !late) {
            join(mark, start);
            return;
        }
        if (latest.hasEnd() && latest.end <= mark.nanos()) {
            problems.note(
                    CueProblemCode.CONTINUED_BEHIND_END,
                    mark.place(),
                    mark.tag() + " continues a break that has ended");
            return;
        }
        contradicts(latest, mark, mark.durationNanos());
        latest.describe(mark);
        latest.plan(mark.durationNanos());
        latest.plan(mark.splice().durationNanos());
    }

    private @Nullable BreakDraft namedOpen(CueMark mark) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean runs = draft.start <= mark.nanos() && mark.nanos() < draft.until(longest);
            if (runs && draft.isAbout(mark.splice().startingEvents())) {
                return draft;
            }
        }
        return null;
    }

    private @Nullable BreakDraft latestStarted(long nanos) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            if (draft.start <= nanos && !draft.isPoint) {
                return draft;
            }
        }
        return null;
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
        insert(draft);
    }

    private void describes(CueMark mark) {
        BreakDraft target = null;
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK) && target == null; i--) {
            BreakDraft draft = breaks.get(i);
            target = draft.boundary == mark.place().boundary() ? draft : null;
        }
        target = target == null ? latestOpen(mark.nanos()) : target;
        if (target != null) {
            target.describe(mark);
        } else if (mark.dialect() == CueDialect.ASSET) {
            problems.note(CueProblemCode.STRAY_ASSET, mark.place(), "EXT-X-ASSET tells of a break, but none is here");
        }
    }
}
