package dev.hemstitch.ads.scte35;

import java.time.Duration;

/**
 * The 90 kHz clock of MPEG-2 presentation times. Nine ticks are exactly 100 microseconds; other numbers of ticks are no
 * whole number of nanoseconds and are rounded half up to one.
 */
public final class MpegClock {
    /** Ticks of a second. */
    public static final long TICKS_PER_SECOND = 90_000;

    /** Presentation times have 33 bits: this one is 0 again. */
    public static final long PTS_MODULUS = 1L << 33;

    private static final long NANOS_OF_NINE_TICKS = 100_000;

    private MpegClock() {}

    /**
     * Ticks as nanoseconds.
     *
     * @param ticks at least 0, at most 48 bits: more than any field has
     * @return nanoseconds, rounded half up
     * @throws IllegalArgumentException if the number is out of range
     */
    public static long toNanos(long ticks) {
        Ranges.bits(48, "ticks", ticks);
        return ticks / 9 * NANOS_OF_NINE_TICKS + (2 * (ticks % 9) * NANOS_OF_NINE_TICKS + 9) / 18;
    }

    /**
     * Ticks as a duration.
     *
     * @param ticks at least 0, at most 48 bits
     * @return the duration, rounded half up to a nanosecond
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Duration toDuration(long ticks) {
        return Duration.ofNanos(toNanos(ticks));
    }

    /**
     * Nanoseconds as ticks; gives back the ticks that {@link #toNanos} was given.
     *
     * @param nanos at least 0
     * @return ticks, rounded half up
     * @throws IllegalArgumentException if the number is negative
     */
    public static long toTicks(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("nanos are at least 0");
        }
        return nanos / NANOS_OF_NINE_TICKS * 9
                + (2 * (nanos % NANOS_OF_NINE_TICKS) * 9 + NANOS_OF_NINE_TICKS) / (2 * NANOS_OF_NINE_TICKS);
    }

    /**
     * A presentation time moved, modulo 2^33.
     *
     * @param ptsTime 33 bits
     * @param ptsAdjustment 33 bits
     * @return the sum, 33 bits
     */
    public static long add(long ptsTime, long ptsAdjustment) {
        return (ptsTime + ptsAdjustment) & (PTS_MODULUS - 1);
    }
}
