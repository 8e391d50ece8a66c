package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;
import java.util.Arrays;

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

    private final ByteSpan text;
    private final ReadingLimits limits;
    private final ReadingProblems problems;
    private final HeaderValues values;
    private final SegmentOrigin origin;
    private final SegmentReader reader;
    private MediaSegment[] segments = new MediaSegment[16];

    private InForce inForce = InForce.NOTHING;
    private int headerEnd;
    private boolean inHeader = true;

    MediaPlaylistReader(ByteSpan text, ReadingLimits limits) {
        this.text = text;
        this.limits = limits;
        this.problems = limits.problems(text);
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

    MediaPlaylist read() {
        return new MediaPlaylist(text, reading());
    }

    MediaPlaylist.Reading reading() {
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        while (line.next()) {
            limits.checkLine(line, text, problems);
            switch (line.kind()) {
                case URI -> uri(line);
                case TAG -> {
                    if (line.tag() >= 0) {
                        tag(HlsTag.at(line.tag()), line);
                    }
                }
                default -> {}
            }
        }
        return finish();
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
            reader.startAt(headerEnd);
        } else {
            reader.tag(tag, line);
            if ((tag.bit() & MUST_LEAD) != 0 && reader.count() > 0) {
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
        if (!tag.attributes().isEmpty() && !problems.check(tag, line)) {
            return;
        }
        switch (tag) {
            case KEY -> inForce = inForce.with(new Key(attributes(line)));
            case MAP -> inForce = inForce.with(new InitializationSection(attributes(line), inForce.keys()));
            case BITRATE -> bitrate(line);
            default -> {}
        }
        reader.tag(tag, line);
    }

    private AttributeList attributes(LineScanner line) {
        return new AttributeList(text.slice(line.valueStart(), line.end()));
    }

    private void bitrate(LineScanner line) {
        if (AsciiDecimals.isUnsigned(text, line.valueStart(), line.end())) {
            inForce = inForce.withBitrate(AsciiDecimals.unsigned(text, line.valueStart(), line.end()));
        } else {
            problems.malformedNumber(line, HlsTag.BITRATE.tagName());
        }
    }

    private void uri(LineScanner line) {
        inHeader = false;
        int count = reader.count();
        limits.checkSegments(count, line, problems);
        if (count == segments.length) {
            segments = Arrays.copyOf(segments, expectedCount(count, line.nextLine()));
        }
        segments[count] = reader.uri(line, inForce);
    }

    /** How many segments there will be if the rest of the text is like what has been read. */
    private int expectedCount(int count, int offset) {
        long expected = (long) count * text.length() / Math.max(1, offset - text.start());
        return (int) Math.max(count + count / 4, Math.min(expected, 64L * count)) + 8;
    }

    private MediaPlaylist.Reading finish() {
        MediaSegment[] all = Arrays.copyOf(segments, reader.count());
        origin.complete(all, values.firstMediaSequence(), values.discontinuitySequence(), reader.firstDated());
        if (!values.has(HlsTag.TARGETDURATION)) {
            problems.reportMissing(DiagnosticCode.MISSING_TARGET_DURATION, "the playlist has no EXT-X-TARGETDURATION");
        }
        reportDanglingTags();
        int trailerStart = all.length == 0 ? headerEnd : reader.start();
        return new MediaPlaylist.Reading(
                values,
                text.slice(text.start(), headerEnd),
                new SegmentList(all, 0, all.length),
                text.slice(trailerStart, text.end()));
    }

    /** Tags of a segment that does not come; in front of Partial Segments it is only not complete yet. */
    private void reportDanglingTags() {
        boolean begun = (reader.tags() & (HlsTag.PART.bit() | HlsTag.PRELOAD_HINT.bit())) != 0;
        long dangling =
                HlsTag.INF.bit() | HlsTag.BYTERANGE.bit() | HlsTag.GAP.bit() | (begun ? 0 : HlsTag.DISCONTINUITY.bit());
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        while ((reader.tags() & dangling) != 0 && line.next()) {
            long bit = line.tag() < 0 ? 0 : HlsTag.at(line.tag()).bit();
            if (line.lineStart() >= reader.start() && (bit & dangling) != 0) {
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
