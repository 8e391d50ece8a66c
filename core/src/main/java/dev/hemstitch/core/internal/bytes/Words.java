package dev.hemstitch.core.internal.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Looks at eight bytes at a time.
 *
 * <p>What is ugly: arithmetic on all bytes of a {@code long} at once; what is found first is exact, what lies behind it in
 * the same word is not. Why: each byte of a playlist is searched for the end of its line, and a loop over bytes takes
 * twice as long. Paid for by {@code ParseBenchmark}.
 */
final class Words {
    /** What {@link #find} looks for. */
    static final long NEWLINES = repeated('\n');

    /** What {@link #find} looks for. */
    static final long QUOTES = repeated('"');

    /** What {@link #find} looks for. */
    static final long COMMAS = repeated(',');

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long COLONS = repeated(':');
    private static final long ABOVE_SPACE = repeated((char) (' ' + 1));

    private Words() {}

    /** A pattern of one ASCII character for {@link #find}. */
    static long repeated(char ascii) {
        return ascii * ONES;
    }

    /** The eight bytes at an offset. */
    static long at(byte[] bytes, int offset) {
        return (long) WORDS.get(bytes, offset);
    }

    /** The word that {@link #at} reads where eight ASCII characters stand. */
    static long of(String ascii) {
        return at(ascii.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** The offset of the first byte of which a pattern is made, or {@code to}. */
    static int find(byte[] bytes, int from, int to, long pattern) {
        int i = from;
        for (int last = lastWord(bytes, to); i <= last; i += 8) {
            long difference = at(bytes, i) ^ pattern;
            long hit = (difference - ONES) & ~difference & HIGHS;
            if (hit != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(hit) >>> 3));
            }
        }
        byte wanted = (byte) pattern;
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return Math.min(i, to);
    }

    /** The last offset before {@code to} where a whole word stands in the array, though it may reach beyond {@code to}. */
    private static int lastWord(byte[] bytes, int to) {
        return Math.min(to - 1, bytes.length - 8);
    }

    /** The offset of the first byte that is no capital letter, digit or hyphen, or {@code to}. */
    static int findAttributeNameEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (int last = lastWord(bytes, to); i <= last; i += 8) {
            long word = at(bytes, i);
            long low = word & ~HIGHS;
            long inside = (low + atLeast('A'))
                    ^ (low + atLeast('Z' + 1))
                    ^ (low + atLeast('0'))
                    ^ (low + atLeast('9' + 1))
                    ^ (low + atLeast('-'))
                    ^ (low + atLeast('-' + 1));
            long outside = (~inside | word) & HIGHS;
            if (outside != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(outside) >>> 3));
            }
        }
        while (i < to && isAttributeNameByte(bytes[i])) {
            i++;
        }
        return Math.min(i, to);
    }

    /** What makes the highest bit of each ASCII byte that is one or greater, when it is added. */
    private static long atLeast(int ascii) {
        return (0x80 - ascii) * ONES;
    }

    static boolean isAttributeNameByte(byte b) {
        return (b >= 'A' && b <= 'Z') || b == '-' || (b >= '0' && b <= '9');
    }

    /** The offset of the first byte of a range that differs from the one as far behind an earlier offset, or {@code to}. */
    static int mismatch(byte[] bytes, int from, int to, int earlier) {
        int distance = from - earlier;
        int i = from;
        for (int last = lastWord(bytes, to); i <= last; i += 8) {
            long difference = at(bytes, i) ^ at(bytes, i - distance);
            if (difference != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
        }
        while (i < to && bytes[i] == bytes[i - distance]) {
            i++;
        }
        return Math.min(i, to);
    }

    /** A number that stands for a range of bytes; the range itself if it has less than eight. */
    static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= 8) {
            return at(bytes, from) + 31 * at(bytes, to - 8) + length;
        }
        if (from <= bytes.length - 8) {
            return at(bytes, from) & ((1L << (8 * length)) - 1);
        }
        long key = 0;
        for (int i = to - 1; i >= from; i--) {
            key = (key << 8) | (bytes[i] & 0xFF);
        }
        return key;
    }

    /** The offset of the first colon, space or control character, or of one of the last bytes before {@code to}. */
    static int findNameEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = at(bytes, i);
            long difference = word ^ COLONS;
            long hit = (((difference - ONES) & ~difference) | ((word - ABOVE_SPACE) & ~word)) & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        return i;
    }

    /** Copies some bytes, not fewer than eight and not more than sixteen, within an array. */
    static void copy(byte[] bytes, int from, int to, int count) {
        long head = at(bytes, from);
        long tail = at(bytes, from + count - 8);
        WORDS.set(bytes, to, head);
        WORDS.set(bytes, to + count - 8, tail);
    }

    /** Writes the 16 hexadecimal digits of a number in capitals. */
    static void putHex(byte[] bytes, int offset, long number) {
        WORDS.set(bytes, offset, Long.reverseBytes(hexDigits(number >>> 32)));
        WORDS.set(bytes, offset + 8, Long.reverseBytes(hexDigits(number & 0xFFFF_FFFFL)));
    }

    /** Eight digits of half a number, the first one highest. */
    private static long hexDigits(long half) {
        long pairs = (half | half << 16) & 0x0000_FFFF_0000_FFFFL;
        long bytes = (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FFL;
        long digits = (bytes | bytes << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        long letters = (digits + 6 * ONES) >>> 4 & ONES;
        return digits + '0' * ONES + letters * ('A' - '9' - 1);
    }
}
