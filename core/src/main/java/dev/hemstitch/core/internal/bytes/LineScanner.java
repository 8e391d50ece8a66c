package dev.hemstitch.core.internal.bytes;

/**
 * Walks the lines of a span once and says of each where it stands and what kind of line it is (RFC 8216bis, 4.1).
 *
 * <p>What is ugly: the tag of half of all lines is compared as one number, and a scanner is a bag of mutable positions
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

    private static final long INF_AND_COLON = Words.of("#EXTINF:");

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
        int newline = Words.find(bytes, lineStart, limit, Words.NEWLINES);
        int textEnd = newline;
        nextStart = newline == limit ? limit : newline + 1;
        if (newline < limit && textEnd > lineStart && bytes[textEnd - 1] == '\r') {
            textEnd--;
        }
        lineNumber++;
        classify(textEnd);
        return true;
    }

    /** Passes over lines that somebody else has read, up to the start of another one. */
    public void skipTo(int offset, int lines) {
        nextStart = offset;
        lineNumber += lines;
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
            boolean isInf = to - from >= 8 && Words.at(bytes, from) == INF_AND_COLON;
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
        int i = Words.findNameEnd(bytes, from, to);
        while (i < to && bytes[i] != ':' && (bytes[i] > ' ' || !isSpace(bytes[i]))) {
            i++;
        }
        return i;
    }

    /** White space within a line. */
    static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\f' || value == 0x0B;
    }

    /** The offset behind what is neither white space nor line end in a line that reaches up to {@code to}. */
    public static int trimmedEnd(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        int i = to;
        while (i > from && (bytes[i - 1] == '\n' || isSpace(bytes[i - 1]))) {
            i--;
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
