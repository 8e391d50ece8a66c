package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;

/**
 * How much later than on the reference track the ads of a point are dated on a track that is cut elsewhere, or where they are
 * longer: not at all, as long as a date is one place. Dates may go back by less than a second, and not to before the start of
 * the segment (RFC 8216bis, 6.2.1).
 */
final class AdDates {
    static final long MOST_NANOS = 1_000_000_000L;

    /** Dates are written in milliseconds. */
    private static final long ROUNDING_NANOS = 1_000_000L;

    private final int count;
    private final long[] starts;
    private final long[] ends;
    private final long[] allowed;

    /**
     * Where content ends before the ads, how far dates may go back there, and where content goes on behind them, by its dates.
     */
    private final long before;

    private final long allowedBefore;
    private final long behind;

    private AdDates(PreparedTrack track, SplicePoint point, long resumeNanos) {
        this.count = point.ads().size();
        this.starts = new long[count];
        this.ends = new long[count];
        this.allowed = new long[count];
        TrackCut cut = point.cuts().get(track.index());
        List<MediaSegment> content = track.segments();
        this.before = cut.skewNanos();
        this.allowedBefore = cut.cutIndex() == 0 ? Long.MAX_VALUE : allowed(content.get(cut.cutIndex() - 1));
        long elapsed = 0;
        for (int i = 0; i < count; i++) {
            PreparedAd ad = point.ads().get(i);
            List<MediaSegment> segments =
                    ad.of(track.track()).orElseThrow().playlist().segments();
            MediaSegment last = segments.get(segments.size() - 1);
            starts[i] = elapsed;
            ends[i] = elapsed
                    + last.startNanos()
                    + last.durationNanos()
                    - segments.get(0).startNanos();
            allowed[i] = allowed(last);
            elapsed += ad.durationNanos();
        }
        this.behind = cut.resumeIndex() == content.size()
                ? Long.MAX_VALUE
                : resumeNanos + content.get(cut.resumeIndex()).startNanos() - point.resumeNanos();
    }

    private static long allowed(MediaSegment segment) {
        return Math.min(MOST_NANOS, segment.durationNanos());
    }

    /**
     * For each ad of a point; nothing on the reference track.
     *
     * @param resumeNanos how far behind the start of the ads the content's dates go on, on the reference track
     */
    static long[] later(PreparedTrack track, SplicePoint point, long resumeNanos) {
        boolean isReference = track.index() == 0;
        return isReference ? new long[point.ads().size()] : new AdDates(track, point, resumeNanos).later();
    }

    /**
     * As much earlier as lets content go on behind them; else as much later as lets content end before them; else the same
     * with dates that go back at each ad as far as they may.
     */
    private long[] later() {
        for (boolean least : new boolean[] {false, true}) {
            long[] earlier = new long[count];
            if (before - earlier(earlier, least) < allowedBefore) {
                return earlier;
            }
            long[] later = new long[count];
            if (later(later, least)) {
                return later;
            }
        }
        return new long[count];
    }

    /** Gives the start of the first one. */
    private long earlier(long[] moves, boolean least) {
        long next = behind;
        for (int i = count - 1; i >= 0; i--) {
            long over = ends[i] - next;
            moves[i] = over >= allowed[i] ? (least ? slack(allowed[i]) : 0) - over : 0;
            next = starts[i] + moves[i];
        }
        return next;
    }

    /** Whether content can go on behind them then. */
    private boolean later(long[] moves, boolean least) {
        long end = before;
        long most = allowedBefore;
        for (int i = 0; i < count; i++) {
            long over = end - starts[i];
            moves[i] = over >= most ? over - (least ? slack(most) : 0) : 0;
            end = ends[i] + moves[i];
            most = allowed[i];
        }
        return end - behind < most;
    }

    private static long slack(long allowed) {
        return Math.max(0, allowed - ROUNDING_NANOS);
    }
}
