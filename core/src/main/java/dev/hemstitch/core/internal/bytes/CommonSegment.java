package dev.hemstitch.core.internal.bytes;

/**
 * Recognises a segment in its most common form, all its lines at once: perhaps EXT-X-PROGRAM-DATE-TIME, then EXTINF with a
 * plain decimal number and a comma, perhaps EXT-X-BYTERANGE with an offset right before or behind that, and a URI line. Whatever looks different is left to
 * {@link LineScanner}.
 *
 * <p>What is ugly: tag names are compared as numbers, digits of seconds and of their fraction go into one integer, and
 * the result stands in fields. Why: nearly all lines of a long playlist are such ones, and one by one they take twice as
 * long. Paid for by {@code ParseBenchmark}.
 */
public final class CommonSegment {
    /** The most lines of such a segment. */
    public static final int MOST_LINES = 4;

    private static final long INF = Words.of("#EXTINF:");
    private static final long DATE_1 = Words.of("#EXT-X-P");
    private static final long DATE_2 = Words.of("ROGRAM-D");
    private static final long DATE_3 = Words.of("ATE-TIME");
    private static final int DATE_NAME_BYTES = 24;

    private static final long RANGE_1 = Words.of("#EXT-X-B");
    private static final long RANGE_2 = Words.of("YTERANGE");
    private static final int RANGE_NAME_BYTES = 16;

    private static final int MOST_DIGITS = 9;

    /** So many digits never overflow, nor does a sum of two such numbers. */
    private static final int MOST_RANGE_DIGITS = 18;

    /** What is looked at without asking whether the text goes on: more than a date's name, or EXTINF and its number. */
    private static final int MOST_BYTES_LOOKED_AT = 8 + 2 * MOST_DIGITS + 6;

    /** The same for a byte range. */
    private static final int MOST_BYTES_OF_RANGE = RANGE_NAME_BYTES + 1 + 2 * MOST_RANGE_DIGITS + 3;

    private static final long[] NANOS_OF_DIGIT = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private final byte[] bytes;
    private final int limit;
    private final int maxBytes;

    private boolean dated;
    private boolean ranged;
    private long rangeLength;
    private long rangeOffset;
    private int uriStart;
    private int end;
    private long durationNanos;

    /**
     * A recogniser for a span.
     *
     * @param maxBytes the most bytes of a line; lines that have more together are not looked at
     */
    public CommonSegment(ByteSpan span, int maxBytes) {
        this.bytes = span.array();
        this.limit = span.end();
        this.maxBytes = maxBytes;
    }

    /** Whether such a segment starts at the offset; only then the other methods tell of it. */
    public boolean isAt(int from) {
        if (limit - from < MOST_BYTES_LOOKED_AT) {
            return false;
        }
        long name = Words.at(bytes, from);
        dated = false;
        ranged = false;
        if (name == INF) {
            return isSegment(from, from + 8);
        }
        int inf = from;
        if (name == DATE_1) {
            inf = behindDate(from);
            dated = true;
            if (limit - inf < MOST_BYTES_LOOKED_AT) {
                return false;
            }
            name = Words.at(bytes, inf);
        }
        if (name == RANGE_1) {
            inf = behindRange(inf);
            if (limit - inf < MOST_BYTES_LOOKED_AT) {
                return false;
            }
            name = Words.at(bytes, inf);
        }
        return name == INF && isSegment(from, inf + 8);
    }

    /** The line behind the date that stands at an offset, or the limit. */
    private int behindDate(int from) {
        boolean named = Words.at(bytes, from + 8) == DATE_2
                && Words.at(bytes, from + 16) == DATE_3
                && bytes[from + DATE_NAME_BYTES] == ':';
        return named ? Words.find(bytes, from + DATE_NAME_BYTES + 1, limit, Words.NEWLINES) + 1 : limit;
    }

    /** The line behind the byte range that stands at an offset, or the limit. */
    private int behindRange(int from) {
        if (limit - from < MOST_BYTES_OF_RANGE
                || Words.at(bytes, from + 8) != RANGE_2
                || bytes[from + RANGE_NAME_BYTES] != ':') {
            return limit;
        }
        int number = from + RANGE_NAME_BYTES + 1;
        int at = digitsEnd(number);
        int end = digitsEnd(at + 1);
        if (bytes[at] != '@' || at == number || end == at + 1) {
            return limit;
        }
        ranged = true;
        rangeLength = number(number, at);
        rangeOffset = number(at + 1, end);
        int newline = bytes[end] == '\r' ? end + 1 : end;
        return bytes[newline] == '\n' ? newline + 1 : limit;
    }

    private int digitsEnd(int from) {
        int i = from;
        while (bytes[i] >= '0' && bytes[i] <= '9' && i < from + MOST_RANGE_DIGITS) {
            i++;
        }
        return i;
    }

    private long number(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + (bytes[i] - '0');
        }
        return value;
    }

    private boolean isSegment(int from, int number) {
        int i = number;
        int digit = bytes[i] - '0';
        long value = 0;
        int stop = i + MOST_DIGITS;
        while (digit >= 0 && digit <= 9 && i < stop) {
            value = 10 * value + digit;
            digit = bytes[++i] - '0';
        }
        if (i == number) {
            return false;
        }
        int fractionDigits = 0;
        if (digit == '.' - '0') {
            int fraction = ++i;
            stop = i + MOST_DIGITS;
            digit = bytes[i] - '0';
            while (digit >= 0 && digit <= 9 && i < stop) {
                value = 10 * value + digit;
                digit = bytes[++i] - '0';
            }
            fractionDigits = i - fraction;
        }
        durationNanos = value * NANOS_OF_DIGIT[fractionDigits];
        return digit == ',' - '0' && isUri(from, i + 1);
    }

    private boolean isUri(int from, int title) {
        int uri = (bytes[title] == '\n' ? title : Words.find(bytes, title, limit, Words.NEWLINES)) + 1;
        if (uri < limit && bytes[uri] == '#' && !ranged && limit - uri >= 8 && Words.at(bytes, uri) == RANGE_1) {
            uri = behindRange(uri);
        }
        if (uri >= limit || bytes[uri] <= ' ' || bytes[uri] == '#') {
            return false;
        }
        uriStart = uri;
        end = Math.min(limit, Words.find(bytes, uri + 1, limit, Words.NEWLINES) + 1);
        return end - from <= maxBytes;
    }

    /** Whether EXT-X-PROGRAM-DATE-TIME is the first of its lines. */
    public boolean isDated() {
        return dated;
    }

    /** Whether EXT-X-BYTERANGE is one of its lines. */
    public boolean isRanged() {
        return ranged;
    }

    /** The length of the byte range, less than 10^18. */
    public long rangeLength() {
        return rangeLength;
    }

    /** The offset of the byte range, less than 10^18. */
    public long rangeOffset() {
        return rangeOffset;
    }

    /** The number of its lines. */
    public int lines() {
        return (dated ? 3 : 2) + (ranged ? 1 : 0);
    }

    /** The offset of the URI. */
    public int uriStart() {
        return uriStart;
    }

    /** The offset behind the URI line. */
    public int end() {
        return end;
    }

    /** The duration, less than 10^18. */
    public long durationNanos() {
        return durationNanos;
    }
}
