package dev.hemstitch.core.model;

import java.util.List;

/**
 * Segments that follow each other in one text and go into a playlist together.
 *
 * @param origin the text
 * @param from the index of the first one
 * @param to the index behind the last one, greater than {@code from}
 * @param seam what is put before the first of them
 * @param shift how far their dates move
 */
record Run(SegmentOrigin origin, int from, int to, Seam seam, DateShift shift) {
    @SuppressWarnings("ReferenceEquality") // a text is the same one only if it is the same object
    boolean isContinuedBy(SegmentOrigin next, int nextFrom, Seam nextSeam, DateShift nextShift) {
        return origin == next && to == nextFrom && nextSeam.isEmpty() && shift.equals(nextShift);
    }

    Run upTo(int end) {
        return new Run(origin, from, end, seam, shift);
    }

    @SuppressWarnings("ReferenceEquality") // a text is the same one only if it is the same object
    boolean isAllOf(List<MediaSegment> segments) {
        return segments instanceof SegmentList all
                && all.origin() == origin
                && all.from() == from
                && all.to() == to
                && seam.isEmpty()
                && !movesDates();
    }

    MediaSegment first() {
        return new MediaSegment(origin, from);
    }

    List<MediaSegment> segments() {
        return new SegmentList(origin, from, to);
    }

    /** Whether dates move that are written among the lines. */
    boolean movesDates() {
        return shift.moves(origin.tags());
    }
}
