package dev.hemstitch.core.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Segments that follow each other in one playlist: a sublist stays one, so that it can be written as one copy. */
final class SegmentList extends AbstractList<MediaSegment> implements RandomAccess {
    private final MediaSegment[] all;
    private final int from;
    private final int to;

    SegmentList(MediaSegment[] all, int from, int to) {
        this.all = all;
        this.from = from;
        this.to = to;
    }

    @Override
    public MediaSegment get(int index) {
        return all[from + Objects.checkIndex(index, to - from)];
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public List<MediaSegment> subList(int fromIndex, int toIndex) {
        Objects.checkFromToIndex(fromIndex, toIndex, size());
        return new SegmentList(all, from + fromIndex, from + toIndex);
    }

    /** Whether another list goes on where this one ends, in the same playlist. */
    boolean isFollowedBy(SegmentList next) {
        return all == next.all && to == next.from;
    }

    /** Whether another list is the same view of the same segments, told without looking at them. */
    boolean isSameRange(SegmentList other) {
        return all == other.all && from == other.from && to == other.to;
    }

    SegmentList upTo(SegmentList next) {
        return new SegmentList(all, from, next.to);
    }

    MediaSegment first() {
        return all[from];
    }

    MediaSegment last() {
        return all[to - 1];
    }
}
