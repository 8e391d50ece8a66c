package dev.hemstitch.ads.stitch.live;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the segments that could be listed are: those that start where the origin still lists something, at least three target durations if
 * there are as many (RFC 8216bis, 6.2.2), and none that was removed before.
 */
final class LiveWindow {
    private final String rendition;
    private final Snapshot snapshot;
    private final long leastMicros;
    private final long first;

    /**
     * @param first the number of the first segment that may be listed
     */
    LiveWindow(String rendition, Snapshot snapshot, LiveState.Session session, long first) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        // The origin takes date ranges out that lie before its window: then nothing may be listed from before it.
        this.leastMicros = session.hasDateRanges() ? 0 : session.targetDuration() * 3_000_000;
        this.first = first;
    }

    /** How much is listed. */
    long micros(List<LivePiece> pieces) {
        long micros = 0;
        for (LivePiece piece : listed(pieces)) {
            micros += micros(piece);
        }
        return micros;
    }

    List<LivePiece> listed(List<LivePiece> pieces) {
        List<LivePiece> listed = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            LivePiece piece = listed.isEmpty() ? head(pieces, i) : pieces.get(i);
            long removed = first == Long.MIN_VALUE ? 0 : first - piece.number();
            if (removed < piece.count()) {
                LivePiece rest = removed > 0 ? piece.from(piece.from() + (int) removed) : piece;
                if (rest.count() > 0) {
                    listed.add(rest);
                }
            }
        }
        return listed;
    }

    /** The first piece without ads that played before the origin's window. */
    private LivePiece head(List<LivePiece> pieces, int index) {
        LivePiece piece = pieces.get(index);
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null || !piece.isAds()) {
            return piece;
        }
        LiveBreak.Cut cut = each.cut(rendition);
        long gone = snapshot.at(0) - each.startMicros() - (cut == null ? 0 : cut.skewMicros());
        int from = Math.min(piece.to(), Math.max(piece.from(), line.startingFrom(gone)));
        long listed = 0;
        for (int i = index + 1; i < pieces.size(); i++) {
            listed += micros(pieces.get(i));
        }
        while (from > piece.from() && listed + line.endOf(piece.to() - 1) - line.endOf(from - 1) < leastMicros) {
            from--;
        }
        return piece.from(from);
    }

    private long micros(LivePiece piece) {
        AdLine line = piece.line();
        return line != null && piece.isAds()
                ? line.endOf(piece.to() - 1) - line.endOf(piece.from() - 1)
                : snapshot.offset(piece.to()) - snapshot.offset(piece.from());
    }
}
