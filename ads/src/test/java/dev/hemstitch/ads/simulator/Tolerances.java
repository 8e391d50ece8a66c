package dev.hemstitch.ads.simulator;

/** What the player model allows, and why: all that is not exact is here. */
final class Tolerances {
    /** RFC 8216bis, 6.2.1: a date may fall "sub-second" before the end of the segment before it. */
    static final long DATE_BACKWARDS = Seconds.NANOS;

    /** The origin writes dates in milliseconds and durations in micro- or milliseconds; derived dates add both errors. */
    static final long DATE_ROUNDING = 2_000_000L;

    /** Rule 52: ahead of or behind the origin by one segment, whose rounded length is at most the target duration. */
    static final long PACE = 6_500_000_000L;

    /** Rule 52 and V192: something new within so much progress of the origin, in tenths of the target duration. */
    static final long STALL_TENTHS = 15;

    /** Rule 53: what ads and content together gained or lost since the start: one segment, rounded. */
    static final long DRIFT = 6_500_000_000L;

    /** Two renditions cut an asset at their own boundaries: half of the longest segment apart, each. */
    static final long SKEW = 3_250_000_000L;

    /** An end that nobody could foresee is seen one segment late, when the ads are one segment ahead. */
    static final long UNFORESEEN = 2 * PACE;

    /** A boundary that is the same in exact numbers. */
    static final long EXACT = 1_000_000L;

    /** Rule 57: an output that is one segment behind the origin has one less than the origin's window. */
    static final long WINDOW = PACE;

    private Tolerances() {}
}
