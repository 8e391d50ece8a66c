package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.internal.dates.DateOverlap;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.core.model.MediaSegment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dates of the content, told once for all tracks so that those of ads agree, and how far dates move.
 */
final class ContentDates {
    private final List<MediaSegment> segments;
    private final TrackDates dates;
    private final List<Shift> shifts = new ArrayList<>();
    private final List<SplicePoint> points;
    private final List<Long> adStarts = new ArrayList<>();
    private final boolean shifting;

    /** From a time of the content on, dates move by a time. */
    private record Shift(long fromNanos, Duration by) {}

    private ContentDates(List<MediaSegment> segments, TrackDates dates, List<SplicePoint> points, boolean shifting) {
        this.segments = segments;
        this.dates = dates;
        this.points = points;
        this.shifting = shifting;
        long shiftNanos = 0;
        for (SplicePoint point : shifting ? points : List.<SplicePoint>of()) {
            shiftNanos += point.adNanos() - (point.resumeNanos() - point.cutNanos());
            shifts.add(new Shift(point.resumeNanos(), Duration.ofNanos(shiftNanos)));
        }
        for (int i = 0; i < points.size(); i++) {
            adStarts.add(shiftBehind(i).toNanos() + (shifting ? 0 : runOver(i)));
        }
    }

    /** How long the ads before a point, which stands where they end, run beyond there. */
    private long runOver(int point) {
        if (point == 0
                || points.get(point - 1).resumeNanos() < points.get(point).cutNanos()) {
            return 0;
        }
        SplicePoint before = points.get(point - 1);
        long end = before.cutNanos() + adStarts.get(point - 1) + before.adNanos();
        return Math.max(0, end - points.get(point).cutNanos());
    }

    /** From when on the ads of a point are dated, on the content's timeline moved. */
    long adsFrom(int point) {
        return points.get(point).cutNanos() + adStarts.get(point);
    }

    /**
     * How far behind the start of a point's ads the content's dates go on, on the reference track; where they keep and run back
     * beyond what may be, as if they went on behind the ads.
     */
    long resumeNanos(int point) {
        SplicePoint here = points.get(point);
        long kept = here.resumeNanos() - here.cutNanos() - adStarts.get(point);
        return shifting || here.adNanos() - kept >= DateOverlap.LIMIT_NANOS ? here.adNanos() : kept;
    }

    /** The dates of the first track that has any; else dates from 1970 on if there must be some. */
    static Optional<ContentDates> of(
            List<PreparedTrack> tracks, List<SplicePoint> points, boolean shifting, boolean required) {
        for (PreparedTrack track : tracks) {
            if (track.isDated()) {
                return Optional.of(new ContentDates(track.segments(), track.dates(), points, shifting));
            }
        }
        List<MediaSegment> reference = tracks.get(0).segments();
        return required
                ? Optional.of(new ContentDates(reference, TrackDates.invented(reference), points, shifting))
                : Optional.empty();
    }

    /** Whether a date has a year of four digits, as ISO 8601 asks for. */
    static boolean isWritable(OffsetDateTime date) {
        return date.getYear() >= 0 && date.getYear() <= 9999;
    }

    /**
     * The date at which an ad starts: reckoned from that of the end of the content before its point, or of the first segment;
     * behind ads that run beyond that, from where they end, so that dates never go back.
     *
     * @param elapsedNanos how long the ads before it at that point are
     */
    OffsetDateTime ofAd(int point, long elapsedNanos) {
        long cutNanos = points.get(point).cutNanos();
        return dates.at(cutNanos, indexAt(cutNanos - 1), adStarts.get(point) + elapsedNanos);
    }

    /**
     * The date of a segment of any track, moved.
     *
     * @param laterNanos how far it moves
     */
    OffsetDateTime of(PreparedTrack track, int index, long laterNanos) {
        long nanos = track.segments().get(index).startNanos();
        return track.isDated()
                ? track.dates().at(nanos, index, laterNanos)
                : dates.at(nanos, indexAt(nanos), laterNanos);
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

    /** The dates that all is told by. */
    TrackDates dates() {
        return dates;
    }

    /** How far a date moves that belongs to a time of the content. */
    Duration shiftAt(long nanos) {
        Duration by = Duration.ZERO;
        for (Shift shift : shifts) {
            by = shift.fromNanos <= nanos ? shift.by : by;
        }
        return by;
    }

    /** How far dates move behind the given number of points. */
    Duration shiftBehind(int points) {
        return points == 0 || shifts.isEmpty() ? Duration.ZERO : shifts.get(points - 1).by;
    }
}
