package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
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

    /**
     * Reads a range of a span; digits alone, as nearly all are, without making a text of them.
     *
     * @param at where the {@code @} stands, or -1
     */
    static Optional<ByteRange> parse(ByteSpan span, int from, int at, int to, long implicitOffset) {
        int lengthEnd = at < 0 ? to : at;
        boolean digits = AsciiDecimals.isUnsigned(span, from, lengthEnd)
                && (at < 0 || AsciiDecimals.isUnsigned(span, at + 1, to));
        if (!digits) {
            return parse(span.text(from, to), implicitOffset);
        }
        long offset = at < 0 ? implicitOffset : AsciiDecimals.unsigned(span, at + 1, to);
        return ofOffset(AsciiDecimals.unsigned(span, from, lengthEnd), offset);
    }

    /** A range, unless its end is beyond what there is. */
    private static Optional<ByteRange> ofOffset(long length, long offset) {
        ByteRange range = new ByteRange(length, offset);
        return Long.compareUnsigned(range.end(), offset) < 0 ? Optional.empty() : Optional.of(range);
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
        return ofOffset(length.get(), offset.get());
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
