package dev.hemstitch.core.validation;

import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.Optional;

/**
 * A byte range as it is written: {@code n[@o]}.
 *
 * @param length the number of bytes, unsigned 64 bit
 * @param offset the first byte, unsigned 64 bit; empty if it is left out
 */
record WrittenRange(long length, Optional<Long> offset) {
    /** Reads a range; empty if the text is none. */
    static Optional<WrittenRange> read(String text) {
        int at = text.indexOf('@');
        Optional<Long> length = UnsignedIntegers.parse(at < 0 ? text : text.substring(0, at));
        Optional<Long> offset = at < 0 ? Optional.empty() : UnsignedIntegers.parse(text.substring(at + 1));
        return length.filter(bytes -> at < 0 || offset.isPresent()).map(bytes -> new WrittenRange(bytes, offset));
    }

    /** Whether it ends beyond 2^64-1 when it begins at an offset. */
    boolean overflowsFrom(long first) {
        return Long.compareUnsigned(first + length, first) < 0;
    }
}
