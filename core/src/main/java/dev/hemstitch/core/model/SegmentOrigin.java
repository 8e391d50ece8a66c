package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.internal.bytes.NumberedRanges;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and all its segments: a {@link MediaSegment} is one of these by its index.
 *
 * <p>Filled by a {@link SegmentReader}, and not changed any more once a segment is handed out.
 */
final class SegmentOrigin {
    private final ByteSpan text;
    private final InForce before;
    private final SegmentColumns columns;
    private @Nullable InForceChanges changes;
    private @Nullable SegmentIndexes discontinuities;
    private @Nullable ByteRanges ranges;
    private int start;
    private long firstMediaSequence;
    private long firstDiscontinuitySequence;
    private volatile @Nullable SegmentDates dates;
    private volatile @Nullable SegmentDates readableDates;
    private volatile @Nullable DateLines dateLines;

    /** Where that line ends which {@link #endOfDiscontinuityBehind} tells of, or -1; 0 if nobody has looked yet. */
    private int discontinuityBehind;

    /**
     * @param before what is in force before the first segment's lines
     */
    SegmentOrigin(ByteSpan text, InForce before) {
        this.text = text;
        this.before = before;
        this.start = text.start();
        this.columns = new SegmentColumns();
    }

    /** Fills in what is known only behind the last line. */
    void complete(long mediaSequence, long discontinuitySequence) {
        firstMediaSequence = mediaSequence;
        firstDiscontinuitySequence = discontinuitySequence;
        columns.trim();
    }

    /** The lines of the first segment start here: behind the header. */
    void startAt(int offset) {
        start = offset;
    }

    ByteSpan text() {
        return text;
    }

    SegmentColumns columns() {
        return columns;
    }

    /** Says what is in force for all segments, whatever their lines say. */
    void fix(InForce inForce) {
        changes = InForceChanges.always(inForce);
    }

    /** Notes that the lines of the segment that is being read may change what is in force. */
    void addChange() {
        InForceChanges known = changes == null ? new InForceChanges() : changes;
        known.add(count());
        changes = known;
    }

    /** Notes one more EXT-X-DISCONTINUITY before the segment that is being read. */
    void addDiscontinuity() {
        SegmentIndexes known = discontinuities == null ? new SegmentIndexes() : discontinuities;
        known.add(count());
        discontinuities = known;
    }

    /** Notes which bytes of its resource the segment is that is being read. */
    void addRange(long length, long offset) {
        ByteRanges known = ranges == null ? new ByteRanges() : ranges;
        known.add(count(), length, offset, columns.capacity());
        ranges = known;
    }

    /**
     * Takes over segments of another text whose lines stand here too, so many bytes further on, behind the segments that
     * have been read.
     */
    void addAll(SegmentOrigin other, int from, int to, int bytes) {
        int shift = count() - from;
        if (other.changes != null) {
            InForceChanges known = changes == null ? new InForceChanges() : changes;
            known.addAll(other.changes, from, to, shift);
            changes = known;
        }
        if (other.discontinuities != null) {
            SegmentIndexes known = discontinuities == null ? new SegmentIndexes() : discontinuities;
            known.addAll(other.discontinuities, from, to, shift);
            discontinuities = known;
        }
        if (other.ranges != null) {
            ByteRanges known = ranges == null ? new ByteRanges() : ranges;
            known.addAll(other.ranges, from, to, shift);
            ranges = known;
        }
        columns.addAll(other.columns, from, to, bytes);
    }

    boolean hasByteRange(int index) {
        return ranges != null && ranges.has(index);
    }

    @Nullable
    ByteRange byteRange(int index) {
        return ranges == null ? null : ranges.get(index);
    }

    InForce inForce(int index) {
        return changes == null ? before : changes.at(index, this);
    }

    /** The index behind a segment from which on something else is in force. */
    int nextChange(int index) {
        return changes == null ? Integer.MAX_VALUE : changes.next(index);
    }

    /** How many EXT-X-DISCONTINUITY stand before the end of a segment. */
    int discontinuities(int index) {
        return discontinuities == null ? 0 : discontinuities.countUpTo(index);
    }

    /** Whether no key, initialization section, bit rate or byte range is said anywhere, so that no segment needs one. */
    @SuppressWarnings("ReferenceEquality") // nothing is in force by one object
    boolean isPlain() {
        return changes == null && ranges == null && before == InForce.NOTHING;
    }

    /** Segments with lines before each that end in its Media Sequence Number. */
    NumberedRanges numbered(int from, int to, List<ByteSpan> prefixes, String lineEnd) {
        return new NumberedRanges(text, start(from), columns.ends(), from, to, prefixes, lineEnd, mediaSequence(from));
    }

    long tags(int index) {
        return columns.tags(index);
    }

    int count() {
        return columns.count();
    }

    /** Where the lines of a segment start; for the index behind the last one, where it would. */
    int start(int index) {
        return index == 0 ? start : columns.end(index - 1);
    }

    int uriStart(int index) {
        return columns.uriStart(index);
    }

    /** The offset behind the URI: its line has nothing behind it but white space and line end. */
    int uriEnd(int index) {
        return LineScanner.trimmedEnd(text, columns.uriStart(index), columns.end(index));
    }

    long startNanos(int index) {
        return index == 0 ? 0 : columns.endNanos(index - 1);
    }

    /** The duration by the sums before and behind it, or -1 if they are too great to tell. */
    long durationNanos(int index) {
        long end = columns.endNanos(index);
        return end == Long.MAX_VALUE ? -1 : end - startNanos(index);
    }

    long mediaSequence(int index) {
        return firstMediaSequence + index;
    }

    long discontinuitySequence(int index) {
        return firstDiscontinuitySequence + discontinuities(index);
    }

    /**
     * The offset behind EXT-X-DISCONTINUITY if that stands, as a {@link Seam} has it, right behind the last segment; else
     * -1. Text that is put into many playlists can have behind it what often follows, and is one range with it.
     */
    int endOfDiscontinuityBehind() {
        int end = discontinuityBehind;
        if (end == 0) {
            end = start(count());
            boolean stands = text.matches(end, Seam.DISCONTINUITY_LINE);
            end = stands ? end + Seam.DISCONTINUITY_LINE.length() : -1;
            discontinuityBehind = end;
        }
        return end;
    }

    /** The index of the segment whose date counts for another one, whether it can be read or not, or -1. */
    int dateAnchor(int index) {
        return (tags() & HlsTag.PROGRAM_DATE_TIME.bit()) == 0 ? -1 : dates().anchor(index);
    }

    /** The date of such a segment in microseconds since 1970, read once; {@link SegmentDates#ODD} if it is not that simple. */
    long dateMicros(int anchor) {
        return dates().micros(
                        anchor,
                        i -> new MediaSegment(this, i).writtenProgramDateTime().map(IsoDateTime::value));
    }

    private SegmentDates dates() {
        SegmentDates known = dates;
        if (known == null) {
            known = new SegmentDates(count(), i -> (columns.tags(i) & HlsTag.PROGRAM_DATE_TIME.bit()) != 0);
            dates = known;
        }
        return known;
    }

    /**
     * The index of the segment whose date counts for another one, or -1: only for playlists with a date that cannot be
     * read are all of them looked at.
     */
    int readableDateAnchor(int index) {
        SegmentDates known = readableDates;
        if (known == null) {
            known = new SegmentDates(
                    count(),
                    i -> new MediaSegment(this, i).writtenProgramDateTime().isPresent());
            readableDates = known;
        }
        return known.anchor(index);
    }

    /** The dates among the lines of segments, looked for when one is to be moved for the first time. */
    DateLines dateLines() {
        DateLines known = dateLines;
        if (known == null) {
            known = new DateLines(this);
            dateLines = known;
        }
        return known;
    }

    /** Whether a segment has an initialization vector that its Media Sequence Number stands for. */
    boolean hasImplicitIvs() {
        return changes != null && changes.hasImplicitIvs(this);
    }

    /** The union of the tags of all segments. */
    long tags() {
        return columns.allTags();
    }

    /** What is in force before the lines of a segment. */
    InForce before(int index) {
        return index == 0 ? before : inForce(index - 1);
    }
}
