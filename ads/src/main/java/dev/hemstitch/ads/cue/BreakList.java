package dev.hemstitch.ads.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The breaks that have been found so far, in order of their starts, and which of them a mark may be about. */
final class BreakList {
    /** A break is looked for among this many of the latest ones: markers are about what is near. */
    private static final int LOOK_BACK = 32;

    private final OptionalLong longest;
    private final List<BreakDraft> breaks = new ArrayList<>();

    BreakList(OptionalLong longest) {
        this.longest = longest;
    }

    List<BreakDraft> all() {
        return breaks;
    }

    /** The breaks to look among, the latest first. */
    List<BreakDraft> latest() {
        List<BreakDraft> found = new ArrayList<>();
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            found.add(breaks.get(i));
        }
        return found;
    }

    /** The latest break that has started before a time, whether it is over or not. */
    @Nullable
    BreakDraft former(long nanos) {
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

    /** Breaks stay in order of their starts. */
    void insert(BreakDraft draft) {
        int at = breaks.size();
        while (at > 0 && breaks.get(at - 1).start > draft.start) {
            at--;
        }
        breaks.add(at, draft);
    }

    /** The latest break of the mark's own range or event that has started. */
    @Nullable
    BreakDraft named(CueMark mark) {
        Set<Long> events = mark.splice().endingEvents();
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean range = !mark.dateRangeId().isEmpty() && mark.dateRangeId().equals(draft.dateRangeId);
            boolean event = draft.isAbout(events) && draft.start < mark.nanos();
            boolean may = event && (!draft.hasEnd() || draft.mayEndAgain(mark));
            if (may || (range && draft.start <= mark.nanos())) {
                return draft;
            }
        }
        return null;
    }

    @Nullable
    BreakDraft latestOpen(long nanos) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean runs = draft.start <= nanos && nanos < draft.until(longest) - PlaylistTimeline.SAME_NANOS;
            if (!draft.isPoint && runs) {
                return draft;
            }
        }
        return null;
    }

    @Nullable
    BreakDraft namedOpen(CueMark mark) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            boolean runs = draft.start <= mark.nanos() && mark.nanos() < draft.until(longest);
            if (runs && draft.isAbout(mark.splice().startingEvents())) {
                return draft;
            }
        }
        return null;
    }

    @Nullable
    BreakDraft latestStarted(long nanos) {
        for (int i = breaks.size() - 1; i >= Math.max(0, breaks.size() - LOOK_BACK); i--) {
            BreakDraft draft = breaks.get(i);
            if (draft.start <= nanos && !draft.isPoint) {
                return draft;
            }
        }
        return null;
    }
}
