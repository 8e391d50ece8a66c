package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts runs of segments together so that each keeps what is in force for it. Within a run nothing changes, so it is one
 * piece of text; only the first segment of a run is written anew, and each segment whose implied initialization vector
 * would become another.
 */
final class Assembly {
    /** Room for a key line with an initialization vector: enough for most, so that the buffer need not grow. */
    private static final int KEY_LINE_BYTES = 144;

    private final ByteSpan header;
    private final ByteSpan trailer;
    private final String lineEnd;
    private final long strip;
    private boolean stripBitrates;

    private final List<ByteSpan> pieces = new ArrayList<>();
    private final KeysWritten keys = new KeysWritten();
    private InForce inForce = InForce.NOTHING;
    private @Nullable MediaSegment previous;
    private long mediaSequence;

    /** Segments that are written anew one behind another, not yet a piece. */
    private @Nullable ByteSink writing;

    Assembly(LineBuffer header, LineBuffer trailer, long strip) {
        this.header = header.toSpan();
        this.trailer = trailer.toSpan();
        this.lineEnd = header.lineEnd();
        this.strip = strip;
    }

    MediaPlaylist assemble(List<SegmentList> runs) {
        stripBitrates = !bitratesStayTrue(runs);
        mediaSequence = firstMediaSequence(runs);
        append(header);
        runs.forEach(this::run);
        append(trailer);
        endWriting();
        return new MediaPlaylist(List.copyOf(pieces));
    }

    /** The number that the first segment will have, wherever its tag stands. */
    private long firstMediaSequence(List<SegmentList> runs) {
        HeaderValues values = new HeaderValues();
        values.readAgain(header, 0);
        for (SegmentList run : runs) {
            if ((run.first().origin().tags() & HeaderValues.TAGS & ~strip) != 0) {
                run.stream()
                        .filter(segment -> (segment.tags() & HeaderValues.TAGS & ~strip) != 0)
                        .forEach(segment -> values.readAgain(segment.span(), strip));
            }
        }
        values.readAgain(trailer, 0);
        return values.firstMediaSequence();
    }

    /** No tag ends what EXT-X-BITRATE says: if it would reach a segment that has none, all of them must go. */
    private static boolean bitratesStayTrue(List<SegmentList> runs) {
        boolean some = false;
        boolean gap = false;
        for (SegmentList run : runs) {
            boolean here = run.first().inForce().bitrate() >= 0;
            gap |= some && !here;
            some |= (run.first().origin().tags() & HlsTag.BITRATE.bit()) != 0 || here;
        }
        return !gap;
    }

    private void run(SegmentList run) {
        MediaSegment first = run.first();
        long unwanted = (strip & HeaderValues.TAGS) | (stripBitrates ? HlsTag.BITRATE.bit() : 0);
        boolean renumbered = mediaSequence != first.mediaSequence();
        boolean eachAnew = (first.origin().tags() & unwanted) != 0
                || (renumbered && first.origin().hasImplicitIvs());
        if (eachAnew) {
            if (renumbered && first.origin().hasImplicitIvs() && writing == null) {
                endLine();
                int length = run.last().spanEnd() - first.spanStart();
                writing = new ByteSink(length + run.size() * KEY_LINE_BYTES);
            }
            run.forEach(segment -> place(segment, unwanted));
            return;
        }
        place(first, unwanted);
        if (run.size() > 1) {
            MediaSegment last = run.last();
            append(first.origin().text().slice(run.get(1).spanStart(), last.spanEnd()));
            previous = last;
            inForce = last.inForce();
            keys.copied(inForce);
            mediaSequence += run.size() - 1;
        }
    }

    private void place(MediaSegment segment, long unwanted) {
        if (needsWriting(segment, unwanted)) {
            write(segment, unwanted);
        } else {
            append(segment.span());
            inForce = segment.inForce();
            keys.copied(inForce);
        }
        previous = segment;
        mediaSequence++;
    }

    private boolean needsWriting(MediaSegment segment, long unwanted) {
        InForce wanted = segment.inForce();
        return (segment.tags() & unwanted) != 0
                || !inForce.isSame(segment.inForceBefore())
                || !keys.leaves(segment.inForceBefore().keys(), isRenumbered(segment), segment.mediaSequence())
                || (wanted.hasImplicitIv() && isRenumbered(segment))
                || repeatsMap(segment)
                || lacksOffset(segment)
                || (stripBitrates && wanted.bitrate() >= 0);
    }

    /** Behind a discontinuity between two sources even the same initialization section is said again. */
    private boolean repeatsMap(MediaSegment segment) {
        MediaSegment before = previous;
        boolean continues =
                before != null && before.origin() == segment.origin() && before.index() + 1 == segment.index();
        return segment.isDiscontinuity()
                && before != null
                && !continues
                && segment.inForce().map() != null;
    }

    /** Whether an offset is left out that would be read as another one behind the segment before. */
    private boolean lacksOffset(MediaSegment segment) {
        ByteRange range = segment.byteRange().orElse(null);
        if (range == null || !hasImplicitOffset(segment)) {
            return false;
        }
        MediaSegment before = previous;
        ByteRange last = before == null || !before.hasUriOf(segment)
                ? null
                : before.byteRange().orElse(null);
        return range.offset() != (last == null ? 0 : last.end());
    }

    /** Of two ranges of one segment the last counts. */
    private static boolean hasImplicitOffset(MediaSegment segment) {
        return segment.lines().stream()
                .filter(line -> line.is(HlsTag.BYTERANGE))
                .reduce((first, second) -> second)
                .filter(line -> line.value().indexOf('@') < 0)
                .isPresent();
    }

    private void write(MediaSegment segment, long unwanted) {
        InForce wanted = stripBitrates ? segment.inForce().withBitrate(-1) : segment.inForce();
        ByteSink out = sink(segment);
        if (out.size() > 0 && !out.endsWithNewline()) {
            out.append(lineEnd);
        }
        boolean explicitRange = lacksOffset(segment);
        long edited = HlsTag.DISCONTINUITY.bit() | InForce.TAGS | unwanted;
        if (!explicitRange && (segment.tags() & edited) == 0) {
            putInForce(segment, wanted, out);
            out.append(segment.span());
        } else {
            boolean done = false;
            for (PlaylistLine line : segment.lines()) {
                if (!done && !line.is(HlsTag.DISCONTINUITY)) {
                    putInForce(segment, wanted, out);
                    done = true;
                }
                if (line.is(HlsTag.BYTERANGE) && explicitRange) {
                    ByteRange range = segment.byteRange().orElseThrow();
                    out.append("#EXT-X-BYTERANGE:").append(range.toString()).append(lineEnd);
                } else if (!line.isIn(InForce.TAGS | unwanted)) {
                    out.append(line.whole());
                }
            }
        }
        inForce = wanted;
    }

    private boolean isRenumbered(MediaSegment segment) {
        return segment.mediaSequence() != mediaSequence;
    }

    /** Writes the tags that are needed before a segment; keys stand before the map that they encrypt. */
    private void putInForce(MediaSegment segment, InForce wanted, ByteSink out) {
        InitializationSection map = wanted.map();
        if (map != null && (repeatsMap(segment) || !Objects.equals(map, inForce.map()))) {
            keys.write(out, map.keys(), false, 0, lineEnd);
            out.append(map.line()).append(lineEnd);
        }
        keys.write(out, wanted.keys(), isRenumbered(segment), segment.mediaSequence(), lineEnd);
        if (wanted.bitrate() >= 0 && wanted.bitrate() != inForce.bitrate()) {
            out.append("#EXT-X-BITRATE:")
                    .append(Long.toString(wanted.bitrate()))
                    .append(lineEnd);
        }
    }

    private ByteSink sink(MediaSegment segment) {
        ByteSink out = writing;
        if (out == null) {
            endLine();
            out = new ByteSink(4 * segment.span().length() + 512);
            writing = out;
        }
        return out;
    }

    private void append(ByteSpan span) {
        if (span.isEmpty()) {
            return;
        }
        endWriting();
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).isFollowedBy(span)) {
            pieces.set(last, pieces.get(last).upTo(span));
        } else {
            endLine();
            pieces.add(span);
        }
    }

    private void endWriting() {
        ByteSink written = writing;
        if (written != null && written.size() > 0) {
            pieces.add(written.toSpan());
        }
        writing = null;
    }

    /** What follows must start on a line of its own. */
    private void endLine() {
        if (!pieces.isEmpty()) {
            ByteSpan last = pieces.get(pieces.size() - 1);
            if (last.at(last.end() - 1) != '\n') {
                pieces.add(ByteSpan.ofUtf8(lineEnd));
            }
        }
    }
}
