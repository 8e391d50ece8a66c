package dev.hemstitch.core.model;

/**
 * The dynamic range of video (RFC 8216bis, 4.4.6.2). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record VideoRange(String value) {
    /** Standard. */
    public static final VideoRange SDR = new VideoRange("SDR");

    /** Hybrid log-gamma. */
    public static final VideoRange HLG = new VideoRange("HLG");

    /** Perceptual quantizer. */
    public static final VideoRange PQ = new VideoRange("PQ");

    @Override
    public String toString() {
        return value;
    }
}
