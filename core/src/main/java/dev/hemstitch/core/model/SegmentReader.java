package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.CommonSegment;
import dev.hemstitch.core.internal.bytes.LineScanner;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines in front of a URI line until they are a segment. What is in force is the caller's to follow.
 */
final class SegmentReader {
    /** The first segments may be much shorter than others. */
    private static final long MOST_GROWTH = 64;

    /** About as many as an EXTINF with its line end. */
    private static final int LEAST_BYTES_BEFORE_URI = 12;

    private static final long INF = HlsTag.INF.bit();
    private static final long DATE = HlsTag.PROGRAM_DATE_TIME.bit();
    private static final long RANGE = HlsTag.BYTERANGE.bit();

    private final SegmentOrigin origin;
    private final SegmentColumns columns;
    private final ByteSpan text;
    private final ReadingProblems problems;

    private long tags;
    private long durationNanos;
    private int rangeStart;
    private int rangeEnd;
    private int rangeLine;
    private int rangeLineStart;
    private @Nullable ByteRange knownRange;

    SegmentReader(SegmentOrigin origin, ReadingProblems problems) {
        this.origin = origin;
        this.columns = origin.columns();
        this.text = origin.text();
        this.problems = problems;
    }

    /**
     * Reads the lines of one segment that stands in no playlist.
     *
     * @param before what its own tags take for granted
     * @param known the range that an EXT-X-BYTERANGE without offset stands for
     */
    static MediaSegment alone(
            ByteSpan block, InForce before, InForce inForce, @Nullable ByteRange known, long msn, long dsn) {
        SegmentOrigin origin = new SegmentOrigin(block, before);
        ReadingProblems ignored = ReadingLimits.NONE.problems(block);
        SegmentReader reader = new SegmentReader(origin, ignored);
        reader.knownRange = known;
        origin.fix(inForce);
        LineScanner line = new LineScanner(block, HlsTag.TABLE);
        while (origin.count() == 0 && line.next()) {
            if (line.tag() >= 0) {
                HlsTag tag = HlsTag.at(line.tag());
                if (tag.scope() != TagScope.MULTIVARIANT && (!tag.hasAttributes() || ignored.check(tag, line))) {
                    reader.tag(tag, line);
                }
            } else if (line.kind() == LineScanner.Kind.URI) {
                reader.uri(line);
            } else if (line.kind() == LineScanner.Kind.TAG) {
                reader.flag(HlsTag.UNKNOWN);
            }
        }
        if (origin.count() == 0) {
            throw new IllegalStateException("a segment without URI line");
        }
        origin.complete(msn, dsn - origin.discontinuities(0));
        return new MediaSegment(origin, 0);
    }

    /** The tags since the last URI line. */
    long tags() {
        return tags;
    }

    void tag(HlsTag tag, LineScanner line) {
        switch (tag) {
            case INF -> duration(line);
            case BYTERANGE -> {
                rangeLine = line.lineNumber();
                rangeLineStart = line.lineStart();
                rangeStart = line.valueStart();
                rangeEnd = line.end();
            }
            case DISCONTINUITY -> origin.addDiscontinuity();
            default -> {}
        }
        tags |= tag.bit();
    }

    /** Notes a tag that says nothing but that it is there, or whose value is read when asked for. */
    void flag(long bit) {
        tags |= bit;
    }

    /** Forgets that a tag is there. */
    void unflag(long bit) {
        tags &= ~bit;
    }

    private void duration(LineScanner line) {
        int from = line.valueStart();
        int to = AsciiDecimals.decimalEnd(text, from, line.end());
        boolean comma = to < line.end() && text.at(to) == ',';
        long nanos = durationNanos(text, from, line.end());
        durationNanos = Math.max(0, nanos);
        if ((tags & INF) != 0) {
            problems.report(DiagnosticCode.DUPLICATE_TAG, line, from, "EXTINF stands twice for one segment");
        }
        if (nanos == AsciiDecimals.MALFORMED) {
            problems.malformedNumber(line, "EXTINF");
        } else if (!comma) {
            problems.report(DiagnosticCode.MISSING_EXTINF_COMMA, line, to, "EXTINF has no comma behind its duration");
        }
    }

    /** The duration that a value of EXTINF starts with, or {@link AsciiDecimals#MALFORMED}. */
    static long durationNanos(ByteSpan text, int from, int end) {
        int to = AsciiDecimals.decimalEnd(text, from, end);
        boolean ends = to == end || text.at(to) == ',' || text.at(to) == ' ' || text.at(to) == '\t';
        return ends ? AsciiDecimals.nanos(text, from, to) : AsciiDecimals.MALFORMED;
    }

    /** Whether a segment in its common form would be read as it stands. */
    boolean takesCommon() {
        return (tags & (INF | RANGE)) == 0;
    }

    /** Ends the segment with the lines of the common form. */
    void common(CommonSegment lines) {
        long found = INF | (lines.isDated() ? DATE : 0);
        if (lines.isRanged()) {
            origin.addRange(lines.rangeLength(), lines.rangeOffset());
            found |= RANGE;
        }
        add(lines.uriStart(), lines.end(), tags | found, lines.durationNanos());
    }

    /** Ends the segment with its URI line. */
    void uri(LineScanner line) {
        if ((tags & INF) == 0) {
            durationNanos = 0;
            problems.report(DiagnosticCode.MISSING_EXTINF, line, line.start(), "the segment has no EXTINF");
        }
        if ((tags & RANGE) != 0) {
            ByteRange range = range(line);
            if (range != null) {
                origin.addRange(range.length(), range.offset());
            }
        }
        add(line.start(), line.nextLine(), tags, durationNanos);
    }

    private void add(int uriStart, int end, long tagsOfSegment, long nanos) {
        if ((tagsOfSegment & InForce.TAGS) != 0) {
            origin.addChange();
        }
        if (columns.isFull()) {
            columns.resize(columns.count() == 0 ? firstCount(uriStart, end) : expectedCount(end));
        }
        columns.add(uriStart, end, tagsOfSegment, nanos);
        tags = 0;
    }

    /** How many segments there will be if the others have little more than a URI such as the first one's. */
    private int firstCount(int uriStart, int end) {
        int expected = 1 + (text.end() - end) / (end - uriStart + LEAST_BYTES_BEFORE_URI);
        return Math.min(1 + expected, (int) MOST_GROWTH);
    }

    /** How many segments there will be if the rest of the text is like what has been read. */
    private int expectedCount(int offset) {
        int count = columns.count() + 1;
        long length = Math.max(1, offset - origin.start(0));
        long expected = (long) count * (text.end() - origin.start(0)) / length;
        long wanted = expected + expected / Math.min(64, 2L * count);
        return (int) Math.max(count + count / 4, Math.min(wanted, MOST_GROWTH * count)) + 1;
    }

    private @Nullable ByteRange range(LineScanner line) {
        int previous = origin.count() - 1;
        int at = text.indexOf((byte) '@', rangeStart, rangeEnd);
        boolean written = at >= 0;
        if (!written && previous < 0 && knownRange != null) {
            return knownRange;
        }
        ByteRange last = written || previous < 0 ? null : origin.byteRange(previous);
        boolean continues = last != null
                && text.rangeEquals(
                        columns.uriStart(previous), origin.uriEnd(previous), text, line.start(), line.end());
        long implicit = continues && last != null ? last.end() : 0;
        ByteRange range =
                ByteRange.parse(text, rangeStart, at, rangeEnd, implicit).orElse(null);
        if (range == null) {
            reportRange(DiagnosticCode.MALFORMED_BYTE_RANGE, "EXT-X-BYTERANGE is no length and offset");
        } else if (!written && !continues) {
            reportRange(
                    DiagnosticCode.UNRESOLVED_BYTE_RANGE,
                    "EXT-X-BYTERANGE has no offset and follows no range of the same resource; taken as 0");
        }
        return range;
    }

    private void reportRange(DiagnosticCode code, String message) {
        problems.report(code, rangeLine, rangeLineStart, rangeStart, message);
    }
}
