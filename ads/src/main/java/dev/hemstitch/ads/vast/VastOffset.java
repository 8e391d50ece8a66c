package dev.hemstitch.ads.vast;

import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time within an ad: {@code hh:mm:ss[.mmm]} from its start, or a percentage of its duration. Immutable; equal if
 * written alike.
 */
public final class VastOffset {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** As many digits as any time or percentage needs. */
    private static final int MOST_CHARACTERS = 30;

    private final String text;
    private final OptionalLong nanos;
    private final Optional<BigDecimal> percent;

    private VastOffset(String text, OptionalLong nanos, Optional<BigDecimal> percent) {
        this.text = text;
        this.nanos = nanos;
        this.percent = percent;
    }

    /**
     * Reads an offset.
     *
     * @param text {@code hh:mm:ss} with or without decimals, or {@code n%} of 0 to 100
     * @return the offset, or empty if the text is none
     */
    public static Optional<VastOffset> parse(String text) {
        if (text.endsWith("%")) {
            String number = text.substring(0, text.length() - 1);
            return decimal(number)
                    .filter(percent -> percent.compareTo(HUNDRED) <= 0)
                    .map(percent -> new VastOffset(text, OptionalLong.empty(), Optional.of(percent)));
        }
        OptionalLong nanos = timeNanos(text);
        return nanos.isPresent() ? Optional.of(new VastOffset(text, nanos, Optional.empty())) : Optional.empty();
    }

    /**
     * Reads a time.
     *
     * @param text {@code hh:mm:ss} with or without decimals: one to five digits for hours, minutes and seconds below 60,
     *     one to nine decimals
     * @return the time in nanoseconds, or empty if the text is no time
     */
    public static OptionalLong timeNanos(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first < 1 || first > 5 || second < 0 || text.length() > MOST_CHARACTERS) {
            return OptionalLong.empty();
        }
        int point = text.indexOf('.', second);
        int hours = digits(text, 0, first, 5);
        int minutes = digits(text, first + 1, second, 2);
        int seconds = digits(text, second + 1, point < 0 ? text.length() : point, 2);
        int fraction = point < 0 ? 0 : digits(text, point + 1, text.length(), 9);
        if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || fraction < 0) {
            return OptionalLong.empty();
        }
        long nanos = fraction;
        for (int decimals = point < 0 ? 9 : text.length() - point - 1; decimals < 9; decimals++) {
            nanos *= 10;
        }
        return OptionalLong.of(((hours * 60L + minutes) * 60 + seconds) * 1_000_000_000L + nanos);
    }

    /** The number that some digits make; negative if there are none, too many, or something else. */
    private static int digits(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.startsWith("-") || text.length() > MOST_CHARACTERS ? Optional.empty() : Decimals.parse(text);
    }

    /** {@return the offset as written} */
    public String text() {
        return text;
    }

    /** {@return nanoseconds from the start, if it is a time} */
    public OptionalLong nanos() {
        return nanos;
    }

    /** {@return the part of the duration, 0 to 100, if it is a percentage} */
    public Optional<BigDecimal> percent() {
        return percent;
    }

    /**
     * The time within an ad.
     *
     * @param durationNanos the duration of the ad in nanoseconds
     * @return nanoseconds from its start, rounded half up; may lie behind its end
     */
    public long nanosIn(long durationNanos) {
        return percent.map(part -> part.multiply(BigDecimal.valueOf(durationNanos))
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact())
                .orElseGet(() -> nanos.orElse(0));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof VastOffset other && text.equals(other.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return the offset as written} */
    @Override
    public String toString() {
        return text;
    }
}
