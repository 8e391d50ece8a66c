package dev.hemstitch.ads.tracking;

import java.util.List;

/**
 * A break as it plays.
 *
 * @param id what the embedder or the ad server calls it, or {@code break-} and its number among those asked for, from 1; a
 *     name that another break has is followed by that number
 * @param number its number among those asked for, from 1
 * @param startNanos where it starts on the stitched timeline, in nanoseconds
 * @param endNanos where it ends there
 * @param beacons what to call at its start and its end
 * @param ads what plays in it, slate too
 */
public record TrackedBreak(
        String id, int number, long startNanos, long endNanos, List<Beacon> beacons, List<TrackedAd> ads) {
    /**
     * A break; the lists are copied.
     *
     * @param id what it is called
     * @param number its number
     * @param startNanos where it starts
     * @param endNanos where it ends
     * @param beacons what to call
     * @param ads what plays in it
     */
    public TrackedBreak {
        beacons = List.copyOf(beacons);
        ads = List.copyOf(ads);
    }
}
