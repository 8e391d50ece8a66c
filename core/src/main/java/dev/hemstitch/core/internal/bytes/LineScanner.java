package dev.hemstitch.core.internal.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks the lines of a span once and says of each where it stands and what kind of line it is (RFC 8216bis, 4.1).
 *
 * <p>What is ugly: line ends are searched for eight bytes at a time, the tag of half of all lines is compared
 * as one number, and a scanner is a bag of mutable positions
 * instead of a stream of line objects. Why: it visits every byte of every playlist. Paid for by
 * {@code ParseBenchmark}.
 *
 * <p>Only LF and CR LF end a line; other characters that some libraries take for line ends (U+2028, NEL, form feed, a
 * bare CR) are part of the line.
 */
public final class LineScanner {
    /** What a line is. */
    public enum Kind {
        /** Nothing, or white space only. */
        BLANK,
        /** Starts with {@code #EXT}. */
        TAG,
        /** Any other line that starts with {@code #}. */
        COMMENT,
        /** Anything else. */
        URI
    }

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle NAMES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int INF_AND_COLON = 'I' << 24 | 'N' << 16 | 'F' << 8 | ':';
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;

    private final byte[] bytes;
    private final int limit;
    private final TagTable tags;
    private final int infTag;

    private int lineStart;
    private int start;
    private int end;
    private int nextStart;
    private int nameEnd;
    private int tag;
    private int lineNumber;
    private Kind kind = Kind.BLANK;

    /** A scanner in front of the first line of a span. */
    public LineScanner(ByteSpan span, TagTable tags) {
        this.bytes = span.array();
        this.limit = span.end();
        this.nextStart = span.start();
        this.tags = tags;
        this.infTag = tags.infTag();
    }

    /** Moves to the next line; {@code false} when there is none. */
    public boolean next() {
        if (nextStart >= limit) {
            return false;
        }
        lineStart = nextStart;
        int newline = newline(bytes, lineStart, limit);
        int textEnd = newline;
        nextStart = newline == limit ? limit : newline + 1;
        if (newline < limit && textEnd > lineStart && bytes[textEnd - 1] == '\r') {
            textEnd--;
        }
        lineNumber++;
        classify(textEnd);
        return true;
    }

    private void classify(int textEnd) {
        int from = contentStart(lineStart, textEnd);
        int to = textEnd;
        while (to > from && bytes[to - 1] <= ' ' && isSpace(bytes[to - 1])) {
            to--;
        }
        start = from;
        end = to;
        tag = -1;
        if (from == to) {
            kind = Kind.BLANK;
        } else if (bytes[from] != '#') {
            kind = Kind.URI;
        } else if (to - from >= 4 && bytes[from + 1] == 'E' && bytes[from + 2] == 'X' && bytes[from + 3] == 'T') {
            kind = Kind.TAG;
            boolean isInf = to - from >= 8 && (int) NAMES.get(bytes, from + 4) == INF_AND_COLON;
            nameEnd = isInf ? from + 7 : nameEnd(from + 4, to);
            tag = isInf ? infTag : tags.find(bytes, from + 1, nameEnd);
        } else {
            kind = Kind.COMMENT;
        }
    }

    /** Before the text of a line a byte order mark counts as white space: files with one are joined in the field. */
    private int contentStart(int from, int to) {
        int i = from;
        if (i < to && bytes[i] > ' ') {
            return i;
        }
        while (i < to && (isSpace(bytes[i]) || isByteOrderMark(i, to))) {
            i += isSpace(bytes[i]) ? 1 : 3;
        }
        return i;
    }

    private boolean isByteOrderMark(int at, int to) {
        return bytes[at] == (byte) 0xEF && to - at >= 3 && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    private int nameEnd(int from, int to) {
        int i = from;
        while (i < to && bytes[i] != ':' && (bytes[i] > ' ' || !isSpace(bytes[i]))) {
            i++;
        }
        return i;
    }

    /** White space within a line. */
    static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\f' || value == 0x0B;
    }

    /** The offset of the first line feed from {@code from}, or {@code to}. */
    static int newline(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long difference = (long) WORDS.get(bytes, i) ^ NEWLINES;
            long hit = (difference - ONES) & ~difference & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The kind of this line. */
    public Kind kind() {
        return kind;
    }

    /** The position in the tag table of this line's tag name, or -1 when it is no tag or an unknown one. */
    public int tag() {
        return tag;
    }

    /** The number of this line, from 1. */
    public int lineNumber() {
        return lineNumber;
    }

    /** The offset of this line's first byte. */
    public int lineStart() {
        return lineStart;
    }

    /** The offset of the first byte that is no white space. */
    public int start() {
        return start;
    }

    /** The offset behind the last byte that is neither white space nor line end. */
    public int end() {
        return end;
    }

    /** The offset behind this line's line end. */
    public int nextLine() {
        return nextStart;
    }

    /** The offset behind the tag name of a tag line. */
    public int nameEnd() {
        return nameEnd;
    }

    /** The offset of a tag's value: behind the colon and any white space, or the line's end when there is no value. */
    public int valueStart() {
        int i = nameEnd;
        if (i < end && bytes[i] == ':') {
            i++;
        }
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        return i;
    }
}
