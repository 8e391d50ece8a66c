package dev.hemstitch.ads.simulator;

/** What a stitcher can do wrong in what it shows. */
enum Flaw {
    /** The last segment of each ad is missing. */
    CUTS_ADS,
    /** The first segment of each ad is missing. */
    STARTS_ADS_LATE,
    /** Content is back a segment too late. */
    RETURNS_LATE,
    /** Content is back two segments too early. */
    RETURNS_EARLY,
    /** Ads start thirty seconds behind the start of their break. */
    BREAKS_LATE,
    /** All segments of ads are published at once. */
    RUNS_AHEAD,
    /** Ads are published twenty seconds late. */
    FALLS_BEHIND,
    /** Ads stand in that nobody decided on. */
    OTHER_ADS,
    /** Ads stand in whose segments are too long. */
    TOO_LONG_ADS,
    /** Time is lost in each break. */
    DRIFTS,
    /** The window is a segment long. */
    SHORT_WINDOW,
    /** Only the first rendition has ads. */
    ONE_RENDITION
}
