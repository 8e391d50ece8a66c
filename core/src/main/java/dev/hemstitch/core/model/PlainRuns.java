package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import org.jspecify.annotations.Nullable;

/**
 * Runs of texts in which nothing is ever in force, so that none needs anything but its seam before it: they are strung
 * together as they come, without looking at a segment. A short live window of clear media is nothing but such runs.
 */
final class PlainRuns {
    /** As many ranges as four breaks have, with header and trailer. */
    private static final int RANGES = 12;

    /** What there is so far; null before the first run, and as soon as one needs more. */
    private @Nullable ByteRope rope;

    private boolean isPlain = true;
    private boolean lacksEnd;
    private long tags;

    /** The text of the last run if that reaches up to its last segment. */
    private @Nullable SegmentOrigin ended;

    /** Adds a run of at least one segment. */
    void add(SegmentOrigin origin, int from, int to, Seam seam, DateShift shift) {
        if (!isPlain) {
            return;
        }
        long all = origin.tags();
        boolean joinsSeam = !seam.isEmpty() && (origin.tags(from) & HlsTag.DISCONTINUITY.bit()) != 0;
        if (lacksEnd || joinsSeam || !origin.isPlain() || shift.moves(all)) {
            end();
            return;
        }
        ByteRope output = rope();
        if (!seam.isEmpty()) {
            add(output, seam);
        }
        ByteSpan text = origin.text();
        int end = origin.start(to);
        output.add(text, origin.start(from), end);
        tags |= all;
        lacksEnd = !endsLine(text, end);
        ended = to == origin.count() ? origin : null;
    }

    private ByteRope rope() {
        ByteRope output = rope;
        if (output == null) {
            output = new ByteRope(RANGES);
            output.leaveFirst();
            rope = output;
        }
        return output;
    }

    @SuppressWarnings("ReferenceEquality") // the seam that all use
    private void add(ByteRope output, Seam seam) {
        SegmentOrigin before = ended;
        int known = before != null && seam == Seam.DISCONTINUITY ? before.endOfDiscontinuityBehind() : -1;
        if (known > 0) {
            output.extend(known);
        } else {
            output.add(seam.text(), seam.text().start(), seam.text().end());
        }
    }

    private void end() {
        rope = null;
        isPlain = false;
    }

    /**
     * Gives all of it away, so that nothing more is added.
     *
     * @param unwanted tags that may not stay among lines of segments
     * @return all of it; null if a run needs more than that
     */
    @Nullable
    ByteRope take(ByteSpan header, ByteSpan trailer, String lineEnd, long unwanted) {
        ByteRope output = rope;
        end();
        if (output == null
                || (tags & unwanted) != 0
                || (lacksEnd && !trailer.isEmpty())
                || !endsLine(header, header.end())
                || !lineEnd.equals("\n")) {
            return null;
        }
        output.setFirst(header);
        output.add(trailer, trailer.start(), trailer.end());
        return output;
    }

    /** Whether text up to an offset ends with a line; only the end of a text can lack it. */
    private static boolean endsLine(ByteSpan text, int to) {
        return to < text.end() || (!text.isEmpty() && text.at(to - 1) == '\n');
    }
}
