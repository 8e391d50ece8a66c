package dev.hemstitch.core.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Decimal numbers of RFC 8216bis, 4.2: exact, without exponent. */
public final class Decimals {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    /** Longer numbers are none: no clock needs them, and reading them takes the square of their length. */
    private static final int MOST_CHARACTERS = 10_000;

    private Decimals() {}

    /**
     * Reads a signed-decimal-floating-point.
     *
     * @param text digits, at most one point, perhaps a leading minus; at most 10,000 characters
     * @return the exact value with its trailing zeros, or empty if the text is no such number
     */
    public static Optional<BigDecimal> parse(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i > 0) {
                return Optional.empty();
            }
        }
        return digits > 0 && points < 2 && text.length() <= MOST_CHARACTERS
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /**
     * A number of seconds as nanoseconds.
     *
     * @param seconds the number of seconds
     * @return nanoseconds, rounded half up behind the ninth decimal; numbers beyond a {@code long} become its limit
     */
    public static long toNanos(BigDecimal seconds) {
        BigDecimal nanos = seconds.multiply(NANOS).setScale(0, RoundingMode.HALF_UP);
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
        return nanos.abs().compareTo(most) > 0
                ? (nanos.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE)
                : nanos.longValueExact();
    }

    /**
     * Nanoseconds as a number of seconds.
     *
     * @param nanos nanoseconds
     * @return seconds with at least three decimals and no more trailing zeros than those
     */
    public static BigDecimal ofNanos(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.scale() < 3 ? seconds.setScale(3) : seconds;
    }
}
