package dev.hemstitch.ads.stitch;

/** What becomes of the content where ads play. */
public enum SpliceMode {
    /** It goes on behind the ads where it was left. */
    INSERT,
    /** As much of it as the ads take is left out. */
    REPLACE
}
