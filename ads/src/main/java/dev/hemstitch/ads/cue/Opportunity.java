package dev.hemstitch.ads.cue;

/** What a break gives room for. */
public enum Opportunity {
    /** Ads play in place of a stretch of the content. */
    REPLACEMENT,
    /**
     * Ads play between two segments, and the content waits: EXT-X-PLACEMENT-OPPORTUNITY, or EXT-X-CUE-OUT and EXT-X-CUE-IN
     * before the same segment.
     */
    INSERTION
}
