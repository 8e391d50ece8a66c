package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which date is where on a track, read once: from each date that is written, those behind it are reckoned. Immutable. */
final class TrackDates {
    private static final OffsetDateTime EPOCH = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** The sum of two such times is a {@code long}. */
    private static final long MOST_NANOS = Long.MAX_VALUE / 2;

    private final List<Stretch> stretches = new ArrayList<>();

    /** Content whose dates follow from one that is written: its place and times, and the date at which it starts. */
    private record Stretch(OffsetDateTime start, int fromIndex, long fromNanos, long toNanos) {}

    private TrackDates(List<MediaSegment> segments, Function<MediaSegment, OffsetDateTime> dates) {
        int from = 0;
        for (int i = 1; i <= segments.size(); i++) {
            boolean ends = i == segments.size() || segments.get(i).has(HlsTag.PROGRAM_DATE_TIME);
            if (ends) {
                MediaSegment first = segments.get(from);
                MediaSegment last = segments.get(i - 1);
                long end = last.startNanos() + last.durationNanos();
                stretches.add(new Stretch(dates.apply(first), from, first.startNanos(), end));
                from = i;
            }
        }
    }

    /** Of a track with at least one segment that has a date, so that all have one. */
    static TrackDates written(List<MediaSegment> segments) {
        return new TrackDates(segments, segment -> segment.programDateTime().orElseThrow());
    }

    /** Of a track without dates: as if it started with 1970. */
    static TrackDates invented(List<MediaSegment> segments) {
        return new TrackDates(segments, segment -> EPOCH.plusNanos(segment.startNanos()));
    }

    /** The date at a time of the content, reckoned from that of a segment, and moved. */
    OffsetDateTime at(long contentNanos, int segment, long laterNanos) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).fromIndex <= segment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long behind = contentNanos - stretches.get(low).fromNanos;
        boolean isSmall = Math.abs(behind) < MOST_NANOS && Math.abs(laterNanos) < MOST_NANOS;
        OffsetDateTime start = stretches.get(low).start;
        return isSmall
                ? start.plusNanos(behind + laterNanos)
                : start.plusNanos(behind).plusNanos(laterNanos);
    }

    /** The time of the content at a date: where that is played, else behind the content last played before it. */
    long timeOf(OffsetDateTime date) {
        long endNanos = stretches.get(stretches.size() - 1).toNanos;
        long time = -1;
        Optional<OffsetDateTime> nearest = Optional.empty();
        for (Stretch stretch : stretches) {
            boolean starts = !date.isBefore(stretch.start);
            boolean plays = starts
                    && Duration.between(stretch.start, date)
                                    .compareTo(Duration.ofNanos(stretch.toNanos - stretch.fromNanos))
                            < 0;
            if (plays) {
                return stretch.fromNanos + Duration.between(stretch.start, date).toNanos();
            }
            if (starts && nearest.filter(stretch.start::isBefore).isEmpty()) {
                nearest = Optional.of(stretch.start);
                boolean last = stretch.toNanos == endNanos;
                time = last ? stretch.toNanos : stretch.toNanos - 1;
            }
        }
        return time;
    }
}
