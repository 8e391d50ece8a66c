package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number forms of the specification; empty for text that is not of the form. */
final class ReferenceNumbers {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9A-Fa-f]++)");
    private static final int IV_DIGITS = 32;

    private ReferenceNumbers() {}

    /** A decimal-integer, 0 to 2^64 - 1. */
    static Optional<BigInteger> decimalInteger(String text) {
        return Optional.of(ReferenceLines.strip(text))
                .filter(digits -> INTEGER.matcher(digits).matches())
                .map(BigInteger::new)
                .filter(value -> value.compareTo(LIMIT) < 0);
    }

    /** A decimal-floating-point; a minus is let through because IPTV lists write {@code -1}. */
    static Optional<BigDecimal> decimal(String text) {
        return Optional.of(text)
                .filter(digits -> DECIMAL.matcher(digits).matches())
                .map(BigDecimal::new);
    }

    /** A hexadecimal-sequence without its prefix, in capitals, filled up with zeros to the 128 bit of an IV. */
    static Optional<String> initializationVector(String text) {
        return Optional.of(HEXADECIMAL.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> filledUp(matcher.group(1)));
    }

    /** The IV that a media sequence number stands for: big-endian, 128 bit. */
    static String initializationVector(BigInteger mediaSequence) {
        return filledUp(mediaSequence.toString(16));
    }

    private static String filledUp(String digits) {
        return "0".repeat(Math.max(0, IV_DIGITS - digits.length())) + digits.toUpperCase(Locale.ROOT);
    }
}
