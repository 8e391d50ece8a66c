package dev.hemstitch.ads.interstitial;

/** How an interstitial looks on a player's timeline: the words of X-TIMELINE-STYLE. */
public enum TimelineStyle {
    /** Apart from the content; what a player takes if nothing is said. */
    HIGHLIGHT,
    /** Like the content. */
    PRIMARY
}
