package dev.hemstitch.ads.interstitial;

/** How much room an interstitial takes on a player's timeline: the words of X-TIMELINE-OCCUPIES. */
public enum TimelineOccupation {
    /** A point; what a player takes if nothing is said. */
    POINT,
    /** The time that it plays for. */
    RANGE
}
