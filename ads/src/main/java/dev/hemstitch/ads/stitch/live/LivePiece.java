package dev.hemstitch.ads.stitch.live;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of what a rendition lists.
 *
 * @param from the index of its first segment: in the snapshot, or in the line
 * @param to the index behind the last one
 * @param number the output's number of the first one
 * @param discontinuityOffset what is added to the content's discontinuity numbers
 * @param each the break that it is of; of content outside of breaks, the one that ends right before it, or null
 * @param line what plays in the break; null for content outside of breaks
 */
record LivePiece(
        int from,
        int to,
        long number,
        long discontinuityOffset,
        @Nullable LiveBreak each,
        @Nullable AdLine line) {
    boolean isAds() {
        return line != null && line.hasOwnMedia();
    }

    int count() {
        return to - from;
    }

    /** The rest of it: content that does not start where a break ends has no seam. */
    LivePiece from(int newFrom) {
        LiveBreak rest = line == null && newFrom > from ? null : each;
        return new LivePiece(newFrom, to, number + newFrom - from, discontinuityOffset, rest, line);
    }
}
