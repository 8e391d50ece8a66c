package dev.hemstitch.ads.stitch;

/**
 * Where a track is cut for a break.
 *
 * @param cutIndex the index of the first content segment that does not play before the ads
 * @param resumeIndex the index of the first content segment that plays behind them; the same unless content is replaced
 * @param cutNanos where on the track's own timeline
 * @param skewNanos how far that is from where the reference track is cut; negative if it is earlier
 */
public record TrackCut(int cutIndex, int resumeIndex, long cutNanos, long skewNanos) {}
