package dev.hemstitch.ads.model;

import dev.hemstitch.ads.vast.VastOffset;
import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a break is asked for on the timeline of the content, whose first segment starts at 0. Immutable.
 *
 * <p>The n-th opportunity is no place by itself: whoever knows the cue markers of the content puts
 * {@link #ofSeconds} in its stead before anything is planned.
 */
public final class BreakPosition {
    private enum Unit {
        SECONDS,
        PERCENT,
        END,
        OPPORTUNITY
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

    /**
     * The n-th opportunity that the content has for a break.
     *
     * @param number which, from 1
     * @return the position
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static BreakPosition ofOpportunity(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("opportunities are counted from 1");
        }
        return new BreakPosition(Unit.OPPORTUNITY, BigDecimal.valueOf(number));
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
     * @param text seconds as a decimal number, {@code hh:mm:ss} with or without decimals, a percentage such as {@code 50%},
     *     {@code #n} for the n-th opportunity, or one of {@code start} and {@code end}
     * @return the position, or empty if the text is none
     */
    public static Optional<BreakPosition> parse(String text) {
        if (text.equals("end")) {
            return Optional.of(end());
        }
        if (text.equals("start")) {
            return Optional.of(start());
        }
        if (text.startsWith("#")) {
            return opportunity(text.substring(1));
        }
        OptionalLong time = VastOffset.timeNanos(text);
        if (time.isPresent()) {
            return Optional.of(ofSeconds(Decimals.ofNanos(time.getAsLong())));
        }
        boolean percent = text.endsWith("%");
        Optional<BigDecimal> number = Decimals.parse(percent ? text.substring(0, text.length() - 1) : text)
                .filter(n -> n.signum() >= 0);
        return percent
                ? number.filter(n -> n.compareTo(HUNDRED) <= 0).map(BreakPosition::ofPercent)
                : number.map(BreakPosition::ofSeconds);
    }

    private static Optional<BreakPosition> opportunity(String number) {
        boolean isNumber = !number.isEmpty()
                && number.length() < 10
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(number) > 0;
        return isNumber ? Optional.of(ofOpportunity(Integer.parseInt(number))) : Optional.empty();
    }

    /** {@return which opportunity of the content it is, from 1; empty for a position that is a place by itself} */
    public OptionalInt opportunity() {
        return unit == Unit.OPPORTUNITY ? OptionalInt.of(value.intValueExact()) : OptionalInt.empty();
    }

    /**
     * The place on a timeline.
     *
     * @param durationNanos the duration of the content in nanoseconds
     * @return nanoseconds from the start; may lie behind the end
     * @throws IllegalStateException if it is an {@link #opportunity}, whose place a timeline does not tell
     */
    public long nanosIn(long durationNanos) {
        return switch (unit) {
            case SECONDS -> Decimals.toNanos(value);
            case PERCENT ->
                value.multiply(BigDecimal.valueOf(durationNanos))
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact();
            case END -> durationNanos;
            case OPPORTUNITY -> throw new IllegalStateException(this + " is no place until cue markers are known");
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
            case OPPORTUNITY -> "#" + value.toPlainString();
        };
    }
}
