package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the dates of date ranges: all tags of one range by as much as its start moves, so that its duration stays true.
 */
final class DateRangeShift {
    private final ContentDates dates;
    private final Map<String, Duration> shifts = new HashMap<>();

    DateRangeShift(ContentDates dates, Map<String, OffsetDateTime> starts) {
        this.dates = dates;
        starts.forEach((id, start) -> shifts.put(id, dates.shiftOf(start)));
    }

    /** Where each date range of a playlist starts that says so, by its ID. */
    static Map<String, OffsetDateTime> starts(MediaPlaylist playlist) {
        Map<String, OffsetDateTime> starts = new HashMap<>();
        for (DateRange range : playlist.dateRanges()) {
            range.startDate().ifPresent(start -> starts.putIfAbsent(range.id(), start.value()));
        }
        return starts;
    }

    /** The line of a tag as the output has it. */
    String line(PlaylistLine line) {
        AttributeList attributes = line.attributes();
        Optional<IsoDateTime> start = attributes.get(DateRange.START_DATE);
        Optional<IsoDateTime> end = attributes.get(DateRange.END_DATE);
        Optional<Duration> known = attributes.get(DateRange.ID).map(shifts::get);
        Duration shift = known.or(() -> start.or(() -> end).map(date -> dates.shiftOf(date.value())))
                .orElse(Duration.ZERO);
        if (shift.isZero()) {
            return line.text();
        }
        AttributeList moved = attributes;
        if (start.isPresent()) {
            moved = moved.with("START-DATE", quoted(start.get().plus(shift)));
        }
        if (end.isPresent()) {
            moved = moved.with("END-DATE", quoted(end.get().plus(shift)));
        }
        return "#" + HlsTag.DATERANGE.tagName() + ":" + moved;
    }

    private static AttributeValue quoted(IsoDateTime date) {
        return AttributeValue.quoted(date.toString());
    }
}
