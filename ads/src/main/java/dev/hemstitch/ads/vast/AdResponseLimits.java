package dev.hemstitch.ads.vast;

/**
 * How much of an ad response is read. What is beyond is refused with error 100, since it cannot be read in part.
 *
 * @param maxBytes the most bytes; at least 1
 * @param maxDepth how deep elements may be nested, the root having depth 1; 1 to 1,000
 * @param maxElements the most elements; at least 1
 * @param maxAttributes the most attributes of an element; 0 to 10,000
 */
public record AdResponseLimits(int maxBytes, int maxDepth, int maxElements, int maxAttributes) {
    /** 4 MiB, nested 64 deep, 100,000 elements, 100 attributes. */
    public static final AdResponseLimits DEFAULT = new AdResponseLimits(4 << 20, 64, 100_000, 100);

    /**
     * Limits.
     *
     * @param maxBytes the most bytes
     * @param maxDepth how deep elements may be nested
     * @param maxElements the most elements
     * @param maxAttributes the most attributes of an element
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdResponseLimits {
        boolean positive = maxBytes > 0 && maxDepth > 0 && maxElements > 0 && maxAttributes >= 0;
        if (!positive || maxDepth > 1_000 || maxAttributes > 10_000) {
            throw new IllegalArgumentException("a limit is out of its range");
        }
    }
}
