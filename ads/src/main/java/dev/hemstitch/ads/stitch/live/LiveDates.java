package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.Optional;

/** The dates that are written where the origin has dates: of ads, and of content that goes on behind them. */
final class LiveDates {
    private final String rendition;
    private final Snapshot snapshot;
    private final long zeroMicros;

    /**
     * @param zeroMicros when the session starts; {@link LiveState#NO_DATE} if that is not known
     */
    LiveDates(String rendition, Snapshot snapshot, long zeroMicros) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.zeroMicros = zeroMicros;
    }

    /** Whether moments of the session have dates. */
    boolean areKnown() {
        return snapshot.isDated() && zeroMicros != LiveState.NO_DATE;
    }

    /** The date that was written when content went on, unless it is the segment's own: later snapshots reckon another one. */
    Optional<IsoDateTime> resumed(LiveBreak each, int index) {
        LiveBreak.Cut cut = each.cut(rendition);
        if (cut == null || each.isRestart() || !areKnown()) {
            return Optional.empty();
        }
        long found = each.startMicros() + cut.resumeMicros();
        boolean isOwn = snapshot.segment(index).has(HlsTag.PROGRAM_DATE_TIME) && snapshot.at(index) == found;
        return isOwn ? Optional.empty() : Optional.of(date(found));
    }

    private IsoDateTime date(long sessionMicros) {
        return snapshot.shared().date(milliseconds(zeroMicros + sessionMicros));
    }

    /** A seam with the date of a moment. */
    Seam dateOf(Seam seam, long sessionMicros) {
        return seam.withProgramDateTime(date(sessionMicros));
    }

    /** A seam with the date of a segment, unless that has a tag of its own. */
    Seam dated(Seam seam, int index) {
        MediaSegment segment = snapshot.segment(index);
        return !snapshot.isDated() || segment.has(HlsTag.PROGRAM_DATE_TIME)
                ? seam
                : segment.programDateTime()
                        .map(date -> seam.withProgramDateTime(IsoDateTime.of(date)))
                        .orElse(seam);
    }

    /** Whether a date stands in it. */
    boolean hasDate(LivePiece piece) {
        boolean dated = piece.isAds() || piece.each() != null;
        for (int i = piece.from(); !dated && i < piece.to(); i++) {
            dated = snapshot.segment(i).has(HlsTag.PROGRAM_DATE_TIME);
        }
        return dated;
    }

    /**
     * The date of an ad's segment: where it starts, but for one that is so short that content, which may go on before its end, could
     * be dated before it.
     */
    static long ofAd(AdLine line, int segment) {
        return Math.min(line.endOf(segment - 1), line.endOf(segment) - BreakPlan.TOLERANCE_MICROS - 1_000);
    }

    private static long milliseconds(long micros) {
        return Math.floorDiv(micros + 500, 1_000) * 1_000;
    }
}
