package dev.hemstitch.core.diff;

import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PartialSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A Partial Segment with its place.
 *
 * @param number the Media Sequence Number of its segment
 * @param index how many parts stand before it in that segment; some more may have been removed from there
 * @param part the part
 * @param line its line
 */
record PlacedPart(long number, int index, PartialSegment part, PlacedLine line) {
    /** All parts of a snapshot, in order. */
    static List<PlacedPart> all(Snapshot snapshot) {
        List<PlacedPart> all = new ArrayList<>();
        for (PlacedSegment segment : snapshot.segments()) {
            all.addAll(of(segment));
        }
        all.addAll(open(snapshot));
        return all;
    }

    /** The parts of a complete segment. */
    static List<PlacedPart> of(PlacedSegment segment) {
        return placed(segment.segment().mediaSequence(), segment.segment().parts(), segment.all(HlsTag.PART));
    }

    /** The parts of the segment that is not complete yet. */
    static List<PlacedPart> open(Snapshot snapshot) {
        List<PlacedLine> trailing = snapshot.checked().trailer().stream()
                .filter(line -> line.is(HlsTag.PART))
                .toList();
        return placed(snapshot.openNumber(), snapshot.playlist().trailingParts(), trailing);
    }

    /** None if a line is no part that can be read: then it is not known which is which. */
    private static List<PlacedPart> placed(long number, List<PartialSegment> parts, List<PlacedLine> lines) {
        List<PlacedPart> all = new ArrayList<>();
        for (int i = 0; i < parts.size() && parts.size() == lines.size(); i++) {
            all.add(new PlacedPart(number, i, parts.get(i), lines.get(i)));
        }
        return all;
    }
}
