package dev.hemstitch.ads.model;

import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where a break is asked for on the timeline of the content, whose first segment starts at 0. Immutable. */
public final class BreakPosition {
    private enum Unit {
        SECONDS,
        PERCENT,
        END
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Unit unit;
    private final BigDecimal value;

    private BreakPosition(Unit unit, BigDecimal value) {
        this.unit = unit;
        this.value = value;
    }

    /**
     * A number of seconds from the start.
     *
     * @param seconds at least 0
     * @return the position
     * @throws IllegalArgumentException if the number is negative
     */
    public static BreakPosition ofSeconds(BigDecimal seconds) {
        if (seconds.signum() < 0) {
            throw new IllegalArgumentException("a break cannot lie before the start");
        }
        return new BreakPosition(Unit.SECONDS, seconds);
    }

    /**
     * A part of the content's duration.
     *
     * @param percent 0 to 100
     * @return the position
     * @throws IllegalArgumentException if the number is out of range
     */
    public static BreakPosition ofPercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage is 0 to 100");
        }
        return new BreakPosition(Unit.PERCENT, percent);
    }

    /** {@return the place before the first segment} */
    public static BreakPosition start() {
        return new BreakPosition(Unit.SECONDS, BigDecimal.ZERO);
    }

    /** {@return the place behind the last segment} */
    public static BreakPosition end() {
        return new BreakPosition(Unit.END, BigDecimal.ZERO);
    }

    /**
     * Reads a position.
     *
     * @param text seconds as a decimal number, a percentage such as {@code 50%}, or one of {@code start} and {@code end}
     * @return the position, or empty if the text is none
     */
    public static Optional<BreakPosition> parse(String text) {
        if (text.equals("end")) {
            return Optional.of(end());
        }
        if (text.equals("start")) {
            return Optional.of(start());
        }
        boolean percent = text.endsWith("%");
        Optional<BigDecimal> number = Decimals.parse(percent ? text.substring(0, text.length() - 1) : text)
                .filter(n -> n.signum() >= 0);
        return percent
                ? number.filter(n -> n.compareTo(HUNDRED) <= 0).map(BreakPosition::ofPercent)
                : number.map(BreakPosition::ofSeconds);
    }

    /**
     * The place on a timeline.
     *
     * @param durationNanos the duration of the content in nanoseconds
     * @return nanoseconds from the start; may lie behind the end
     */
    public long nanosIn(long durationNanos) {
        return switch (unit) {
            case SECONDS -> Decimals.toNanos(value);
            case PERCENT ->
                value.multiply(BigDecimal.valueOf(durationNanos))
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact();
            case END -> durationNanos;
        };
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BreakPosition other && unit == other.unit && value.compareTo(other.value) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + value.stripTrailingZeros().hashCode();
    }

    /** {@return the position as {@link #parse} reads it} */
    @Override
    public String toString() {
        return switch (unit) {
            case SECONDS -> value.toPlainString();
            case PERCENT -> value.toPlainString() + "%";
            case END -> "end";
        };
    }
}
