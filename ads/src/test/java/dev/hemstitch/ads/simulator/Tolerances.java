package dev.hemstitch.ads.simulator;

/** What the player model allows, and why: all that is not exact is here. */
final class Tolerances {
    /** RFC 8216bis, 6.2.1: a date may fall "sub-second" before the end of the segment before it. */
    static final long DATE_BACKWARDS = Seconds.NANOS;

    /** The origin writes dates in milliseconds and durations in micro- or milliseconds; derived dates add both errors. */
    static final long DATE_ROUNDING = 2_000_000L;

    /** Rule 52: ahead of the origin by one segment, whose rounded length is at most the target duration. */
    static final long PACE = 6_500_000_000L;

    /** Rule 52 and V192: something new within so much progress of the origin, in tenths of the target duration. */
    static final long STALL_TENTHS = 15;

    /** Rule 53: what ads and content together gained or lost since the start: one segment, rounded. */
    static final long DRIFT = 6_500_000_000L;

    /**
     * Rule 53 once breaks were never seen: any stretch of a sum that stays within the drift on both sides of zero is within
     * twice as much.
     */
    static final long DRIFT_OF_STRETCH = 2 * DRIFT;

    /** Two renditions cut an asset at their own boundaries: half of the longest segment apart, each. */
    static final long SKEW = 3_250_000_000L;

    /**
     * What lies between the end of ads and the return of content in a rendition with boundaries of its own: its ads may have
     * started earlier than the video's, and its content be back later.
     */
    static final long SKEW_OF_OTHERS = 2 * SKEW;

    /** An end that nobody could foresee is seen one segment late, when the ads are one segment ahead. */
    static final long UNFORESEEN = 2 * PACE;

    /** An ad is cut at a boundary of its own segments, of which the one that no longer fits may be as long as any. */
    static final long CUT = PACE;

    /** What ads leave of a break is not filled where another break follows at once. */
    static final long LEFT_BETWEEN_BREAKS = PACE;

    /** A boundary that is the same in exact numbers. */
    static final long EXACT = 1_000_000L;

    /**
     * Rule 57: beyond what the output is behind the origin, its first segment may start later than the origin's window, by
     * what lies between boundaries.
     */
    static final long WINDOW = SKEW;

    /**
     * Rules 33 and 57 together: where there are date ranges, an ad that starts before the origin's window must leave, since
     * the origin may have dropped a date range that falls into it.
     */
    static final long WINDOW_WITH_DATE_RANGES = PACE;

    private Tolerances() {}
}
