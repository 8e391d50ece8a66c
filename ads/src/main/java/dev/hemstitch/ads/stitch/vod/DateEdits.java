package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the dates among the content's lines. */
final class DateEdits {
    private static final DateEdits NONE = new DateEdits(DatePolicy.KEEP, Optional.empty(), Optional.empty());

    private final DatePolicy policy;
    private final Optional<ContentDates> dates;
    private final Optional<DateRangeTimes> ranges;

    private DateEdits(DatePolicy policy, Optional<ContentDates> dates, Optional<DateRangeTimes> ranges) {
        this.policy = policy;
        this.dates = dates;
        this.ranges = ranges;
    }

    /** Edits of one track for one viewer. */
    static DateEdits of(DatePolicy policy, Optional<ContentDates> dates, PreparedTrack track) {
        if (policy == DatePolicy.DROP) {
            return new DateEdits(policy, dates, Optional.empty());
        }
        boolean moving = policy == DatePolicy.SHIFT && dates.isPresent() && track.hasDateRanges();
        return moving
                ? new DateEdits(policy, dates, track.dateRangeTimes(dates.get().dates()))
                : NONE;
    }

    /** Whether date ranges may change. */
    boolean changeRanges() {
        return policy == DatePolicy.DROP || ranges.isPresent();
    }

    /** How far the dates of each date range among the lines of segments move. */
    List<Duration> shifts() {
        if (ranges.isEmpty()) {
            return List.of();
        }
        List<Duration> shifts = new ArrayList<>();
        for (long contentNanos : ranges.get().amongSegments()) {
            shifts.add(shiftAt(contentNanos));
        }
        return List.copyOf(shifts);
    }

    private Duration shiftAt(long contentNanos) {
        return dates.isPresent() ? dates.get().shiftAt(contentNanos) : Duration.ZERO;
    }

    /** A segment without its date and date ranges. */
    static MediaSegment withoutDates(MediaSegment segment) {
        return segment.toBuilder()
                .editLines(line -> segment.has(HlsTag.DATERANGE) && isDateRange(line) ? "" : line.text())
                .programDateTime(Optional.empty())
                .build();
    }

    /** The line to stand there instead; empty text for none. */
    String line(PlaylistLine line) {
        if (!isDateRange(line)) {
            return line.text();
        }
        return policy == DatePolicy.DROP
                ? ""
                : ranges.map(times -> line.datesMoved(shiftAt(times.of(line)))).orElseGet(line::text);
    }

    static boolean isDateRange(PlaylistLine line) {
        return line.is(HlsTag.DATERANGE);
    }
}
