package dev.hemstitch.core.internal.bytes;

/**
 * Recognises an attribute list that is like the one before: the same names in the same order, and nothing wrong with it.
 * Whatever looks different is left to {@link AttributeScanner}.
 *
 * <p>What is ugly: bytes are compared with those of the list before, over the ends of names and values, and only where
 * they differ a value is looked at; a list that fails half-way leaves the pattern useless. Why: the tags of a Multivariant
 * Playlist differ from their neighbours in a few values, and taking each list apart takes half as long again. Paid for by
 * {@code ParseBenchmark.parseNewer}.
 */
public final class AttributePattern {
    private static final int[] EMPTY = {};

    private final AttributeScanner scanner;

    /** For each attribute where its value starts and where it ends, from the start of its name. */
    private int[] shape = EMPTY;

    private int numbers;
    private int start;
    private int end;
    private boolean isKnown;

    /** A pattern of lists that a scanner has read. */
    public AttributePattern(AttributeScanner scanner) {
        this.scanner = scanner;
    }

    /** Says that the scanner has read another list. */
    public void forget() {
        isKnown = false;
    }

    /**
     * Whether a list is like the one that was recognised or read before, and stands behind it in the same array. If not,
     * the scanner must read it. Not to be asked behind a list with which something is wrong.
     */
    public boolean matches(ByteSpan span, int from, int to) {
        if (!isKnown) {
            learn();
        }
        isKnown = numbers > 0 && start < from && fits(span.array(), from, to);
        start = from;
        end = to;
        return isKnown;
    }

    private void learn() {
        numbers = 2 * scanner.count();
        if (shape.length < numbers) {
            shape = new int[numbers];
        }
        for (int i = 0; 2 * i < numbers; i++) {
            int nameStart = scanner.nameStart(i);
            shape[2 * i] = scanner.valueStart(i) - nameStart;
            shape[2 * i + 1] = scanner.valueEnd(i) - nameStart;
        }
        if (numbers > 0) {
            start = scanner.nameStart(0);
            end = scanner.valueEnd(scanner.count() - 1);
        }
    }

    private boolean fits(byte[] bytes, int from, int to) {
        int i = from;
        int before = start;
        int at = 0;
        while (i < to) {
            int same = Words.mismatch(bytes, i, to, before);
            if (same == to && to - i == end - before) {
                return true;
            }
            int length = shape[at + 1];
            while (i + length < same && at + 2 < numbers) {
                i += length + 1;
                before += length + 1;
                at += 2;
                length = shape[at + 1];
            }
            int valueEnd = valueEnd(bytes, i + shape[at], i + length, same, to);
            shape[at + 1] = valueEnd - i;
            if (at + 2 == numbers || valueEnd < 0) {
                return valueEnd == to;
            }
            i = valueEnd + 1;
            before += length + 1;
            at += 2;
        }
        return false;
    }

    /** The end of a value that has the same bytes as the one before up to {@code same}, and none of these ends it; or -1. */
    private static int valueEnd(byte[] bytes, int from, int endBefore, int same, int to) {
        if (same < from || from >= to || (same >= endBefore && bytes[from] == '"')) {
            return -1;
        }
        return AttributeScanner.plainValueEnd(bytes, from, same, to);
    }
}
