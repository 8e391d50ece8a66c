package dev.hemstitch.core.internal.bytes;

/**
 * Decimal numbers of RFC 8216bis, 4.2, read from ASCII digits without a string and without floating point.
 *
 * <p>What is ugly: results and failures share one {@code long}. Why: a duration is read for each segment. Paid for by
 * {@code ParseBenchmark}.
 */
public final class AsciiDecimals {
    /** What {@link #nanos} answers for text that is no non-negative decimal number. */
    public static final long MALFORMED = -1;

    private static final long NANOS = 1_000_000_000L;
    private static final int FRACTION_DIGITS = 9;
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

    private AsciiDecimals() {}

    /** Whether the range is a decimal-integer: 1 to 20 digits, at most 2^64-1. */
    public static boolean isUnsigned(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        if (to <= from || to - from > 20) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return to - from < 20 || span.text(from, to).compareTo("18446744073709551615") <= 0;
    }

    /** The unsigned 64-bit value of a range for which {@link #isUnsigned} holds. */
    public static long unsigned(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /** The offset behind the digits and points that start at {@code from}. */
    public static int decimalEnd(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        int i = from;
        while (i < to && (bytes[i] == '.' || (bytes[i] >= '0' && bytes[i] <= '9'))) {
            i++;
        }
        return i;
    }

    /**
     * A non-negative decimal number of seconds as nanoseconds, rounded half up behind the ninth decimal; values beyond
     * the range of a {@code long} become its greatest whole second. {@link #MALFORMED} for anything else.
     */
    public static long nanos(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        long seconds = 0;
        int i = from;
        for (; i < to && bytes[i] != '.'; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            seconds = Math.min(MOST_SECONDS, seconds * 10 + digit);
        }
        if (to == from || (to == from + 1 && i < to)) {
            return MALFORMED;
        }
        return i == to ? seconds * NANOS : withFraction(bytes, seconds, i + 1, to);
    }

    /** The sum of two times, or the greatest {@code long} where that is not enough. */
    public static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long withFraction(byte[] bytes, long seconds, int from, int to) {
        long fraction = 0;
        int end = Math.min(to, from + FRACTION_DIGITS);
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            if (i < end) {
                fraction = fraction * 10 + digit;
            } else if (i == end && digit >= 5) {
                fraction++;
            }
        }
        return seconds * NANOS + fraction * POWERS[FRACTION_DIGITS - (end - from)];
    }
}
