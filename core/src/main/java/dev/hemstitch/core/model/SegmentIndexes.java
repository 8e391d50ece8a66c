package dev.hemstitch.core.model;

import java.util.Arrays;

/** Indexes of segments, none smaller than the one before: where something stands that most segments do not have. */
final class SegmentIndexes {
    private static final int[] NONE = {};

    private int[] indexes = NONE;
    private int count;

    void add(int index) {
        if (count == indexes.length) {
            indexes = Arrays.copyOf(indexes, Math.max(4, count + count / 2));
        }
        indexes[count++] = index;
    }

    /** Adds those of another text from one index up to, and without, another, by so much greater. */
    void addAll(SegmentIndexes other, int from, int to, int shift) {
        int first = other.countUpTo(from - 1);
        int end = other.countUpTo(to - 1);
        for (int place = first; place < end; place++) {
            add(other.indexes[place] + shift);
        }
    }

    /** Makes room. */
    void resize(int capacity) {
        indexes = Arrays.copyOf(indexes, capacity);
    }

    int count() {
        return count;
    }

    int get(int place) {
        return indexes[place];
    }

    /** How many of them are an index or smaller. */
    int countUpTo(int index) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (indexes[middle] <= index) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The place of an index, or -1. */
    int find(int index) {
        int place = countUpTo(index) - 1;
        return place >= 0 && indexes[place] == index ? place : -1;
    }
}
