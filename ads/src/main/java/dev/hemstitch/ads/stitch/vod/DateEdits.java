package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.PlaylistLine;
import java.time.Duration;
import java.util.Optional;

/** What becomes of the dates among the content's lines. */
final class DateEdits {
    private final DatePolicy policy;
    private final Optional<DateRangeShift> ranges;

    DateEdits(DatePolicy policy, Optional<DateRangeShift> ranges) {
        this.policy = policy;
        this.ranges = policy == DatePolicy.SHIFT ? ranges : Optional.empty();
    }

    /** Whether a segment has dates that may change where they move by {@code shift}. */
    boolean concern(MediaSegment segment, Duration shift) {
        boolean drops = policy == DatePolicy.DROP;
        return (segment.has(HlsTag.PROGRAM_DATE_TIME) && (drops || !shift.isZero()))
                || (segment.has(HlsTag.DATERANGE) && (drops || ranges.isPresent()));
    }

    MediaSegmentBuilder edit(MediaSegment segment, Duration shift) {
        MediaSegmentBuilder builder = segment.toBuilder();
        if (segment.has(HlsTag.DATERANGE)) {
            builder.editLines(this::line);
        }
        if (policy == DatePolicy.DROP) {
            builder.programDateTime(Optional.empty());
        } else if (!shift.isZero()) {
            segment.writtenProgramDateTime().ifPresent(date -> builder.programDateTime(Optional.of(date.plus(shift))));
        }
        return builder;
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
        return line.tag().filter(HlsTag.DATERANGE::equals).isPresent();
    }
}
