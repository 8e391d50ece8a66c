package dev.hemstitch.ads.cue;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which of some breaks a mark that starts one says once more. */
final class SameBreak {
    private final OptionalLong longest;

    SameBreak(OptionalLong longest) {
        this.longest = longest;
    }

    /** The break that a mark says once more. */
    @Nullable
    BreakDraft among(List<BreakDraft> latest, CueMark mark) {
        @Nullable BreakDraft found = null;
        for (BreakDraft draft : latest) {
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
        return before.getAsLong() == now.getAsLong()
                || Math.abs(endBefore - endNow) <= BreakAssembly.CONTRADICTION_NANOS;
    }

    private static boolean agrees(BreakDraft draft, CueMark mark) {
        OptionalLong duration = mark.durationNanos();
        return duration.isPresent()
                && draft.duration().isPresent()
                && Math.abs(duration.getAsLong() - draft.duration().getAsLong()) <= BreakAssembly.CONTRADICTION_NANOS;
    }
}
