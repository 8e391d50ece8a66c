package dev.hemstitch.core.model;

import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.Optional;

/**
 * A range of bytes of a resource (RFC 8216bis, 4.4.4.2), its offset resolved.
 *
 * @param length the number of bytes, unsigned 64 bit
 * @param offset the first byte, unsigned 64 bit
 */
public record ByteRange(long length, long offset) {
    /**
     * Reads {@code length@offset}; an omitted offset is taken as 0.
     *
     * @param text the text
     * @return the range, or empty if the text is none or its end is beyond 2^64-1
     */
    public static Optional<ByteRange> parse(String text) {
        return parse(text, 0);
    }

    static Optional<ByteRange> parse(String text, long implicitOffset) {
        int at = text.indexOf('@');
        Optional<Long> length = UnsignedIntegers.parse((at < 0 ? text : text.substring(0, at)).strip());
        Optional<Long> offset = at < 0
                ? Optional.of(implicitOffset)
                : UnsignedIntegers.parse(text.substring(at + 1).strip());
        if (length.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        ByteRange range = new ByteRange(length.get(), offset.get());
        return Long.compareUnsigned(range.end(), range.offset) < 0 ? Optional.empty() : Optional.of(range);
    }

    /** {@return the offset behind the last byte, unsigned 64 bit} */
    public long end() {
        return offset + length;
    }

    /** {@return {@code length@offset}} */
    @Override
    public String toString() {
        return Long.toUnsignedString(length) + "@" + Long.toUnsignedString(offset);
    }
}
