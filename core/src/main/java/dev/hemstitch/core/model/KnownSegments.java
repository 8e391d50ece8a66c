package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.Objects;

/**
 * The segments of a playlist that was read before, to be taken over where the lines of another snapshot of it are the same:
 * comparing bytes is much faster than reading lines.
 */
final class KnownSegments {
    private final SegmentOrigin known;

    KnownSegments(MediaPlaylist playlist) {
        this.known = playlist.origin();
    }

    /** Whether its segments say nothing about the playlist as a whole, which would have to be read each time. */
    boolean canBeTaken() {
        return (known.tags() & HeaderValues.TAGS) == 0;
    }

    /**
     * Takes over the segments whose lines stand at an offset.
     *
     * @param target the segments that have been read
     * @param offset the start of a line
     * @param firstMediaSequence the number of the first segment that has been read, or would be
     * @param most how many segments may be taken over
     * @return the offset behind the lines that were taken over; {@code offset} if none were
     */
    int take(SegmentOrigin target, int offset, long firstMediaSequence, int most) {
        long number = firstMediaSequence + target.count();
        long place = number - known.mediaSequence(0);
        if (place < 0 || place >= known.count()) {
            return offset;
        }
        int from = (int) place;
        ByteSpan text = target.text();
        int start = known.start(from);
        int equal = text.equalBytes(offset, known.text(), start);
        int to = (int) Math.min(known.columns().countUpTo(start + equal), (long) from + most);
        boolean whole = to > from && endsLine(to) && target.columns().canSum(known.columns(), to);
        if (!whole || !continues(target, from)) {
            return offset;
        }
        int bytes = offset - start;
        target.addAll(known, from, to, bytes);
        return known.columns().end(to - 1) + bytes;
    }

    /** The last line of a text may lack its end, so that it would go on in the other text. */
    private boolean endsLine(int to) {
        return known.text().at(known.columns().end(to - 1) - 1) == '\n';
    }

    /** Whether an offset that is not written would be the same. */
    private boolean continues(SegmentOrigin target, int from) {
        if (!known.hasByteRange(from)) {
            return true;
        }
        int last = target.count() - 1;
        return last >= 0
                && from > 0
                && Objects.equals(target.byteRange(last), known.byteRange(from - 1))
                && new MediaSegment(target, last).hasUriOf(new MediaSegment(known, from - 1));
    }
}
