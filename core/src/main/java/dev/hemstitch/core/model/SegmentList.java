package dev.hemstitch.core.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Segments that follow each other in one playlist: a sublist stays one, so that it can be written as one copy. Each
 * {@link #get} makes a small object that refers to the text.
 */
final class SegmentList extends AbstractList<MediaSegment> implements RandomAccess {
    private final SegmentOrigin origin;
    private final int from;
    private final int to;

    SegmentList(SegmentOrigin origin, int from, int to) {
        this.origin = origin;
        this.from = from;
        this.to = to;
    }

    @Override
    public MediaSegment get(int index) {
        return new MediaSegment(origin, from + Objects.checkIndex(index, to - from));
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public List<MediaSegment> subList(int fromIndex, int toIndex) {
        Objects.checkFromToIndex(fromIndex, toIndex, size());
        return new SegmentList(origin, from + fromIndex, from + toIndex);
    }

    /** Those with any of some tags, in order. */
    List<MediaSegment> having(long tags) {
        if ((origin.tags() & tags) == 0) {
            return List.of();
        }
        List<MediaSegment> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if ((origin.tags(i) & tags) != 0) {
                found.add(new MediaSegment(origin, i));
            }
        }
        return Collections.unmodifiableList(found);
    }

    SegmentOrigin origin() {
        return origin;
    }

    /** The index of the first one among all of the text. */
    int from() {
        return from;
    }

    /** The index behind the last one. */
    int to() {
        return to;
    }
}
