package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.internal.dates.DateOverlap;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.model.MediaSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much later than on the reference track the ads of a point are dated on a track that is cut elsewhere, or where they are
 * longer: not at all, as long as a date is one place. Dates may go back by less than a second, and not to before the start of
 * the segment (RFC 8216bis, 6.2.1).
 */
final class AdDates {
    /** What has a date of its own: ads, or segments of ads. */
    private final List<Piece> pieces = new ArrayList<>();

    /** How many each ad has. */
    private final List<Integer> counts = new ArrayList<>();

    /**
     * Where content ends before the ads, how far dates may go back there, and where content goes on behind them, by its dates.
     */
    private final long before;

    private final long allowedBefore;
    private final long behind;

    /** From when to when behind the start of the first ad it plays, and how far dates may go back behind it. */
    private record Piece(long start, long end, long allowed) {}

    /** Of points between which the track has no content. */
    private AdDates(
            PreparedTrack track, List<SplicePoint> points, int from, int to, ContentDates dates, boolean bySegment) {
        TrackCut first = points.get(from).cuts().get(track.index());
        TrackCut last = points.get(to - 1).cuts().get(track.index());
        List<MediaSegment> content = track.segments();
        this.before = first.skewNanos();
        // A pre-roll may be dated earlier by as much: the dates of all tracks start within a second (RFC 8216bis,
        // 6.2.4).
        this.allowedBefore =
                first.cutIndex() == 0 ? DateOverlap.LIMIT_NANOS : DateOverlap.limit(content.get(first.cutIndex() - 1));
        for (int i = from; i < to; i++) {
            add(track, points.get(i), dates.adsFrom(i) - dates.adsFrom(from), bySegment);
        }
        this.behind = last.resumeIndex() == content.size()
                ? Long.MAX_VALUE
                : dates.resumeNanos(to - 1)
                        + dates.adsFrom(to - 1)
                        - dates.adsFrom(from)
                        + content.get(last.resumeIndex()).startNanos()
                        - points.get(to - 1).resumeNanos();
    }

    private void add(PreparedTrack track, SplicePoint point, long startNanos, boolean bySegment) {
        long elapsed = startNanos;
        for (PreparedAd ad : point.ads()) {
            List<MediaSegment> segments =
                    ad.of(track.track()).orElseThrow().playlist().segments();
            long from = segments.get(0).startNanos() - elapsed;
            for (MediaSegment segment : bySegment ? segments : segments.subList(segments.size() - 1, segments.size())) {
                long start = bySegment ? segment.startNanos() - from : elapsed;
                long end = segment.startNanos() - from + segment.durationNanos();
                pieces.add(new Piece(start, end, DateOverlap.limit(segment)));
            }
            counts.add(bySegment ? segments.size() : 1);
            elapsed += ad.durationNanos();
        }
    }

    /** For each ad of all points, in order, for all of it or for each of its segments; nothing on the reference track. */
    static List<long[]> later(PreparedTrack track, List<SplicePoint> points, ContentDates dates) {
        List<long[]> all = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= points.size(); to++) {
            if (to == points.size() || hasContentBefore(points, to, track.index())) {
                all.addAll(later(track, points, from, to, dates));
                from = to;
            }
        }
        return all;
    }

    private static boolean hasContentBefore(List<SplicePoint> points, int point, int track) {
        return points.get(point - 1).cuts().get(track).resumeIndex()
                < points.get(point).cuts().get(track).cutIndex();
    }

    private static List<long[]> later(
            PreparedTrack track, List<SplicePoint> points, int from, int to, ContentDates dates) {
        for (boolean bySegment : track.index() == 0 ? new boolean[0] : new boolean[] {false, true}) {
            AdDates these = new AdDates(track, points, from, to, dates, bySegment);
            Optional<long[]> moves = these.later();
            if (moves.isPresent()) {
                return these.byAd(moves.get());
            }
        }
        return points.subList(from, to).stream()
                .flatMap(point -> point.ads().stream())
                .map(ad -> new long[1])
                .toList();
    }

    private List<long[]> byAd(long[] moves) {
        List<long[]> ads = new ArrayList<>();
        int from = 0;
        for (int count : counts) {
            ads.add(Arrays.copyOfRange(moves, from, from + count));
            from += count;
        }
        return ads;
    }

    /**
     * As much earlier as lets content go on behind them; else as much later as lets content end before them; else as little of
     * both as will do, dates going back at each as far as they may.
     */
    private Optional<long[]> later() {
        long[] earlier = new long[pieces.size()];
        if (before - earlier(earlier) < allowedBefore) {
            return Optional.of(earlier);
        }
        long[] later = new long[pieces.size()];
        return later(later) ? Optional.of(later) : least();
    }

    /** Gives the start of the first one. */
    private long earlier(long[] moves) {
        long next = behind;
        for (int i = moves.length - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            moves[i] = piece.end - next >= piece.allowed ? next - piece.end : 0;
            next = piece.start + moves[i];
        }
        return next;
    }

    /** Whether content can go on behind them then. */
    private boolean later(long[] moves) {
        long end = before;
        long most = allowedBefore;
        for (int i = 0; i < moves.length; i++) {
            Piece piece = pieces.get(i);
            moves[i] = end - piece.start >= most ? end - piece.start : 0;
            end = piece.end + moves[i];
            most = piece.allowed;
        }
        return end - behind < most;
    }

    /** Each no later than lets what follows go on, and then no earlier than lets what is before it end. */
    private Optional<long[]> least() {
        long[] moves = new long[pieces.size()];
        long next = Math.min(behind, Long.MAX_VALUE / 2);
        for (int i = moves.length - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            moves[i] = next - piece.end + DateOverlap.most(piece.allowed);
            next = piece.start + moves[i];
        }
        long end = before - DateOverlap.most(allowedBefore);
        for (int i = 0; i < moves.length; i++) {
            Piece piece = pieces.get(i);
            long least = end - piece.start;
            if (least > moves[i]) {
                return Optional.empty();
            }
            moves[i] = Math.max(least, Math.min(0, moves[i]));
            end = piece.end + moves[i] - DateOverlap.most(piece.allowed);
        }
        return Optional.of(moves);
    }
}
