package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;

/**
 * An ad that was left out.
 *
 * @param ad the ad
 * @param track the track of the content that it has nothing for; empty text if that is not why
 * @param reason why
 * @param message the same in words
 */
public record RefusedAd(Ad ad, String track, SkipReason reason, String message) {
    /** {@return one line: the ad's id, the reason, and what happened} */
    @Override
    public String toString() {
        return ad.id() + (track.isEmpty() ? "" : " for " + track) + ": " + reason + " " + message;
    }
}
