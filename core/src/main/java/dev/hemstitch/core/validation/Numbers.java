package dev.hemstitch.core.validation;

import dev.hemstitch.core.text.DecimalResolution;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.UnsignedIntegers;

/** Whether a text is a number as the specification writes them (4.2). */
final class Numbers {
    static final String NO_INTEGER = " is no integer of 0 to 2^64-1: ";
    static final String NO_SIGNED_DECIMAL = " is no decimal number: ";
    static final String NO_RESOLUTION = " is not two integers with a small x between them: ";
    static final String NO_DECIMAL = " is no decimal number of 0 or more: ";

    private Numbers() {}

    static boolean isInteger(String text) {
        return UnsignedIntegers.parse(text).isPresent();
    }

    static boolean isDecimal(String text) {
        return text.indexOf('-') < 0 && isSignedDecimal(text);
    }

    static boolean isSignedDecimal(String text) {
        return Decimals.parse(text).isPresent();
    }

    /** Reading takes a capital X too. */
    static boolean isResolution(String text) {
        return text.indexOf('X') < 0 && DecimalResolution.parse(text).isPresent();
    }
}
