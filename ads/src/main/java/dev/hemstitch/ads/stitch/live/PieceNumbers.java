package dev.hemstitch.ads.stitch.live;

/** Which discontinuity numbers the segments of pieces have in one rendition, and which of them start with a discontinuity. */
final class PieceNumbers {
    private final String rendition;
    private final Snapshot snapshot;

    PieceNumbers(String rendition, Snapshot snapshot) {
        this.rendition = rendition;
        this.snapshot = snapshot;
    }

    /** The discontinuity number of a segment of a piece. */
    long discontinuity(LivePiece piece, int index) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null) {
            return snapshot.discontinuity(index) + piece.discontinuityOffset();
        }
        int unit = piece.isAds() ? line.unitOf(index) : unitOfContent(each, line, index);
        return each.firstDiscontinuity() + unit;
    }

    /** Whether EXT-X-DISCONTINUITY stands before the first segment of a piece. */
    boolean isTagged(LivePiece piece) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null) {
            return each != null || snapshot.segment(piece.from()).isDiscontinuity();
        }
        return piece.isAds() ? line.startingAt(piece.from()) != null : isUnitStart(each, line, piece.from());
    }

    /** Whether a segment of content in place of ads begins another unit than the one before it. */
    boolean isUnitStart(LiveBreak each, AdLine line, int index) {
        LiveBreak.Cut cut = each.cut(rendition);
        boolean isFirst = cut != null && snapshot.segment(index).mediaSequence() == cut.start();
        return isFirst || unitOfContent(each, line, index) != unitOfContent(each, line, index - 1);
    }

    /** The unit of a segment of content; of the one before the first one, too, which is taken to be as long as the last. */
    private int unitOfContent(LiveBreak each, AdLine line, int index) {
        long own = start(each);
        long to = snapshot.at(index + 1) - own;
        return line.unitOfContent(index < 0 ? to - snapshot.lastDuration() : snapshot.at(index) - own, to);
    }

    /** Where a break starts in this rendition. */
    long start(LiveBreak each) {
        LiveBreak.Cut cut = each.cut(rendition);
        return each.startMicros() + (cut == null ? 0 : cut.skewMicros());
    }
}
