package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With which time of the content the dates of each date range of a track move: all tags of one range with the time at
 * which it starts, so that its duration stays true. Found out once. Immutable.
 */
final class DateRangeTimes {
    /** Before all content, where nothing moves. */
    private static final long NEVER = Long.MIN_VALUE;

    private final TrackDates dates;
    private final Map<String, Long> starts = new HashMap<>();
    private final List<Long> amongSegments = new ArrayList<>();

    DateRangeTimes(MediaPlaylist playlist, TrackDates dates) {
        this.dates = dates;
        for (DateRange range : playlist.dateRanges()) {
            range.startDate()
                    .map(IsoDateTime::value)
                    .ifPresent(start -> starts.computeIfAbsent(range.id(), id -> dates.timeOf(start)));
        }
        for (MediaSegment segment : playlist.segments()) {
            if (segment.has(HlsTag.DATERANGE)) {
                segment.lines().stream()
                        .filter(DateEdits::isDateRange)
                        .map(this::of)
                        .forEach(amongSegments::add);
            }
        }
    }

    /** Of each tag among the lines of segments, in order. */
    List<Long> amongSegments() {
        return amongSegments;
    }

    /** Of a tag. */
    long of(PlaylistLine line) {
        AttributeList attributes = line.attributes();
        Optional<Long> known = attributes.get(DateRange.ID).map(starts::get);
        return known.orElseGet(() -> attributes
                .get(DateRange.START_DATE)
                .or(() -> attributes.get(DateRange.END_DATE))
                .map(IsoDateTime::value)
                .map(this::timeOf)
                .orElse(NEVER));
    }

    private long timeOf(OffsetDateTime date) {
        return dates.timeOf(date);
    }
}
