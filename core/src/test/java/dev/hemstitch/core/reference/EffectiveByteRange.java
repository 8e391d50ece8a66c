package dev.hemstitch.core.reference;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A byte range with its offset worked out.
 *
 * @param offset empty if it was left out where nothing defines it
 */
public record EffectiveByteRange(BigInteger length, Optional<BigInteger> offset) {

    /** Reads {@code n[@o]}. */
    static Optional<EffectiveByteRange> of(String text) {
        int at = text.indexOf('@');
        Optional<BigInteger> length = ReferenceNumbers.decimalInteger(at < 0 ? text : text.substring(0, at));
        if (at < 0) {
            return length.map(n -> new EffectiveByteRange(n, Optional.empty()));
        }
        Optional<BigInteger> offset = ReferenceNumbers.decimalInteger(text.substring(at + 1));
        return offset.flatMap(o -> length.map(n -> new EffectiveByteRange(n, Optional.of(o))));
    }

    EffectiveByteRange orAt(Optional<BigInteger> implicitOffset) {
        return new EffectiveByteRange(length, offset.or(() -> implicitOffset));
    }

    /** The first byte after the range. */
    Optional<BigInteger> end() {
        return offset.map(length::add);
    }
}
