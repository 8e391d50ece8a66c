package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.cue.CueMark.Kind;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Breaks said by EXT-X-DATERANGE: what all tags of one ID say together, as RFC 8216bis, 4.4.5.1 merges them, and where that is.
 */
final class DateRangeCues {
    /** START-DATEs of one ID that differ by more are two ranges. */
    private static final long SAME_RANGE_SECONDS = 1;

    /** A splice lies within a segment, and its tag before the next one: dates this near to a tag are not elsewhere. */
    private static final long NEAR_NANOS = 1_000_000_000;

    /** What is known of a range so far. */
    private static final class Range {
        final String id;
        final CuePlace firstPlace;
        String className = "";
        boolean endsOnNext;

        @Nullable
        CuePlace outPlace;

        @Nullable
        CuePlace inPlace;

        /** Whether the end is a command of its own, which START-DATE dates; in SCTE35-IN that is the date of the start. */
        boolean isEndCommand;

        @Nullable
        OffsetDateTime startDate;

        @Nullable
        OffsetDateTime endDate;

        OptionalLong duration = OptionalLong.empty();
        OptionalLong planned = OptionalLong.empty();
        SpliceFacts out = SpliceFacts.NOTHING;
        SpliceFacts in = SpliceFacts.NOTHING;

        @Nullable
        CuePlace startPlace;

        Range(String id, CuePlace place) {
            this.id = id;
            this.firstPlace = place;
        }

        /** How far behind its start its end is, if it says so. */
        OptionalLong length() {
            if (endDate != null && startDate != null && !endDate.isBefore(startDate)) {
                Duration length = Duration.between(startDate, endDate);
                return length.toDays() > 36_500 ? OptionalLong.empty() : OptionalLong.of(length.toNanos());
            }
            return duration;
        }
    }

    private final PlaylistTimeline timeline;
    private final CuePosition position;
    private final CueMarks reader;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<String, Range> latest = new HashMap<>();
    private final Map<String, TreeMap<Long, CuePlace>> startsByClass = new HashMap<>();

    DateRangeCues(PlaylistTimeline timeline, CuePosition position, CueMarks reader) {
        this.timeline = timeline;
        this.position = position;
        this.reader = reader;
    }

    /** Whether a line may tell of a break: any may, as long as others of its ID or class are not known. */
    static boolean mayBeCue(PlaylistLine line) {
        return !line.attributes()
                .find("ID")
                .map(AttributeValue::text)
                .orElse("")
                .isEmpty();
    }

    void add(PlaylistLine line, CuePlace place) {
        AttributeList attributes = line.attributes();
        String id = text(attributes, "ID");
        OffsetDateTime start = date(attributes, "START-DATE");
        String out = text(attributes, "SCTE35-OUT");
        String in = text(attributes, "SCTE35-IN");
        Range range = latest.get(id);
        if (range == null || (in.isEmpty() && startsElsewhere(range, start))) {
            range = new Range(id, place);
            ranges.add(range);
            latest.put(id, range);
        }
        if (range.startDate == null || (!out.isEmpty() && range.outPlace == null)) {
            range.startDate = start == null ? range.startDate : start;
        }
        range.endDate = range.endDate == null ? date(attributes, "END-DATE") : range.endDate;
        range.duration = or(range.duration, attributes, "DURATION", place);
        range.planned = or(range.planned, attributes, "PLANNED-DURATION", place);
        range.className = range.className.isEmpty() ? text(attributes, "CLASS") : range.className;
        range.endsOnNext |= text(attributes, "END-ON-NEXT").equals("YES");
        if (!out.isEmpty() && range.outPlace == null) {
            range.outPlace = place;
            range.out = reader.facts(out, place);
        }
        if (!in.isEmpty() && range.inPlace == null) {
            range.inPlace = place;
            range.in = reader.facts(in, place);
        }
        command(range, text(attributes, "SCTE35-CMD"), place);
    }

    /** SCTE35-CMD is for all other commands; but some packagers put the start and the end of breaks there. */
    private void command(Range range, String text, CuePlace place) {
        if (!text.isEmpty() && range.outPlace == null && range.inPlace == null) {
            SpliceFacts facts = reader.facts(text, place);
            if (facts.isOut()) {
                range.outPlace = place;
                range.out = facts;
            } else if (facts.isIn()) {
                range.inPlace = place;
                range.in = facts;
                range.isEndCommand = true;
            }
        }
    }

    private static boolean startsElsewhere(Range range, @Nullable OffsetDateTime start) {
        return range.startDate != null
                && start != null
                && Math.abs(Duration.between(range.startDate, start).toSeconds()) > SAME_RANGE_SECONDS;
    }

    private OptionalLong or(OptionalLong known, AttributeList attributes, String name, CuePlace place) {
        return known.isPresent() ? known : reader.time(text(attributes, name), place);
    }

    private String text(AttributeList attributes, String name) {
        return attributes
                .find(name)
                .map(AttributeValue::text)
                .map(reader::resolved)
                .map(SpliceFacts::unquoted)
                .orElse("");
    }

    private @Nullable OffsetDateTime date(AttributeList attributes, String name) {
        return IsoDateTime.parse(text(attributes, name)).map(IsoDateTime::value).orElse(null);
    }

    /** The marks of all ranges that start or end a break. */
    List<CueMark> marks() {
        List<CueMark> marks = new ArrayList<>();
        for (Range range : ranges) {
            boolean complete = range.outPlace != null || (range.inPlace != null && isPast(range));
            if (complete) {
                marks.add(out(range));
            }
            Optional<CuePlace> end = end(range, complete);
            if (end.isPresent() && (complete || range.inPlace != null)) {
                marks.add(CueMark.of(Kind.IN, CueDialect.DATERANGE, end.get())
                        .withDateRangeId(range.id)
                        .withSplice(range.in));
            }
        }
        return marks;
    }

    private CueMark out(Range range) {
        boolean ended = range.inPlace != null || range.endDate != null;
        OptionalLong length = range.length();
        OptionalLong duration = length.isEmpty() || (ended && range.planned.isPresent()) ? range.planned : length;
        return CueMark.of(Kind.OUT, CueDialect.DATERANGE, start(range))
                .withDateRangeId(range.id)
                .withTimes(duration, OptionalLong.empty())
                .withSplice(range.outPlace == null ? range.in : range.out);
    }

    /** Whether the tag that ends a range tells also where it started, before that tag, and some of it is listed. */
    private boolean isPast(Range range) {
        OptionalLong start = dated(range.startDate);
        return start.isPresent()
                && range.length().orElse(0) > 0
                && range.inPlace != null
                && start.getAsLong() < range.inPlace.nanos() - PlaylistTimeline.SAME_NANOS
                && start.getAsLong() + range.length().orElse(0) > PlaylistTimeline.SAME_NANOS;
    }

    private CuePlace start(Range range) {
        CuePlace known = range.startPlace;
        if (known == null) {
            known = findStart(range);
            range.startPlace = known;
        }
        return known;
    }

    private CuePlace findStart(Range range) {
        CuePlace place = range.outPlace == null ? range.firstPlace : range.outPlace;
        return placed(place, dated(range.startDate), range.outPlace == null);
    }

    private CuePlace placed(CuePlace place, OptionalLong nanos, boolean goesByDate) {
        boolean byDate = goesByDate || position == CuePosition.START_DATE || isElsewhere(place, nanos);
        return nanos.isPresent() && byDate ? at(place, nanos.getAsLong()) : place;
    }

    private OptionalLong dated(@Nullable OffsetDateTime date) {
        return date == null ? OptionalLong.empty() : timeline.nanosOf(date);
    }

    private CuePlace at(CuePlace place, long nanos) {
        return place.at(isJustBefore(place, nanos) ? 0 : timeline.boundaryNear(nanos), nanos);
    }

    /** Whether a tag stands at the first segment, and no boundary before that can be nearer to its date. */
    private boolean isJustBefore(CuePlace place, long nanos) {
        return place.boundary() == 0 && timeline.count() > 0 && nanos < 0 && -nanos <= timeline.nanos(1) / 2;
    }

    /** Whether a tag stands where packagers list ranges, and its date lies elsewhere. */
    private boolean isElsewhere(CuePlace place, OptionalLong nanos) {
        if (nanos.isEmpty() || timeline.count() == 0) {
            return false;
        }
        boolean atStart =
                place.boundary() == 0 && (nanos.getAsLong() < -NEAR_NANOS || nanos.getAsLong() >= timeline.nanos(1));
        boolean atEnd =
                place.boundary() == timeline.count() && Math.abs(nanos.getAsLong() - timeline.endNanos()) > NEAR_NANOS;
        return atStart || atEnd;
    }

    private Optional<CuePlace> end(Range range, boolean hasStart) {
        OptionalLong length = range.length();
        CuePlace in = range.inPlace;
        if (in != null && !hasStart && range.isEndCommand) {
            return Optional.of(placed(in, dated(range.startDate), false));
        }
        boolean said = in != null || range.endDate != null;
        boolean ownPlace =
                in != null && (!hasStart || in.owner() != start(range).owner()) && in.boundary() > 0;
        if (ownPlace && in != null && (position == CuePosition.TAG || !hasStart || length.isEmpty())) {
            return Optional.of(in);
        }
        if (hasStart && said && length.isPresent()) {
            return Optional.of(
                    at(in == null ? range.firstPlace : in, start(range).nanos() + length.getAsLong()));
        }
        if (in == null) {
            return hasStart && range.endsOnNext ? next(range) : Optional.empty();
        }
        return !hasStart || start(range).nanos() < in.nanos() ? Optional.of(in) : Optional.empty();
    }

    /** Where the next range of a class starts. */
    private Optional<CuePlace> next(Range range) {
        if (range.className.isEmpty()) {
            return Optional.empty();
        }
        if (startsByClass.isEmpty()) {
            for (Range each : ranges) {
                startsByClass
                        .computeIfAbsent(each.className, name -> new TreeMap<>())
                        .put(start(each).nanos(), start(each));
            }
        }
        Map.Entry<Long, CuePlace> next = startsByClass
                .getOrDefault(range.className, new TreeMap<>())
                .higherEntry(start(range).nanos());
        return next == null ? Optional.empty() : Optional.of(next.getValue());
    }
}
