package dev.hemstitch.core.internal.bytes;

import java.util.Arrays;

/**
 * Tells which URI references resolve by being put behind a folder (RFC 3986, 5.2): relative paths without dot segments but
 * for {@code ../} at their start. Whatever is in doubt is not plain.
 *
 * <p>What is ugly: it remembers the reference before, and looks only at what differs from it. Why: the URIs of a playlist
 * differ in a few digits, and each character would be looked at for each viewer. Paid for by {@code HardCaseBenchmark}.
 */
public final class PlainReferences {
    /** What {@link #parents} answers for a reference that must be resolved part by part. */
    public static final int NOT_PLAIN = -1;

    private final byte[] bytes;

    private int knownFrom;
    private int knownTo;
    private int knownPathEnd;
    private int knownParents = NOT_PLAIN;

    /** Of references in a span. */
    public PlainReferences(ByteSpan span) {
        this.bytes = span.array();
    }

    /** How many {@code ../} a reference starts with, if what is behind them is plain; else {@link #NOT_PLAIN}. */
    public int parents(int from, int to) {
        int same = 0;
        if (knownParents != NOT_PLAIN) {
            int differs = Arrays.mismatch(bytes, from, to, bytes, knownFrom, knownTo);
            same = differs < 0 ? to - from : differs;
        }
        int start = from + 3 * Math.max(0, knownParents);
        if (from + same <= start) {
            return look(from, to);
        }
        knownPathEnd = knownPathEnd - knownFrom < same
                ? knownPathEnd - knownFrom + from
                : plainPathEnd(from + same, to, bytes[from + same - 1]);
        knownFrom = from;
        knownTo = to;
        if (knownPathEnd < 0) {
            knownParents = NOT_PLAIN;
        }
        return knownParents;
    }

    private int look(int from, int to) {
        int start = from;
        while (to - start > 3 && bytes[start] == '.' && bytes[start + 1] == '.' && bytes[start + 2] == '/') {
            start += 3;
        }
        boolean relative = start < to && bytes[start] != '/' && bytes[start] != '?' && bytes[start] != '#';
        knownFrom = from;
        knownTo = to;
        knownPathEnd = relative ? plainPathEnd(start, to, (byte) '/') : -1;
        knownParents = knownPathEnd < 0 ? NOT_PLAIN : (start - from) / 3;
        return knownParents;
    }

    /** The offset behind the path, or -1 if a part starts with a dot or there is a colon, which might end a scheme. */
    private int plainPathEnd(int from, int to, byte beforeFrom) {
        byte before = beforeFrom;
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (value == '?' || value == '#') {
                return i;
            }
            if (value == ':' || (value == '.' && before == '/')) {
                return -1;
            }
            before = value;
        }
        return to;
    }
}
