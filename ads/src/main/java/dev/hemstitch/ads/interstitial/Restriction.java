package dev.hemstitch.ads.interstitial;

/** What a viewer may not do with an interstitial: the words of X-RESTRICT. */
public enum Restriction {
    /** Seek in it, or play it faster. */
    SKIP,
    /** Seek from before it to behind it without playing it. */
    JUMP
}
