package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.SkipReason;

/**
 * A break that was left out.
 *
 * @param index its index among the breaks that were asked for
 * @param reason why
 * @param message the same in words
 */
public record RefusedBreak(int index, SkipReason reason, String message) {}
