package dev.hemstitch.core.validation;

import java.util.Locale;
import java.util.Optional;

/** What can be told of a splice_info_section (SCTE 35, 9.6) without decoding it: its frame and its CRC. */
final class SpliceSection {
    private static final int TABLE_ID = 0xFC;

    /** The bytes before those that section_length counts. */
    private static final int HEAD = 3;

    /** The least that stands between section_length and CRC_32, with a splice_null and no descriptor. */
    private static final int LEAST_LENGTH = 11 + 2 + 4;

    private SpliceSection() {}

    /**
     * What is wrong with a section.
     *
     * @param digits the section in hexadecimal
     * @return what, in words, or empty if nothing is or if the text is not hexadecimal
     */
    static Optional<String> problem(String digits) {
        int count = digits.length() / 2;
        int[] bytes = new int[count];
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            if (i / 2 < count) {
                bytes[i / 2] = bytes[i / 2] * 16 + digit;
            }
        }
        if (count == 0 || bytes[0] != TABLE_ID) {
            return Optional.of("is no splice_info_section, which begins with FC");
        }
        if (count > 4 && isZero(bytes)) {
            return Optional.empty();
        }
        if (digits.length() % 2 != 0) {
            return Optional.of("has half a byte at its end");
        }
        if (count < HEAD) {
            return Optional.of("is shorter than the head of a splice_info_section");
        }
        int length = (bytes[1] & 0x0F) << 8 | bytes[2];
        if (length != count - HEAD) {
            return Optional.of("has section_length " + length + ", but " + (count - HEAD) + " bytes follow");
        }
        if (length < LEAST_LENGTH) {
            return Optional.of("is shorter than any splice_info_section");
        }
        return checkCrc(bytes);
    }

    /** The draft's own examples have zeros for a CRC and a length that is off by one: sections that were made up. */
    private static boolean isZero(int[] bytes) {
        int end = bytes.length;
        return (bytes[end - 4] | bytes[end - 3] | bytes[end - 2] | bytes[end - 1]) == 0;
    }

    private static Optional<String> checkCrc(int[] bytes) {
        int covered = bytes.length - 4;
        int written = 0;
        int crc = 0xFFFFFFFF;
        for (int i = 0; i < bytes.length; i++) {
            if (i < covered) {
                crc = next(crc, bytes[i]);
            } else {
                written = written << 8 | bytes[i];
            }
        }
        return written == crc
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "has CRC_32 %08X, not %08X", written, crc));
    }

    /** CRC-32/MPEG-2: polynomial 0x04C11DB7, not reflected, no final exclusive-or. */
    private static int next(int crc, int octet) {
        int value = crc ^ octet << 24;
        for (int bit = 0; bit < 8; bit++) {
            value = value < 0 ? value << 1 ^ 0x04C11DB7 : value << 1;
        }
        return value;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'F') {
            return c - 'A' + 10;
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
