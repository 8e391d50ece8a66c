package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.Ad;

/**
 * An ad of an interstitial.
 *
 * @param uri the URI of its Multivariant or only Media Playlist, fit for a quoted string
 * @param ad the ad, its playlists read
 */
public record Asset(String uri, Ad ad) {
    /** {@return how long it really is, on its first track, in nanoseconds} */
    public long durationNanos() {
        return ad.durationNanos();
    }
}
