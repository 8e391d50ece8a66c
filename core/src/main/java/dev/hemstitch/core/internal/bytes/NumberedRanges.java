package dev.hemstitch.core.internal.bytes;

import java.util.List;

/**
 * Ranges of a text that follow each other, before each of which lines are to stand that end in its number: segments whose
 * keys say the initialization vector that each Media Sequence Number stood for.
 *
 * <p>What is ugly: the text is not there before it is written. Why: it is nearly twice as long as that of the segments, and
 * rendering it once to copy it from there takes twice as long as rendering it where it goes. Paid for by
 * {@code HardCaseBenchmark}.
 */
public final class NumberedRanges {
    private static final int DIGITS = 16;

    private final byte[] text;
    private final int start;
    private final int[] ends;
    private final int from;
    private final int to;
    private final byte[][] prefixes;
    private final byte[] lineEnd;
    private final long firstNumber;
    private final int length;

    /**
     * Ranges.
     *
     * @param start the offset of the first one
     * @param ends the offset behind each range, at its index
     * @param from the index of the first one
     * @param to the index behind the last one
     * @param prefixes the lines without number and line end
     * @param firstNumber the number of the first one, to which the others are counted up
     * @throws ArithmeticException if all that is more than an array can hold
     */
    public NumberedRanges(
            ByteSpan text,
            int start,
            int[] ends,
            int from,
            int to,
            List<ByteSpan> prefixes,
            String lineEnd,
            long firstNumber) {
        this.text = text.array();
        this.start = start;
        this.ends = ends;
        this.from = from;
        this.to = to;
        this.prefixes = prefixes.stream().map(ByteSpan::toByteArray).toArray(byte[][]::new);
        this.lineEnd = ByteSpan.ofUtf8(lineEnd).toByteArray();
        this.firstNumber = firstNumber;
        long lines = prefixes.stream()
                .mapToLong(prefix -> prefix.length() + DIGITS + lineEnd.length())
                .sum();
        this.length = Math.toIntExact(lines * (to - from) + ends[to - 1] - start);
    }

    int length() {
        return length;
    }

    /** Writes all of it; gives the position behind it. */
    int copyTo(byte[] target, int position) {
        int at = position;
        int rangeStart = start;
        for (int i = from; i < to; i++) {
            for (byte[] prefix : prefixes) {
                System.arraycopy(prefix, 0, target, at, prefix.length);
                at += prefix.length;
                Words.putHex(target, at, firstNumber + i - from);
                at += DIGITS;
                System.arraycopy(lineEnd, 0, target, at, lineEnd.length);
                at += lineEnd.length;
            }
            int count = ends[i] - rangeStart;
            System.arraycopy(text, rangeStart, target, at, count);
            at += count;
            rangeStart = ends[i];
        }
        return at;
    }
}
