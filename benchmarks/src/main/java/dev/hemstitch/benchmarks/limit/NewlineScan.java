package dev.hemstitch.benchmarks.limit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the ends of lines, eight bytes at a time, and does nothing with them: what a reader that must know each line
 * cannot go below. It stops at each line, as a reader does, and starts the next word behind it.
 */
public final class NewlineScan {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private NewlineScan() {}

    /**
     * Counts line ends.
     *
     * @param text the text
     * @return how many LF there are
     */
    public static int count(byte[] text) {
        int lines = 0;
        int at = next(text, 0);
        while (at < text.length) {
            lines++;
            at = next(text, at + 1);
        }
        return lines;
    }

    /**
     * Finds the next line end.
     *
     * @param text the text
     * @param from where to start
     * @return the offset of the first LF from there on; the length of the text if there is none
     */
    public static int next(byte[] text, int from) {
        int at = from;
        for (int last = text.length - Long.BYTES; at <= last; at += Long.BYTES) {
            long word = (long) WORD.get(text, at) ^ (ONES * '\n');
            long found = (word - ONES) & ~word & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }
}
