package dev.hemstitch.core.model;

/**
 * How segments are encrypted (RFC 8216bis, 4.4.4.4). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record KeyMethod(String value) {
    /** Not at all. */
    public static final KeyMethod NONE = new KeyMethod("NONE");

    /** Whole segments, AES-128 in CBC mode with PKCS7 padding. */
    public static final KeyMethod AES_128 = new KeyMethod("AES-128");

    /** Samples, AES-128 in CBC mode. */
    public static final KeyMethod SAMPLE_AES = new KeyMethod("SAMPLE-AES");

    /** Samples, AES-128 in counter mode. */
    public static final KeyMethod SAMPLE_AES_CTR = new KeyMethod("SAMPLE-AES-CTR");

    /** Whole segments, AES-256 in GCM mode. */
    public static final KeyMethod AES_256_GCM = new KeyMethod("AES-256-GCM");

    @Override
    public String toString() {
        return value;
    }
}
