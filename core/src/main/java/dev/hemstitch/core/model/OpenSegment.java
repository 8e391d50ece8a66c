package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Media Segment that is not yet complete: its first parts stand behind the last complete one (RFC 8216bis, 4.4.4.9), and what is
 * in force for it is in force for them.
 *
 * @param origin the text of the complete ones where it is from
 * @param mediaSequence its Media Sequence Number there
 * @param before what is in force behind the last complete one there
 * @param wanted what is in force for it
 * @param tags those of the lines that begin it
 * @param seam what stands before it
 */
record OpenSegment(SegmentOrigin origin, long mediaSequence, InForce before, InForce wanted, long tags, Seam seam) {
    /** What usually stands there where all segments are complete. */
    private static final int LONGEST_END = "#EXT-X-ENDLIST\r\n".length();

    /**
     * The one that a playlist has.
     *
     * @param complete the segments before it
     * @param trailer what stands behind them
     * @return it; null if there are no parts of it
     */
    static @Nullable OpenSegment of(List<MediaSegment> complete, ByteSpan trailer, Seam seam) {
        if (trailer.length() <= LONGEST_END || complete.isEmpty()) {
            return null;
        }
        long tags = 0;
        LineScanner line = new LineScanner(trailer, HlsTag.TABLE);
        while (line.next()) {
            tags |= line.tag() < 0 ? 0 : HlsTag.at(line.tag()).bit();
        }
        if ((tags & HlsTag.PART.bit()) == 0) {
            return null;
        }
        MediaSegment last = complete.get(complete.size() - 1);
        InForce before = last.inForce();
        InForce wanted = (tags & InForce.TAGS) == 0 ? before : before.behind(trailer);
        return new OpenSegment(last.origin(), last.mediaSequence() + 1, before, wanted, tags, seam);
    }

    /** Whether it is the one behind a segment where it is from. */
    @SuppressWarnings("ReferenceEquality") // the same text
    boolean continues(@Nullable SegmentOrigin previous, int index) {
        return previous == origin && index == origin.count() - 1;
    }

    /** Whether its lines can stand as they are where nothing is in force. */
    boolean isPlain() {
        return seam.isEmpty() && before.isSame(InForce.NOTHING) && wanted.isSame(InForce.NOTHING);
    }

    boolean isDiscontinuity() {
        return seam.isDiscontinuity() || (tags & HlsTag.DISCONTINUITY.bit()) != 0;
    }
}
