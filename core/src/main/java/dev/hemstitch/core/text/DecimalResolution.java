package dev.hemstitch.core.text;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A width and a height in pixels: the decimal-resolution of RFC 8216bis, 4.2.
 *
 * @param width in pixels, unsigned 64 bit
 * @param height in pixels, unsigned 64 bit
 */
public record DecimalResolution(long width, long height) {
    /**
     * Reads {@code WIDTHxHEIGHT}.
     *
     * @param text the text
     * @return the resolution, or empty if the text is none
     */
    public static Optional<DecimalResolution> parse(String text) {
        int x = Math.max(text.indexOf('x'), text.indexOf('X'));
        if (x < 0) {
            return Optional.empty();
        }
        Optional<Long> width = UnsignedIntegers.parse(text.substring(0, x));
        Optional<Long> height = UnsignedIntegers.parse(text.substring(x + 1));
        return width.isPresent() && height.isPresent()
                ? Optional.of(new DecimalResolution(width.get(), height.get()))
                : Optional.empty();
    }

    /** {@return the number of pixels} */
    public BigInteger pixels() {
        return new BigInteger(Long.toUnsignedString(width)).multiply(new BigInteger(Long.toUnsignedString(height)));
    }

    /** {@return {@code WIDTHxHEIGHT}} */
    @Override
    public String toString() {
        return Long.toUnsignedString(width) + "x" + Long.toUnsignedString(height);
    }
}
