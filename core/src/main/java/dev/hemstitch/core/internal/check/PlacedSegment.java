package dev.hemstitch.core.internal.check;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.Optional;

/**
 * A segment with the lines that stand before its URI line and that line.
 *
 * @param segment the segment
 * @param lines its lines, in order; the first segment's begin behind the header, the last is the URI line
 */
public record PlacedSegment(MediaSegment segment, List<PlacedLine> lines) {
    /** {@return the URI line} */
    public PlacedLine uriLine() {
        return lines.get(lines.size() - 1);
    }

    /** Its first line of a tag. */
    public Optional<PlacedLine> first(HlsTag tag) {
        return lines.stream().filter(line -> line.is(tag)).findFirst();
    }

    /** Its lines of a tag, in order. */
    public List<PlacedLine> all(HlsTag tag) {
        return lines.stream().filter(line -> line.is(tag)).toList();
    }
}
