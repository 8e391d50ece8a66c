package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment that has Partial Segments.
 *
 * @param lines its lines, in order
 * @param parts its EXT-X-PART tags, in order; at least one
 * @param segment the segment; empty if it is not complete, so that its parts stand behind the last URI line
 */
record ParentSegment(List<PlacedLine> lines, List<PlacedLine> parts, Optional<PlacedSegment> segment) {
    /** The segments of a playlist that have Partial Segments, in order. */
    static List<ParentSegment> of(CheckedPlaylist playlist) {
        List<ParentSegment> parents = new ArrayList<>();
        if (playlist.has(HlsTag.PART)) {
            for (PlacedSegment segment : playlist.segments()) {
                add(segment.lines(), Optional.of(segment), parents);
            }
            add(playlist.trailer(), Optional.empty(), parents);
        }
        return parents;
    }

    private static void add(List<PlacedLine> lines, Optional<PlacedSegment> segment, List<ParentSegment> parents) {
        List<PlacedLine> parts =
                lines.stream().filter(line -> line.is(HlsTag.PART)).toList();
        if (!parts.isEmpty()) {
            parents.add(new ParentSegment(lines, parts, segment));
        }
    }
}
