package dev.hemstitch.ads.scte35;

import java.util.Locale;

/**
 * Who defines what follows: four characters that are registered with SMPTE RA, such as {@code CUEI}.
 *
 * @param value 32 bits
 */
public record FormatIdentifier(long value) {
    /** The descriptors of the standard itself. */
    public static final FormatIdentifier CUEI = new FormatIdentifier(0x43554549L);

    /**
     * An identifier.
     *
     * @param value 32 bits
     * @throws IllegalArgumentException if the number has more
     */
    public FormatIdentifier {
        Ranges.bits(32, "identifier", value);
    }

    static FormatIdentifier of(long value) {
        return value == CUEI.value ? CUEI : new FormatIdentifier(value);
    }

    /** {@return its four characters, or {@code 0x} and eight digits if one is no visible ASCII} */
    @Override
    public String toString() {
        char[] characters = new char[4];
        for (int i = 0; i < 4; i++) {
            characters[i] = (char) ((value >>> (24 - 8 * i)) & 0xFF);
            if (characters[i] < ' ' || characters[i] > '~') {
                return "0x" + Long.toHexString(value | (1L << 32)).substring(1).toUpperCase(Locale.ROOT);
            }
        }
        return new String(characters);
    }
}
