package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.CommonSegment;
import dev.hemstitch.core.internal.bytes.LineScanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Media Playlist in one pass over its lines.
 *
 * <p>The header reaches to the last tag that applies to the playlist as a whole before the first segment tag; what
 * stands between it and a URI line belongs to that segment, what stands behind the last URI line is the trailer.
 */
final class MediaPlaylistReader {
    /** A tag of these opens the lines of the first segment, so that the header has ended. */
    private static final long OPENS_SEGMENT = opensSegment();

    private static final long MUST_LEAD = HlsTag.MEDIA_SEQUENCE.bit() | HlsTag.DISCONTINUITY_SEQUENCE.bit();

    /** Of these nothing is read before it is asked for. */
    private static final long FLAGS = HlsTag.PROGRAM_DATE_TIME.bit() | HlsTag.GAP.bit();

    private final ByteSpan text;
    private final ReadingLimits limits;
    private final ReadingProblems problems;
    private final HeaderValues values;
    private final SegmentOrigin origin;
    private final SegmentReader reader;

    private int headerEnd;
    private boolean inHeader = true;
    private @Nullable KnownSegments known;

    MediaPlaylistReader(ByteSpan text, ReadingLimits limits) {
        this(text, limits, limits.problems(text));
    }

    MediaPlaylistReader(ByteSpan text, ReadingLimits limits, ReadingProblems problems) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.values = new HeaderValues();
        this.origin = new SegmentOrigin(text, InForce.NOTHING);
        this.reader = new SegmentReader(origin, problems);
        this.headerEnd = text.start();
    }

    private static long opensSegment() {
        long tags = 0;
        for (HlsTag tag : HlsTag.values()) {
            boolean segmentTag = tag.scope() == TagScope.MEDIA_SEGMENT || tag.scope() == TagScope.MEDIA_METADATA;
            tags |= segmentTag && tag != HlsTag.SKIP ? tag.bit() : 0;
        }
        return tags;
    }

    /** Gives segments to be taken over where their lines are the same. */
    void know(KnownSegments segments) {
        known = segments;
    }

    MediaPlaylist read() {
        return new MediaPlaylist(text, reading());
    }

    MediaPlaylist.Reading reading() {
        return reading(new LineScanner(text, HlsTag.TABLE));
    }

    /** Reads what stands behind the lines that have been read. */
    MediaPlaylist.Reading reading(LineScanner line) {
        CommonSegment common = new CommonSegment(text, limits.maxLineBytes());
        boolean more = true;
        while (more) {
            takeKnown(line);
            if (takesCommon(line) && common.isAt(line.nextLine())) {
                inHeader = false;
                reader.common(common);
                line.skipTo(common.end(), common.lines());
            } else {
                more = line.next();
                if (more) {
                    limits.checkLine(line, text, problems);
                    line(line);
                }
            }
        }
        return finish();
    }

    /** Lines of segments that are taken over are not counted: they were, when they were read. */
    private void takeKnown(LineScanner line) {
        if (known != null && reader.tags() == 0 && origin.count() < limits.maxSegments()) {
            int most = limits.maxSegments() - origin.count();
            int end = known.take(origin, line.nextLine(), values.firstMediaSequence(), most);
            if (end > line.nextLine()) {
                inHeader = false;
                line.skipTo(end, 0);
            }
        }
    }

    private boolean takesCommon(LineScanner line) {
        return reader.takesCommon()
                && origin.count() < limits.maxSegments()
                && line.lineNumber() < limits.maxLines() - CommonSegment.MOST_LINES + 1;
    }

    void line(LineScanner line) {
        if (line.tag() >= 0) {
            long bit = 1L << line.tag();
            if ((bit & FLAGS) != 0) {
                inHeader = false;
                reader.flag(bit);
            } else {
                tag(HlsTag.at(line.tag()), line);
            }
        } else if (line.kind() == LineScanner.Kind.URI) {
            inHeader = false;
            limits.checkSegments(origin.count(), line, problems);
            reader.uri(line);
        } else if (line.kind() == LineScanner.Kind.TAG) {
            reader.flag(HlsTag.UNKNOWN);
        }
    }

    private void tag(HlsTag tag, LineScanner line) {
        long bit = tag.bit();
        if ((bit & HeaderValues.TAGS) != 0) {
            playlistTag(tag, line);
        } else if (tag.scope() == TagScope.MULTIVARIANT) {
            problems.report(
                    DiagnosticCode.MIXED_PLAYLIST_KINDS,
                    line,
                    line.start(),
                    tag.tagName() + " cannot stand in a Media Playlist");
        } else {
            segmentTag(tag, line);
        }
    }

    private void playlistTag(HlsTag tag, LineScanner line) {
        if (inHeader) {
            headerEnd = line.nextLine();
            origin.startAt(headerEnd);
            reader.unflag(HlsTag.UNKNOWN); // what stood before belongs to the header
        } else {
            reader.tag(tag, line);
            if ((tag.bit() & MUST_LEAD) != 0 && origin.count() > 0) {
                problems.report(
                        DiagnosticCode.MISPLACED_TAG,
                        line,
                        line.start(),
                        tag.tagName() + " stands behind the first segment");
            }
        }
        values.tag(tag, line, text, problems);
    }

    private void segmentTag(HlsTag tag, LineScanner line) {
        if (inHeader && (tag.bit() & OPENS_SEGMENT) != 0) {
            inHeader = false;
        }
        if (tag.hasAttributes() && !problems.check(tag, line)) {
            return;
        }
        if (tag == HlsTag.BITRATE && !AsciiDecimals.isUnsigned(text, line.valueStart(), line.end())) {
            problems.malformedNumber(line, tag.tagName());
        }
        reader.tag(tag, line);
    }

    private MediaPlaylist.Reading finish() {
        int count = origin.count();
        origin.complete(values.firstMediaSequence(), values.discontinuitySequence());
        if (!values.has(HlsTag.TARGETDURATION)) {
            problems.reportMissing(DiagnosticCode.MISSING_TARGET_DURATION, "the playlist has no EXT-X-TARGETDURATION");
        }
        reportDanglingTags();
        return new MediaPlaylist.Reading(
                values,
                text.slice(text.start(), headerEnd),
                new SegmentList(origin, 0, count),
                text.slice(origin.start(count), text.end()));
    }

    /** Tags of a segment that does not come; in front of Partial Segments it is only not complete yet. */
    private void reportDanglingTags() {
        boolean begun = (reader.tags() & (HlsTag.PART.bit() | HlsTag.PRELOAD_HINT.bit())) != 0;
        long dangling =
                HlsTag.INF.bit() | HlsTag.BYTERANGE.bit() | HlsTag.GAP.bit() | (begun ? 0 : HlsTag.DISCONTINUITY.bit());
        if ((reader.tags() & dangling) == 0) {
            return;
        }
        int start = origin.start(origin.count());
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        while (line.next()) {
            long bit = line.tag() < 0 ? 0 : HlsTag.at(line.tag()).bit();
            if (line.lineStart() >= start && (bit & dangling) != 0) {
                problems.report(
                        DiagnosticCode.DANGLING_SEGMENT_TAG,
                        line,
                        line.start(),
                        HlsTag.at(line.tag()).tagName() + " stands behind the last URI line");
                return;
            }
        }
    }
}
