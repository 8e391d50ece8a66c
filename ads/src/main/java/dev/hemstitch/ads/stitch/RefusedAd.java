package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.SkipReason;

/**
 * An ad that was left out.
 *
 * @param ad its id
 * @param track the track of the content that it has nothing for; empty text if that is not why
 * @param reason why
 * @param message the same in words
 */
public record RefusedAd(String ad, String track, SkipReason reason, String message) {}
