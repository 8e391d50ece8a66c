package dev.hemstitch.ads.cue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes breaks of what marks were put together to, and gives them their ids. */
final class BreakOutput {
    private final PlaylistTimeline timeline;
    private final OptionalLong longest;
    private final boolean snaps;
    private final boolean complete;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    BreakOutput(PlaylistTimeline timeline, OptionalLong longest, boolean snaps, boolean complete, Problems problems) {
        this.timeline = timeline;
        this.longest = longest;
        this.snaps = snaps;
        this.complete = complete;
        this.problems = problems;
    }

    List<SignalledBreak> of(List<BreakDraft> drafts) {
        for (BreakDraft draft : drafts) {
            if (!draft.knownId.isEmpty()) {
                taken.add(draft.knownId);
            }
        }
        List<SignalledBreak> breaks = new ArrayList<>();
        for (BreakDraft draft : drafts) {
            settle(draft);
            breaks.add(of(draft));
        }
        return Collections.unmodifiableList(breaks);
    }

    /** A duration of 0 is one only where nothing tells of a longer one. */
    private void settle(BreakDraft draft) {
        boolean zero = draft.duration().isPresent() && draft.duration().getAsLong() == 0;
        boolean point = draft.hasEnd() ? draft.end <= draft.start : complete;
        if (zero && !point) {
            draft.forgetDuration();
        }
        if (snaps) {
            draft.start = snapped(draft.start);
            draft.end = draft.hasEnd() ? snapped(draft.end) : draft.end;
        }
    }

    private long snapped(long nanos) {
        return nanos <= 0 || nanos >= timeline.endNanos() ? nanos : timeline.nanos(timeline.boundaryNear(nanos));
    }

    private SignalledBreak of(BreakDraft draft) {
        boolean point = draft.isPoint
                || (draft.hasEnd() && draft.end <= draft.start)
                || draft.duration().equals(OptionalLong.of(0));
        Optional<OffsetDateTime> date = timeline.dateOf(draft.start).or(() -> Optional.ofNullable(draft.startDate));
        long until = point ? draft.start : draft.until(longest);
        return SignalledBreak.builder(id(draft, date), draft.start)
                .durationNanos(draft.duration())
                .mediaSequence(mediaSequence(draft))
                .endNanos(draft.hasEnd() ? OptionalLong.of(draft.end) : OptionalLong.empty())
                .untilNanos(until == BreakDraft.NEVER ? OptionalLong.empty() : OptionalLong.of(until))
                .joinedAfterNanos(joinedAfter(draft))
                .dialects(draft.dialectList())
                .eventId(eventId(draft))
                .dateRangeId(draft.dateRangeId.isEmpty() ? Optional.empty() : Optional.of(draft.dateRangeId))
                .sections(List.copyOf(draft.sections))
                .asset(draft.asset)
                .startDate(date)
                .opportunity(point ? Opportunity.INSERTION : Opportunity.REPLACEMENT)
                .anchor(timeline.anchor())
                .build();
    }

    private static Optional<String> eventId(BreakDraft draft) {
        if (draft.events.isEmpty()) {
            return draft.textId.isEmpty() ? Optional.empty() : Optional.of(draft.textId);
        }
        return Optional.of(Long.toString(Collections.min(draft.events)));
    }

    private OptionalLong mediaSequence(BreakDraft draft) {
        int boundary = draft.joined ? -1 : timeline.boundaryNear(draft.start);
        return boundary < 0 || boundary >= timeline.count()
                ? OptionalLong.empty()
                : OptionalLong.of(timeline.firstMediaSequence() + boundary);
    }

    private static OptionalLong joinedAfter(BreakDraft draft) {
        if (draft.start < 0) {
            return OptionalLong.of(-draft.start);
        }
        return draft.joined ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private String id(BreakDraft draft, Optional<OffsetDateTime> date) {
        if (!draft.knownId.isEmpty()) {
            return draft.knownId;
        }
        Optional<String> own = draft.dateRangeId.isEmpty() ? eventId(draft) : Optional.of(draft.dateRangeId);
        String place = date.map(BreakOutput::toSecond).orElseGet(() -> numbered(draft.start));
        String id = own.orElse(place);
        if (!taken.add(id)) {
            problems.note(CueProblemCode.REPEATED_ID, draft.place, "an earlier break has the same id");
            id = unique(own.isPresent() ? id + "@" + place : id);
        }
        return id;
    }

    private String unique(String base) {
        String id = base;
        for (int i = 2; !taken.add(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    private static String toSecond(OffsetDateTime date) {
        return date.plusNanos(500_000_000)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant()
                .toString();
    }

    /** The number of the segment at a time; outside of the playlist that which it would have by the average duration. */
    private String numbered(long start) {
        int count = timeline.count();
        if (count == 0) {
            return "msn-0";
        }
        long average = Math.max(1, timeline.endNanos() / count);
        long index;
        if (start < 0) {
            index = -((-start + average / 2) / average);
        } else if (start > timeline.endNanos()) {
            index = count + (start - timeline.endNanos() + average / 2) / average;
        } else {
            index = timeline.boundaryNear(start);
        }
        return "msn-" + Long.toUnsignedString(timeline.firstMediaSequence() + index);
    }
}
