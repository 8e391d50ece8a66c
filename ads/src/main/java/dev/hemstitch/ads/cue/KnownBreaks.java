package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.scte35.SpliceInfoSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Breaks of an earlier snapshot, found on the timeline of another one. */
final class KnownBreaks {
    /** Before the first boundary, or between two. */
    private static final int NO_BOUNDARY = -2;

    private KnownBreaks() {}

    static List<BreakDraft> on(PlaylistTimeline timeline, List<SignalledBreak> known, OptionalLong longest) {
        List<BreakDraft> drafts = new ArrayList<>();
        for (SignalledBreak each : known) {
            OptionalLong shift = shift(timeline, each);
            if (shift.isPresent()) {
                BreakDraft draft = draft(timeline, each, shift.getAsLong());
                boolean over = draft.isPoint ? draft.start < 0 : draft.until(longest) <= 0;
                if (!over) {
                    drafts.add(draft);
                }
            }
        }
        drafts.sort(Comparator.comparingLong(draft -> draft.start));
        return drafts;
    }

    /** What is to be added to a break's times. */
    private static OptionalLong shift(PlaylistTimeline timeline, SignalledBreak known) {
        if (known.anchor().isPresent()) {
            int index = timeline.indexOf(known.anchor().get().mediaSequence());
            if (index >= 0) {
                return OptionalLong.of(
                        timeline.nanos(index) - known.anchor().get().startNanos());
            }
        }
        if (known.startDate().isPresent()) {
            OptionalLong start = timeline.nanosOf(known.startDate().get());
            if (start.isPresent()) {
                return OptionalLong.of(start.getAsLong() - known.startNanos());
            }
        }
        int index = known.mediaSequence().isPresent()
                ? timeline.indexOf(known.mediaSequence().getAsLong())
                : -1;
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(timeline.nanos(index) - known.startNanos());
    }

    private static BreakDraft draft(PlaylistTimeline timeline, SignalledBreak known, long shift) {
        long start = known.startNanos() + shift;
        int near = timeline.boundaryNear(start);
        boolean atBoundary = near >= 0 && Math.abs(timeline.nanos(near) - start) <= PlaylistTimeline.SAME_NANOS;
        BreakDraft draft = new BreakDraft(new CuePlace(atBoundary ? near : NO_BOUNDARY, start, -1, -1));
        draft.knownId = known.id();
        draft.isPoint = known.dialects().contains(CueDialect.PLACEMENT_OPPORTUNITY);
        draft.joined = known.joinedAfterNanos().isPresent() && start >= 0;
        draft.knowDialects(known.dialects());
        draft.sections.addAll(known.sections());
        draft.asset.putAll(known.asset());
        draft.dateRangeId = known.dateRangeId().orElse("");
        for (SpliceInfoSection section : known.sections()) {
            draft.events.addAll(SpliceFacts.of(section).outEvents());
        }
        draft.textId = draft.events.isEmpty() ? known.eventId().orElse("") : "";
        draft.say(known.durationNanos());
        draft.startDate = known.startDate().orElse(null);
        if (known.endNanos().isPresent()) {
            draft.end = known.endNanos().getAsLong() + shift;
            draft.endBoundary = timeline.boundaryNear(draft.end);
        } else if (known.untilNanos().isPresent()) {
            long until = known.untilNanos().getAsLong() + shift;
            boolean cut = known.durationNanos().orElse(0) > 0
                    && until
                            < BreakDraft.saturatedSum(
                                    start, known.durationNanos().getAsLong());
            draft.cut = cut ? until : BreakDraft.NEVER;
        }
        return draft;
    }
}
