package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.model.Ad;
import java.util.List;

/**
 * An ad as it plays.
 *
 * @param id what tells it from all others of the schedule
 * @param ad the ad
 * @param startNanos where it starts on the stitched timeline, in nanoseconds
 * @param playedNanos how much of it plays, in nanoseconds
 * @param durationNanos how long it is, in nanoseconds; more than what plays if it is cut
 * @param beacons what to call, in the order of time
 */
public record TrackedAd(String id, Ad ad, long startNanos, long playedNanos, long durationNanos, List<Beacon> beacons) {
    /**
     * An ad; the list is copied.
     *
     * @param id what tells it from all others
     * @param ad the ad
     * @param startNanos where it starts
     * @param playedNanos how much of it plays
     * @param durationNanos how long it is
     * @param beacons what to call
     */
    public TrackedAd {
        beacons = List.copyOf(beacons);
    }

    /** {@return where it ends on the stitched timeline, in nanoseconds} */
    public long endNanos() {
        return startNanos + playedNanos;
    }

    /** {@return whether it does not play to its end} */
    public boolean isCut() {
        return playedNanos < durationNanos;
    }
}
