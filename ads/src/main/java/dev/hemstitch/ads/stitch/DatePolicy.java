package dev.hemstitch.ads.stitch;

/**
 * What becomes of EXT-X-PROGRAM-DATE-TIME and of the dates of EXT-X-DATERANGE. Ads get dates of the break, never their
 * own; content without dates gets none.
 */
public enum DatePolicy {
    /** Dates behind a break move by the duration of its ads, so that each date belongs to one place. */
    SHIFT,
    /** Dates of content stay; behind an inserted break they then overlap with those of the ads. */
    KEEP,
    /** All dates and date ranges are left out. */
    DROP
}
