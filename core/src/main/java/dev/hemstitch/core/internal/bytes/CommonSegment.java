package dev.hemstitch.core.internal.bytes;

/**
 * Recognises a segment in its most common form, all its lines at once: perhaps EXT-X-PROGRAM-DATE-TIME, then EXTINF with a
 * plain decimal number and a comma, and a URI line right behind it. Whatever looks different is left to
 * {@link LineScanner}.
 *
 * <p>What is ugly: tag names are compared as numbers, digits of seconds and of their fraction go into one integer, and
 * the result stands in fields. Why: nearly all lines of a long playlist are such ones, and one by one they take twice as
 * long. Paid for by {@code ParseBenchmark}.
 */
public final class CommonSegment {
    private static final long INF = Words.of("#EXTINF:");
    private static final long DATE_1 = Words.of("#EXT-X-P");
    private static final long DATE_2 = Words.of("ROGRAM-D");
    private static final long DATE_3 = Words.of("ATE-TIME");
    private static final int DATE_NAME_BYTES = 24;

    private static final int MOST_DIGITS = 9;

    /** What is looked at without asking whether the text goes on: more than a date's name, or EXTINF and its number. */
    private static final int MOST_BYTES_LOOKED_AT = 8 + 2 * MOST_DIGITS + 6;

    private static final long[] NANOS_OF_DIGIT = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private final byte[] bytes;
    private final int limit;
    private final int maxBytes;

    private boolean dated;
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
        dated = name == DATE_1;
        if (!dated) {
            return name == INF && isSegment(from, from + 8);
        }
        if (Words.at(bytes, from + 8) != DATE_2
                || Words.at(bytes, from + 16) != DATE_3
                || bytes[from + DATE_NAME_BYTES] != ':') {
            return false;
        }
        int inf = Words.find(bytes, from + DATE_NAME_BYTES + 1, limit, Words.NEWLINES) + 1;
        return limit - inf >= MOST_BYTES_LOOKED_AT && Words.at(bytes, inf) == INF && isSegment(from, inf + 8);
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
