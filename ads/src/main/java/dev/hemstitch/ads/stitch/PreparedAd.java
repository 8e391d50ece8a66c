package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Ad;
import java.util.List;

/**
 * An ad that every track of the content has something of.
 *
 * @param ad the ad
 * @param tracks for each track of the content, in its order, what it gets; fewer than the content has where I-frame
 *     playlists are left out
 * @param durationNanos how long it is on the reference track of the content
 */
public record PreparedAd(Ad ad, List<AdTrack> tracks, long durationNanos) {
    /**
     * A prepared ad; the list is copied.
     *
     * @param ad the ad
     * @param tracks for each track of the content, in its order, what it gets
     * @param durationNanos how long it is on the reference track of the content
     */
    public PreparedAd {
        tracks = List.copyOf(tracks);
    }
}
