package dev.hemstitch.ads.stitch;

import java.util.List;

/**
 * Where ads go: one place in time, and the segment boundary there of each track.
 *
 * @param breaks the indices of the breaks that go here, in the order asked for
 * @param cutNanos where, on the content's timeline
 * @param resumeNanos where the content goes on; the same unless content is replaced
 * @param ads the ads, in order
 * @param cuts for each track of the content, in its order, where it is cut
 */
public record SplicePoint(
        List<Integer> breaks, long cutNanos, long resumeNanos, List<PreparedAd> ads, List<TrackCut> cuts) {
    /**
     * A point; the lists are copied.
     *
     * @param breaks the indices of the breaks that go here, in the order asked for
     * @param cutNanos where, on the content's timeline
     * @param resumeNanos where the content goes on
     * @param ads the ads, in order
     * @param cuts for each track of the content, in its order, where it is cut
     */
    public SplicePoint {
        breaks = List.copyOf(breaks);
        ads = List.copyOf(ads);
        cuts = List.copyOf(cuts);
    }

    /** {@return how long the ads are on the reference track, in nanoseconds} */
    public long adNanos() {
        return ads.stream().mapToLong(PreparedAd::durationNanos).sum();
    }
}
