package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts runs of segments together so that each keeps what is in force for it. Within a run nothing changes, so it is one
 * piece of text; only what must stand before its first segment is written, and each segment whose implied
 * initialization vector would become another, or whose date moves.
 */
final class Assembly {
    /** Room for what a seam needs; there may be more. */
    private static final int SEAM_BYTES = 128;

    /** Tags of a segment behind which, or in place of which, something may have to be written. */
    private static final long PLACES = HlsTag.DISCONTINUITY.bit() | InForce.TAGS;

    private final ByteSpan header;
    private final ByteSpan trailer;
    private final @Nullable OpenSegment open;
    private final String lineEnd;
    private final long strip;
    private long unwanted;
    private boolean stripBitrates;

    private final AssembledText output;
    private final KeysWritten keys = new KeysWritten();
    private InForce inForce = InForce.NOTHING;
    private @Nullable SegmentOrigin previousOrigin;
    private int previousIndex;
    private Seam seam = Seam.NONE;
    private @Nullable DateShift shift;
    private long mediaSequence;

    /** Whether segments that are left out may have put keys in force before the first segment. */
    private final boolean skips;

    /**
     * @param open the segment that the trailer begins; null if it begins none
     * @param skips whether EXT-X-SKIP was put before the segments
     */
    Assembly(LineBuffer header, LineBuffer trailer, @Nullable OpenSegment open, long strip, int runs, boolean skips) {
        this.skips = skips;
        this.header = header.toSpan();
        this.trailer = trailer.toSpan();
        this.open = open;
        this.lineEnd = header.lineEnd();
        this.output = new AssembledText(lineEnd, 2 * runs + 4, runs * SEAM_BYTES);
        this.strip = strip;
    }

    /**
     * Puts all together.
     *
     * @param firstNumber the first segment's Media Sequence Number if it is known
     */
    MediaPlaylist assemble(List<Run> runs, OptionalLong firstNumber) {
        stripBitrates = !bitratesStayTrue(runs);
        unwanted = (strip & HeaderValues.TAGS) | (stripBitrates ? HlsTag.BITRATE.bit() : 0);
        mediaSequence = firstNumber.isPresent() ? firstNumber.getAsLong() : firstMediaSequence(runs);
        output.add(header, header.start(), header.end());
        for (int i = 0; i < runs.size(); i++) {
            run(runs.get(i));
        }
        if (open == null || !needsWriting(open)) {
            output.add(trailer, trailer.start(), trailer.end());
        } else {
            write(open);
        }
        return new MediaPlaylist(output.toRope());
    }

    private boolean needsWriting(OpenSegment next) {
        boolean isRenumbered = next.mediaSequence() != mediaSequence;
        return !next.seam().isEmpty()
                || !inForce.isSame(next.before())
                || !keys.leaves(next.before().keys(), isRenumbered, next.mediaSequence())
                || (next.wanted().hasImplicitIv() && isRenumbered);
    }

    private void write(OpenSegment next) {
        InForce wanted = stripBitrates ? next.wanted().withBitrate(-1) : next.wanted();
        ByteSink out = output.writing();
        next.seam().write(out, false, lineEnd);
        boolean repeatsMap =
                next.isDiscontinuity() && wanted.map() != null && !next.continues(previousOrigin, previousIndex);
        putInForce(wanted, next.tags(), repeatsMap, next.mediaSequence(), out);
        for (PlaylistLine line : PlaylistLine.of(trailer)) {
            boolean isRepeated = next.seam().isDiscontinuity() && line.is(HlsTag.DISCONTINUITY);
            if (!line.isIn(InForce.TAGS) && !isRepeated) {
                out.append(line.whole());
            }
        }
    }

    /** The number that the first segment will have, wherever its tag stands. */
    private long firstMediaSequence(List<Run> runs) {
        HeaderValues values = new HeaderValues();
        values.readAgain(header, 0);
        for (Run run : runs) {
            if ((run.origin().tags() & HeaderValues.TAGS & ~strip) != 0) {
                run.segments().stream()
                        .filter(segment -> (segment.tags() & HeaderValues.TAGS & ~strip) != 0)
                        .forEach(segment -> values.readAgain(segment.span(), strip));
            }
        }
        values.readAgain(trailer, 0);
        return values.firstMediaSequence();
    }

    /** No tag ends what EXT-X-BITRATE says: if it would reach a segment that has none, all of them must go. */
    private static boolean bitratesStayTrue(List<Run> runs) {
        boolean some = false;
        boolean gap = false;
        for (int i = 0; i < runs.size(); i++) {
            SegmentOrigin origin = runs.get(i).origin();
            boolean here =
                    !origin.isPlain() && origin.inForce(runs.get(i).from()).bitrate() >= 0;
            gap |= some && !here;
            some |= here || says(runs.get(i), HlsTag.BITRATE.bit());
        }
        return !gap;
    }

    /** Whether a tag stands among the lines of one of a run's segments. */
    private static boolean says(Run run, long tag) {
        boolean found = false;
        boolean possible = (run.origin().tags() & tag) != 0;
        for (int i = run.from(); possible && !found && i < run.to(); i++) {
            found = (run.origin().tags(i) & tag) != 0;
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // what is in force is shared until a tag changes it
    private void run(Run run) {
        SegmentOrigin origin = run.origin();
        int first = run.from();
        int count = run.to() - first;
        seam = run.seam();
        shift = run.movesDates() ? run.shift() : null;
        boolean implied = origin.hasImplicitIvs() && mediaSequence != origin.mediaSequence(first);
        if (implied || (origin.tags() & unwanted) != 0) {
            eachAnew(run, implied);
            return;
        }
        boolean plain = origin.isPlain() && inForce == InForce.NOTHING && keys.areNone() && !joinsSeam(origin, first);
        int from = origin.start(first);
        if (plain) {
            copySeam();
        } else {
            from = lead(run.first());
        }
        copy(origin, from, origin.start(run.to()));
        mediaSequence += count;
        previousOrigin = origin;
        previousIndex = run.to() - 1;
        if (!plain && count > 1) {
            inForce = origin.inForce(run.to() - 1);
            keys.copied(inForce);
        }
    }

    /** Whether a segment has a discontinuity of its own, which the seam's lines must stand behind. */
    private boolean joinsSeam(SegmentOrigin origin, int index) {
        return !seam.isEmpty() && (origin.tags(index) & HlsTag.DISCONTINUITY.bit()) != 0;
    }

    private void eachAnew(Run run, boolean implied) {
        SegmentOrigin origin = run.origin();
        int i = run.from();
        while (i < run.to()) {
            int next = implied && i > run.from() ? numberedAnew(origin, i, run.to()) : i;
            if (next == i) {
                copy(origin, lead(new MediaSegment(origin, i)), origin.start(i + 1));
                next = i + 1;
            }
            seam = Seam.NONE;
            mediaSequence += next - i;
            previousOrigin = origin;
            previousIndex = next - 1;
            i = next;
        }
    }

    /**
     * Takes segments over for each of which the keys of the one before are written with its own number, and nothing else.
     *
     * @return the index of the first one that needs more than that
     */
    @SuppressWarnings("ReferenceEquality") // what is in force is shared until a tag changes it
    private int numberedAnew(SegmentOrigin origin, int from, int to) {
        if (shift != null || !keys.areNumbered() || origin.inForce(from) != inForce) {
            return from;
        }
        long others = PLACES | unwanted | HlsTag.BYTERANGE.bit();
        int end = Math.min(to, origin.nextChange(from));
        int i = from;
        while (i < end && (origin.tags(i) & others) == 0) {
            i++;
        }
        if (i > from) {
            boolean endsLine = origin.text().at(origin.start(i) - 1) == '\n';
            output.add(origin.numbered(from, i, keys.numbered(), lineEnd), endsLine);
            keys.repeated(origin.mediaSequence(i - 1));
        }
        return i;
    }

    /**
     * Writes what must stand before a segment, and all its lines if one of them changes.
     *
     * @return from where on the text is to be copied as it is
     */
    private int lead(MediaSegment segment) {
        if (joinsSeam(segment.origin(), segment.index()) || needsWriting(segment)) {
            return write(segment);
        }
        copySeam();
        inForce = segment.inForce();
        keys.copied(inForce);
        return segment.spanStart();
    }

    /** Takes the seam's lines over as they are. */
    private void copySeam() {
        if (seam.isEmpty()) {
            return;
        }
        if (lineEnd.equals("\n")) {
            output.add(seam.text(), seam.text().start(), seam.text().end());
        } else {
            seam.write(output.writing(), false, lineEnd);
        }
    }

    private boolean needsWriting(MediaSegment segment) {
        InForce wanted = segment.inForce();
        InForce before = segment.inForceBefore();
        return (segment.tags() & unwanted) != 0
                || !inForce.isSame(before)
                || !keys.leaves(before.keys(), isRenumbered(segment), segment.mediaSequence())
                || (wanted.hasImplicitIv() && isRenumbered(segment))
                || repeatsMap(segment)
                || lacksOffset(segment)
                || (stripBitrates && wanted.bitrate() >= 0);
    }

    /** Behind a discontinuity between two sources even the same initialization section is said again. */
    private boolean repeatsMap(MediaSegment segment) {
        boolean continues = previousOrigin == segment.origin() && previousIndex + 1 == segment.index();
        return (segment.isDiscontinuity() || seam.isDiscontinuity())
                && previousOrigin != null
                && !continues
                && segment.inForce().map() != null;
    }

    /** Whether an offset is left out that would be read as another one behind the segment before. */
    private boolean lacksOffset(MediaSegment segment) {
        ByteRange range = segment.byteRange().orElse(null);
        if (range == null || !hasImplicitOffset(segment)) {
            return false;
        }
        MediaSegment before = previousOrigin == null ? segment : new MediaSegment(previousOrigin, previousIndex);
        boolean follows = previousOrigin != null && before.hasUriOf(segment);
        long expected = follows ? before.byteRange().map(ByteRange::end).orElse(0L) : 0;
        return range.offset() != expected;
    }

    /** Of two ranges of one segment the last counts. */
    private static boolean hasImplicitOffset(MediaSegment segment) {
        return segment.lines().stream()
                .filter(line -> line.is(HlsTag.BYTERANGE))
                .reduce((first, second) -> second)
                .filter(line -> line.value().indexOf('@') < 0)
                .isPresent();
    }

    private int write(MediaSegment segment) {
        InForce wanted = stripBitrates ? segment.inForce().withBitrate(-1) : segment.inForce();
        ByteSink out = output.writing();
        boolean explicitRange = lacksOffset(segment);
        if (!explicitRange && (segment.tags() & (PLACES | unwanted)) == 0) {
            seam.write(out, false, lineEnd);
            putInForce(segment, wanted, out);
            inForce = wanted;
            return segment.spanStart();
        }
        boolean done = false;
        for (PlaylistLine line : segment.lines()) {
            boolean isDiscontinuity = line.is(HlsTag.DISCONTINUITY);
            if (!done && !isDiscontinuity) {
                seam.write(out, segment.isDiscontinuity() && !seam.isDiscontinuity(), lineEnd);
                putInForce(segment, wanted, out);
                done = true;
            }
            if (line.is(HlsTag.BYTERANGE) && explicitRange) {
                ByteRange range = segment.byteRange().orElseThrow();
                out.append("#EXT-X-BYTERANGE:").append(range.toString()).append(lineEnd);
            } else if (!line.isIn(InForce.TAGS | unwanted) && !(isDiscontinuity && seam.isDiscontinuity())) {
                copyLine(out, segment.origin(), line);
            }
        }
        inForce = wanted;
        return segment.spanEnd();
    }

    private void copyLine(ByteSink out, SegmentOrigin origin, PlaylistLine line) {
        if (shift != null && line.isIn(DateShift.TAGS)) {
            origin.dateLines().appendMoved(out, line, shift);
        } else {
            out.append(line.whole());
        }
    }

    private boolean isRenumbered(MediaSegment segment) {
        return segment.mediaSequence() != mediaSequence;
    }

    private void putInForce(MediaSegment segment, InForce wanted, ByteSink out) {
        putInForce(wanted, segment.tags(), repeatsMap(segment), segment.mediaSequence(), out);
    }

    /**
     * Writes the tags that are needed before a segment; keys stand before the map that they encrypt.
     *
     * @param tags those of the segment
     * @param number its Media Sequence Number where it is from
     */
    private void putInForce(InForce wanted, long tags, boolean repeatsMap, long number, ByteSink out) {
        InitializationSection map = wanted.map();
        boolean isRenumbered = number != mediaSequence;
        boolean changesKeys =
                (tags & HlsTag.KEY.bit()) != 0 || (map != null && !InForce.areSame(map.keys(), wanted.keys()));
        if (skips && previousOrigin == null && changesKeys) {
            out.append("#EXT-X-KEY:METHOD=NONE").append(lineEnd);
        }
        if (map != null && (repeatsMap || !Objects.equals(map, inForce.map()))) {
            keys.write(out, map.keys(), false, 0, lineEnd);
            out.append(map.line()).append(lineEnd);
        }
        keys.write(out, wanted.keys(), isRenumbered, number, lineEnd);
        if (wanted.bitrate() >= 0 && wanted.bitrate() != inForce.bitrate()) {
            out.append("#EXT-X-BITRATE:")
                    .append(Long.toString(wanted.bitrate()))
                    .append(lineEnd);
        }
    }

    /** Takes text of a run over, with dates in it that move. */
    private void copy(SegmentOrigin origin, int from, int to) {
        if (shift == null) {
            output.add(origin.text(), from, to);
        } else if (from < to) {
            origin.dateLines().addMoved(output, from, to, shift);
        }
    }
}
