package dev.hemstitch.ads.stitch;

/** How ads are marked in the output. */
public enum MarkerStyle {
    /** Not at all. */
    NONE,
    /** EXT-X-CUE-OUT with the duration before each break, EXT-X-CUE-IN behind it. */
    CUE,
    /** An EXT-X-DATERANGE for each ad, of class {@code dev.hemstitch.ad}; content without dates gets some. */
    DATERANGE
}
