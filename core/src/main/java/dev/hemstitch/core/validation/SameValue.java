package dev.hemstitch.core.validation;

import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether two spellings of an attribute's value mean the same. */
final class SameValue {
    private SameValue() {}

    /**
     * Compares two values of one attribute.
     *
     * @param attribute the attribute's name
     * @param left a value without quotes
     * @param right another one
     * @return whether they are equal, or the same date, number or hexadecimal sequence in two spellings
     */
    static boolean of(String attribute, String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        if (attribute.endsWith("-DATE")) {
            Optional<Instant> date = instant(left);
            return date.isPresent() && date.equals(instant(right));
        }
        if (isHexadecimal(left) && isHexadecimal(right)) {
            return left.toUpperCase(Locale.ROOT).equals(right.toUpperCase(Locale.ROOT));
        }
        return sameNumber(Decimals.parse(left), Decimals.parse(right));
    }

    private static Optional<Instant> instant(String text) {
        return IsoDateTime.parse(text).map(date -> date.value().toInstant());
    }

    private static boolean isHexadecimal(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    private static boolean sameNumber(Optional<BigDecimal> left, Optional<BigDecimal> right) {
        return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
    }
}
