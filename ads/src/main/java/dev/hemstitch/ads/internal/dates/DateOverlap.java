package dev.hemstitch.ads.internal.dates;

import dev.hemstitch.core.model.MediaSegment;

/**
 * How far the date of a segment may lie before the end of the one before it: by less than a second, and not before that one's
 * start, since else a date would be two places (RFC 8216bis, 6.2.1).
 */
public final class DateOverlap {
    /** The least that is too much, in nanoseconds. */
    public static final long LIMIT_NANOS = 1_000_000_000L;

    /** Dates are written in milliseconds. */
    private static final long WRITTEN_NANOS = 1_000_000L;

    private DateOverlap() {}

    /** {@return the least that is too much behind a segment, in nanoseconds} */
    public static long limit(MediaSegment before) {
        return Math.min(LIMIT_NANOS, before.durationNanos());
    }

    /** {@return the most that can be written below a limit, in nanoseconds; zero or more} */
    public static long most(long limitNanos) {
        return Math.max(0, limitNanos - WRITTEN_NANOS);
    }
}
