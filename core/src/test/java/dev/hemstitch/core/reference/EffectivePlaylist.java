package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A media playlist as a client understands it.
 *
 * @param linesAfterLastSegment whole lines, blank ones left out; all lines of a playlist without segments
 * @param dateRangesAfterLastSegment the date ranges among those lines
 * @param partsAfterLastSegment the partial segments of the next segment
 */
public record EffectivePlaylist(
        EffectiveHeader header,
        List<EffectiveSegment> segments,
        List<String> linesAfterLastSegment,
        List<ReferenceAttributes> dateRangesAfterLastSegment,
        List<ReferenceAttributes> partsAfterLastSegment) {
    public EffectivePlaylist {
        segments = List.copyOf(segments);
        linesAfterLastSegment = List.copyOf(linesAfterLastSegment);
        dateRangesAfterLastSegment = List.copyOf(dateRangesAfterLastSegment);
        partsAfterLastSegment = List.copyOf(partsAfterLastSegment);
    }

    /** The exact sum of the segments' durations. */
    public BigDecimal duration() {
        return segments.stream().map(EffectiveSegment::duration).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Every date range tag in the order of the playlist, not merged by ID. */
    public List<ReferenceAttributes> dateRanges() {
        List<ReferenceAttributes> all = new ArrayList<>();
        segments.forEach(segment -> all.addAll(segment.dateRanges()));
        all.addAll(dateRangesAfterLastSegment);
        return all;
    }
}
