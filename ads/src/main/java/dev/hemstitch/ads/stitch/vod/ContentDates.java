package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which date is where on the content's timeline, told once for all tracks so that their dates agree, and how far dates
 * move.
 */
final class ContentDates {
    private static final OffsetDateTime EPOCH = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final List<MediaSegment> segments;
    private final boolean invented;
    private final List<Shift> shifts = new ArrayList<>();
    private List<Stretch> stretches = List.of();

    /** From a time of the content on, dates move by a time. */
    private record Shift(long fromNanos, Duration by) {}

    /** Content whose dates follow from one that is written: its times, and the date at which it starts. */
    private record Stretch(OffsetDateTime start, long fromNanos, long toNanos) {}

    private ContentDates(List<MediaSegment> segments, boolean invented, List<SplicePoint> points, boolean shifting) {
        this.segments = segments;
        this.invented = invented;
        long shiftNanos = 0;
        for (SplicePoint point : shifting ? points : List.<SplicePoint>of()) {
            shiftNanos += point.adNanos() - (point.resumeNanos() - point.cutNanos());
            shifts.add(new Shift(point.resumeNanos(), Duration.ofNanos(shiftNanos)));
        }
    }

    /** The dates of the first track that has any; else dates from 1970 on if there must be some. */
    static Optional<ContentDates> of(
            List<PreparedTrack> tracks, List<SplicePoint> points, boolean shifting, boolean required) {
        for (PreparedTrack track : tracks) {
            if (track.isDated()) {
                return Optional.of(new ContentDates(track.segments(), false, points, shifting));
            }
        }
        return required
                ? Optional.of(new ContentDates(tracks.get(0).segments(), true, points, shifting))
                : Optional.empty();
    }

    /** Whether a date has a year of four digits, as ISO 8601 asks for. */
    static boolean isWritable(OffsetDateTime date) {
        return date.getYear() >= 0 && date.getYear() <= 9999;
    }

    /** The date at which a break starts: that of the end of the content before it, or of the first segment. */
    OffsetDateTime dateBefore(long contentNanos) {
        return date(segments.get(indexAt(contentNanos - 1)), contentNanos);
    }

    /** The date of a segment of any track as the output has it before it moves. */
    OffsetDateTime of(MediaSegment segment) {
        return segment.programDateTime()
                .orElseGet(() -> date(segments.get(indexAt(segment.startNanos())), segment.startNanos()));
    }

    private OffsetDateTime date(MediaSegment segment, long contentNanos) {
        OffsetDateTime start = invented
                ? EPOCH.plusNanos(segment.startNanos())
                : segment.programDateTime().orElseThrow();
        return start.plusNanos(contentNanos - segment.startNanos());
    }

    /** The segment that plays at a time; the last one behind the end. */
    private int indexAt(long nanos) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).startNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How far a date of the content moves: by as much as the content that it belongs to. */
    Duration shiftOf(OffsetDateTime date) {
        if (shifts.isEmpty()) {
            return Duration.ZERO;
        }
        long nanos = timeOf(date);
        Duration by = Duration.ZERO;
        for (Shift shift : shifts) {
            by = shift.fromNanos <= nanos ? shift.by : by;
        }
        return by;
    }

    /** The time of the content at a date: where that is played, else behind the content last played before it. */
    private long timeOf(OffsetDateTime date) {
        if (stretches.isEmpty()) {
            stretches = stretches();
        }
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

    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= segments.size(); i++) {
            boolean ends = i == segments.size() || segments.get(i).has(HlsTag.PROGRAM_DATE_TIME);
            if (ends) {
                MediaSegment first = segments.get(from);
                MediaSegment last = segments.get(i - 1);
                found.add(new Stretch(
                        date(first, first.startNanos()), first.startNanos(), last.startNanos() + last.durationNanos()));
                from = i;
            }
        }
        return found;
    }

    /** How far dates move behind the given number of points. */
    Duration shiftBehind(int points) {
        return points == 0 || shifts.isEmpty() ? Duration.ZERO : shifts.get(points - 1).by;
    }
}
