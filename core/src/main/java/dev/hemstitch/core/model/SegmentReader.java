package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines in front of a URI line until they are a segment. What is in force is the caller's to follow.
 */
final class SegmentReader {
    private final SegmentOrigin origin;
    private final ByteSpan text;
    private final ReadingProblems problems;

    private int start;
    private long tags;
    private int infStart;
    private long durationNanos;
    private boolean rangeWritten;
    private int rangeStart;
    private int rangeEnd;
    private int rangeLine;
    private int rangeLineStart;

    private int count;
    private int discontinuities;
    private long startNanos;
    private int dateAnchor = -1;
    private int firstDated = -1;
    private @Nullable MediaSegment previous;
    private @Nullable ByteRange knownRange;

    SegmentReader(SegmentOrigin origin, ReadingProblems problems) {
        this.origin = origin;
        this.text = origin.text();
        this.problems = problems;
        this.start = text.start();
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
        LineScanner line = new LineScanner(block, HlsTag.TABLE);
        MediaSegment segment = null;
        while (segment == null && line.next()) {
            if (line.tag() >= 0) {
                HlsTag tag = HlsTag.at(line.tag());
                if (tag.scope() != TagScope.MULTIVARIANT && (tag.attributes().isEmpty() || ignored.check(tag, line))) {
                    reader.tag(tag, line);
                }
            } else if (line.kind() == LineScanner.Kind.URI) {
                segment = reader.uri(line, inForce);
            }
        }
        if (segment == null) {
            throw new IllegalStateException("a segment without URI line");
        }
        origin.complete(new MediaSegment[] {segment}, msn, dsn - reader.discontinuities, reader.firstDated);
        return segment;
    }

    /** The lines of the first segment start here: behind the header. */
    void startAt(int offset) {
        start = offset;
    }

    int start() {
        return start;
    }

    int count() {
        return count;
    }

    int firstDated() {
        return firstDated;
    }

    /** The tags since the last URI line. */
    long tags() {
        return tags;
    }

    void tag(HlsTag tag, LineScanner line) {
        switch (tag) {
            case INF -> duration(line);
            case BYTERANGE -> {
                rangeWritten = true;
                rangeLine = line.lineNumber();
                rangeLineStart = line.lineStart();
                rangeStart = line.valueStart();
                rangeEnd = line.end();
            }
            case DISCONTINUITY -> discontinuities++;
            default -> {}
        }
        tags |= tag.bit();
    }

    private void duration(LineScanner line) {
        int from = line.valueStart();
        int to = AsciiDecimals.decimalEnd(text, from, line.end());
        long nanos = AsciiDecimals.nanos(text, from, to);
        boolean comma = to < line.end() && text.at(to) == ',';
        boolean readable = nanos != AsciiDecimals.MALFORMED
                && (comma || to == line.end() || text.at(to) == ' ' || text.at(to) == '\t');
        infStart = from;
        durationNanos = readable ? nanos : 0;
        if ((tags & HlsTag.INF.bit()) != 0) {
            problems.report(DiagnosticCode.DUPLICATE_TAG, line, from, "EXTINF stands twice for one segment");
        }
        if (!readable) {
            problems.malformedNumber(line, "EXTINF");
        } else if (!comma) {
            problems.report(DiagnosticCode.MISSING_EXTINF_COMMA, line, to, "EXTINF has no comma behind its duration");
        }
    }

    /** Ends the segment with its URI line. */
    MediaSegment uri(LineScanner line, InForce inForce) {
        if ((tags & HlsTag.INF.bit()) == 0) {
            durationNanos = 0;
            infStart = -1;
            problems.report(DiagnosticCode.MISSING_EXTINF, line, line.start(), "the segment has no EXTINF");
        }
        if ((tags & HlsTag.PROGRAM_DATE_TIME.bit()) != 0) {
            dateAnchor = count;
            firstDated = firstDated < 0 ? count : firstDated;
        }
        ByteRange range = rangeWritten ? range(line) : null;
        MediaSegment segment = new MediaSegment(
                origin,
                inForce,
                range,
                new MediaSegment.Lines(start, infStart, line.start(), line.end(), line.nextLine()),
                tags,
                durationNanos,
                new MediaSegment.Position(count, discontinuities, dateAnchor, startNanos));
        previous = segment;
        count++;
        startNanos = AsciiDecimals.sum(startNanos, durationNanos);
        start = line.nextLine();
        tags = 0;
        rangeWritten = false;
        return segment;
    }

    private @Nullable ByteRange range(LineScanner line) {
        boolean written = text.indexOf((byte) '@', rangeStart, rangeEnd) >= 0;
        if (!written && previous == null && knownRange != null) {
            return knownRange;
        }
        MediaSegment before = previous;
        ByteRange last = before == null ? null : before.byteRange().orElse(null);
        boolean continues = last != null && before != null && before.hasUri(text, line.start(), line.end());
        long implicit = continues && last != null ? last.end() : 0;
        ByteRange range =
                ByteRange.parse(text.text(rangeStart, rangeEnd), implicit).orElse(null);
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
