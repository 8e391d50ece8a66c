package dev.hemstitch.ads.vast;

import java.time.Duration;

/**
 * How far wrappers are followed. What is beyond fails with error 302, with 301 where time is up.
 *
 * @param maxWrappers the most wrappers in a row; 0 to 100
 * @param maxResponses the most responses fetched in all; at least 0
 * @param maxAds the most ads looked at in all, wrappers too; at least 1
 * @param maxBytes the most bytes of responses in all; at least 1
 * @param timeout how long fetching may take in all
 */
public record WrapperLimits(int maxWrappers, int maxResponses, int maxAds, long maxBytes, Duration timeout) {
    /** 5 wrappers in a row, as VAST recommends; 20 responses, 200 ads, 16 MiB, 5 seconds. */
    public static final WrapperLimits DEFAULT = new WrapperLimits(5, 20, 200, 16L << 20, Duration.ofSeconds(5));

    /**
     * Limits.
     *
     * @param maxWrappers the most wrappers in a row
     * @param maxResponses the most responses fetched in all
     * @param maxAds the most ads looked at in all
     * @param maxBytes the most bytes of responses in all
     * @param timeout how long fetching may take in all
     * @throws IllegalArgumentException if one is out of its range
     */
    public WrapperLimits {
        boolean inRange = maxWrappers >= 0 && maxWrappers <= 100 && maxResponses >= 0 && maxAds > 0 && maxBytes > 0;
        if (!inRange || timeout.isNegative()) {
            throw new IllegalArgumentException("a limit is out of its range");
        }
    }
}
