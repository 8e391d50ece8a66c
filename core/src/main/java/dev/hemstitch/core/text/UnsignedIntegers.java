package dev.hemstitch.core.text;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.Optional;

/** The decimal-integer of RFC 8216bis, 4.2: unsigned 64 bit, held in a {@code long}. */
public final class UnsignedIntegers {
    private UnsignedIntegers() {}

    /**
     * Reads a decimal-integer.
     *
     * @param text 1 to 20 digits
     * @return the value as unsigned 64 bit, or empty if the text is no such number
     */
    public static Optional<Long> parse(String text) {
        ByteSpan span = ByteSpan.ofUtf8(text);
        return AsciiDecimals.isUnsigned(span, 0, span.length())
                ? Optional.of(AsciiDecimals.unsigned(span, 0, span.length()))
                : Optional.empty();
    }
}
