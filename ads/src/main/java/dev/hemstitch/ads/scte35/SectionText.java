package dev.hemstitch.ads.scte35;

import java.util.Arrays;

/**
 * Sections as text. A section starts with 0xFC, so base64 starts with {@code /} (or {@code _}), and hexadecimal with
 * {@code 0x} or {@code FC}, which as base64 would be another byte: the first characters decide. Text that starts in
 * neither way is hexadecimal if all of it is, else base64, and then fails for its table_id.
 */
final class SectionText {
    private static final int MOST_CHARACTERS = 4 * SpliceInfoSection.MAX_BYTES;

    private SectionText() {}

    static byte[] decode(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Scte35Exception(
                    Scte35ErrorCode.SECTION_TOO_LONG,
                    0,
                    "a text of " + text.length() + " characters is no section, which has at most "
                            + SpliceInfoSection.MAX_BYTES + " bytes");
        }
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            throw new Scte35Exception(Scte35ErrorCode.TOO_SHORT, 0, "the text is empty");
        }
        if (text.regionMatches(true, start, "0x", 0, 2)) {
            return hexadecimal(text, start + 2, end);
        }
        return isHexadecimal(text, start, end) ? hexadecimal(text, start, end) : base64(text, start, end);
    }

    private static boolean isAround(char c) {
        return c == '"' || c == '\'' || Character.isWhitespace(c);
    }

    private static boolean isHexadecimal(String text, int start, int end) {
        if (text.regionMatches(true, start, "FC", 0, 2)) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (hexDigit(text.charAt(i)) < 0 && !Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] hexadecimal(String text, int start, int end) {
        byte[] bytes = new byte[(end - start) / 2];
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = hexDigit(c);
            if (digit >= 0) {
                // The last of an odd number is counted, but has no place.
                if (digits >>> 1 < bytes.length) {
                    bytes[digits >>> 1] |= (byte) (digit << (4 - 4 * (digits & 1)));
                }
                digits++;
            } else if (!Character.isWhitespace(c)) {
                throw wrong(i, "no hexadecimal digit");
            }
        }
        if (digits % 2 == 1) {
            throw wrong(end - 1, "the last of an odd number of hexadecimal digits");
        }
        return digits / 2 == bytes.length ? bytes : Arrays.copyOf(bytes, digits / 2);
    }

    private static byte[] base64(String text, int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) == '=' || Character.isWhitespace(text.charAt(last - 1)))) {
            last--;
        }
        byte[] bytes = new byte[(int) ((last - start) * 3L / 4)];
        int size = 0;
        int bits = 0;
        int count = 0;
        for (int i = start; i < last; i++) {
            char c = text.charAt(i);
            int digit = base64Digit(c);
            if (digit >= 0) {
                bits = (bits << 6) | digit;
                count++;
                if ((count & 3) != 1) {
                    bytes[size++] = (byte) (bits >>> (2 * (-count & 3)));
                }
            } else if (!Character.isWhitespace(c)) {
                throw wrong(i, "no character of base64");
            }
        }
        if (count % 4 == 1) {
            throw wrong(last - 1, "one character of base64 too many, or some are missing");
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private static Scte35Exception wrong(int offset, String what) {
        return new Scte35Exception(
                Scte35ErrorCode.NOT_BASE64_NOR_HEX,
                offset,
                "the text is neither base64 nor hexadecimal: character " + (offset + 1) + " is " + what);
    }

    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private static int base64Digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> -1;
        };
    }
}
