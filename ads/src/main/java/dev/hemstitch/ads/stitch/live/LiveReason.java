package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.model.SkipReason;
import java.util.Optional;

/**
 * Why something does not play: told at the refresh at which it is decided.
 *
 * @param breakId the break
 * @param adId the ad; empty if it is the break as a whole
 * @param reason why
 * @param message the same in words
 */
public record LiveReason(String breakId, Optional<String> adId, SkipReason reason, String message) {}
