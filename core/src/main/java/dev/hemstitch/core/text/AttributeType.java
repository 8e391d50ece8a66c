package dev.hemstitch.core.text;

/** The value types of RFC 8216bis, 4.2. */
public enum AttributeType {
    /** An unsigned 64-bit integer. */
    DECIMAL_INTEGER,
    /** {@code 0x} and hexadecimal digits. */
    HEXADECIMAL_SEQUENCE,
    /** A non-negative decimal number. */
    DECIMAL_FLOATING_POINT,
    /** A decimal number, perhaps negative. */
    SIGNED_DECIMAL_FLOATING_POINT,
    /** Text in double quotes. */
    QUOTED_STRING,
    /** One of a set of unquoted words. */
    ENUMERATED_STRING,
    /** Words joined by commas, in double quotes. */
    ENUMERATED_STRING_LIST,
    /** Width and height. */
    DECIMAL_RESOLUTION,
    /** A quoted string or an unquoted word: CLOSED-CAPTIONS alone. */
    QUOTED_OR_ENUMERATED,
    /** What the value's own form says: attributes that the specification does not define. */
    ANY;

    /**
     * Whether a value of this type is written in double quotes.
     *
     * @param asRead whether the value stood in quotes where it was read
     * @return whether to write quotes
     */
    public boolean isQuoted(boolean asRead) {
        return switch (this) {
            case QUOTED_STRING, ENUMERATED_STRING_LIST -> true;
            case QUOTED_OR_ENUMERATED, ANY -> asRead;
            default -> false;
        };
    }
}
