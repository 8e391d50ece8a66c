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
public final class NumberedRanges implements LateText {
    private static final int DIGITS = 16;

    private final byte[] text;
    private final int start;
    private final int[] ends;
    private final int from;
    private final int to;

    /** Each line with its end, and room where its number goes. */
    private final byte[][] lines;

    /** How many bytes stand behind the number in each line. */
    private final int lineEnd;

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
        this.lines = prefixes.stream()
                .map(prefix -> new ByteSink(prefix.length() + DIGITS + lineEnd.length())
                        .append(prefix)
                        .appendHex(0)
                        .append(lineEnd)
                        .toSpan()
                        .toByteArray())
                .toArray(byte[][]::new);
        this.lineEnd = lineEnd.length();
        this.firstNumber = firstNumber;
        long linesLength = 0;
        for (byte[] line : lines) {
            linesLength += line.length;
        }
        this.length = Math.toIntExact(linesLength * (to - from) + ends[to - 1] - start);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int copyTo(byte[] target, int position) {
        int at = position;
        int rangeStart = start;
        for (int i = from; i < to; i++) {
            for (byte[] line : lines) {
                System.arraycopy(line, 0, target, at, line.length);
                at += line.length;
                Words.putHex(target, at - lineEnd - DIGITS, firstNumber + i - from);
            }
            int count = ends[i] - rangeStart;
            System.arraycopy(text, rangeStart, target, at, count);
            at += count;
            rangeStart = ends[i];
        }
        return at;
    }
}
