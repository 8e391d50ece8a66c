package dev.hemstitch.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The byte ranges of those segments that are one, their offsets resolved. */
final class ByteRanges {
    private static final long[] NONE = {};

    private final SegmentIndexes indexes = new SegmentIndexes();
    private long[] numbers = NONE;

    /**
     * Adds the range of a segment.
     *
     * @param most how many segments are expected; there is room for as many ranges if all segments so far have one
     */
    void add(int index, long length, long offset, int most) {
        int count = indexes.count();
        int at = 2 * count;
        if (at == numbers.length) {
            int capacity = Math.max(4, index == count && most > count ? most : count + count / 2);
            numbers = Arrays.copyOf(numbers, 2 * capacity);
            indexes.resize(capacity);
        }
        numbers[at] = length;
        numbers[at + 1] = offset;
        indexes.add(index);
    }

    /** Adds those of another text. */
    void addAll(ByteRanges other, int from, int to, int shift) {
        int first = other.indexes.countUpTo(from - 1);
        int end = other.indexes.countUpTo(to - 1);
        for (int place = first; place < end; place++) {
            add(
                    other.indexes.get(place) + shift,
                    other.numbers[2 * place],
                    other.numbers[2 * place + 1],
                    other.indexes.count());
        }
    }

    boolean has(int index) {
        return indexes.find(index) >= 0;
    }

    @Nullable
    ByteRange get(int index) {
        int place = indexes.find(index);
        return place < 0 ? null : new ByteRange(numbers[2 * place], numbers[2 * place + 1]);
    }
}
