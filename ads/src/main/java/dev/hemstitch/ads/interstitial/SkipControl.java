package dev.hemstitch.ads.interstitial;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A button that ends an interstitial early (RFC 8216bis, D.3).
 *
 * @param offsetSeconds whole seconds from the start of the interstitial until it is shown, at least 0
 * @param durationSeconds for how many whole seconds it is shown, at least 0; empty for until the end
 * @param labelId the name of its label among the session data: letters, hyphens and underlines; empty for the player's own
 */
public record SkipControl(long offsetSeconds, OptionalLong durationSeconds, Optional<String> labelId) {
    /**
     * A button.
     *
     * @param offsetSeconds whole seconds until it is shown
     * @param durationSeconds for how many whole seconds it is shown
     * @param labelId the name of its label
     * @throws IllegalArgumentException if a number is negative, or the name is empty or has other characters
     */
    public SkipControl {
        if (offsetSeconds < 0 || durationSeconds.orElse(0) < 0) {
            throw new IllegalArgumentException("a skip control has no negative times");
        }
        if (labelId.isPresent()
                && (labelId.get().isEmpty() || !labelId.get().chars().allMatch(SkipControl::isLabel))) {
            throw new IllegalArgumentException("a label is named by letters, hyphens and underlines");
        }
    }

    private static boolean isLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }
}
