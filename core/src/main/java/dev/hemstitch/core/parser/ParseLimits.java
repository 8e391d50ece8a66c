package dev.hemstitch.core.parser;

/**
 * How much a parser takes. What is beyond is refused in either mode, since it cannot be read in part.
 *
 * @param maxBytes the most bytes of a text; 1 to 2^31-9
 * @param maxLineBytes the most bytes of a line with its end; at least 1
 * @param maxLines the most lines; at least 1
 * @param maxSegments the most segments of a Media Playlist, or variants, renditions and other items of a Multivariant
 *     Playlist; at least 1
 * @param maxAttributes the most attributes of a tag; 1 to 1,000
 */
public record ParseLimits(int maxBytes, int maxLineBytes, int maxLines, int maxSegments, int maxAttributes) {
    /** 256 MiB, lines of 1 MiB, 20 million lines, 2 million segments, 1,000 attributes. */
    public static final ParseLimits DEFAULT = new ParseLimits(256 << 20, 1 << 20, 20_000_000, 2_000_000, 1_000);

    /**
     * Limits.
     *
     * @param maxBytes the most bytes of a text
     * @param maxLineBytes the most bytes of a line with its end
     * @param maxLines the most lines
     * @param maxSegments the most segments, or variants and other items
     * @param maxAttributes the most attributes of a tag
     * @throws IllegalArgumentException if one is out of its range
     */
    public ParseLimits {
        boolean positive = maxBytes > 0 && maxLineBytes > 0 && maxLines > 0 && maxSegments > 0 && maxAttributes > 0;
        if (!positive || maxBytes > Integer.MAX_VALUE - 8 || maxAttributes > 1_000) {
            throw new IllegalArgumentException("a limit is out of its range");
        }
    }
}
