package dev.hemstitch.core.model;

import dev.hemstitch.core.text.AttributeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads EXT-X-PART tags and resolves their byte ranges: an omitted offset follows the part before. */
final class Parts {
    private Parts() {}

    static List<PartialSegment> of(List<PlaylistLine> lines) {
        List<PartialSegment> parts = new ArrayList<>();
        PartialSegment previous = null;
        for (PlaylistLine line : lines) {
            AttributeList attributes = line.attributes();
            if (line.is(HlsTag.PART) && AttributeTag.isComplete(HlsTag.PART, attributes)) {
                previous = new PartialSegment(attributes, range(attributes, previous));
                parts.add(previous);
            }
        }
        return parts;
    }

    /** The lines of parts that stand together in this order: an offset that would no longer be implied is written. */
    static List<String> lines(List<PartialSegment> parts) {
        List<String> lines = new ArrayList<>();
        PartialSegment previous = null;
        for (PartialSegment part : parts) {
            ByteRange wanted = part.byteRange().orElse(null);
            boolean same = wanted == null || wanted.equals(range(part.attributes(), previous));
            lines.add(
                    same
                            ? part.line()
                            : part.toBuilder()
                                    .set(PartialSegment.BYTERANGE, String.valueOf(wanted))
                                    .build()
                                    .line());
            previous = part;
        }
        return lines;
    }

    private static @Nullable ByteRange range(AttributeList attributes, @Nullable PartialSegment previous) {
        Optional<String> written = attributes.get(PartialSegment.BYTERANGE);
        if (written.isEmpty()) {
            return null;
        }
        Optional<String> uri = attributes.get(PartialSegment.URI);
        boolean continues = previous != null && uri.equals(previous.get(PartialSegment.URI));
        long implicit = continues && previous != null
                ? previous.byteRange().map(ByteRange::end).orElse(0L)
                : 0;
        return ByteRange.parse(written.get(), implicit).orElse(null);
    }
}
