package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.Optional;

/** What becomes of the dates among the content's lines. */
final class DateEdits {
    private final DatePolicy policy;
    private final Optional<DateRangeShift> ranges;

    DateEdits(DatePolicy policy, Optional<DateRangeShift> ranges) {
        this.policy = policy;
        this.ranges = policy == DatePolicy.SHIFT ? ranges : Optional.empty();
    }

    /** Whether date ranges may change; else only a policy that drops dates edits segments. */
    boolean changeRanges() {
        return policy == DatePolicy.DROP || ranges.isPresent();
    }

    /** A segment with its date ranges changed and, where dates go, without its date; how far that moves is not said. */
    MediaSegment edit(MediaSegment segment) {
        MediaSegmentBuilder builder = segment.toBuilder();
        if (segment.has(HlsTag.DATERANGE)) {
            builder.editLines(this::line);
        }
        if (policy == DatePolicy.DROP) {
            builder.programDateTime(Optional.empty());
        }
        return builder.build();
    }

    /** The line to stand there instead; empty text for none. */
    String line(PlaylistLine line) {
        if (!isDateRange(line)) {
            return line.text();
        }
        return policy == DatePolicy.DROP
                ? ""
                : ranges.map(all -> all.line(line)).orElse(line.text());
    }

    static boolean isDateRange(PlaylistLine line) {
        return line.is(HlsTag.DATERANGE);
    }
}
