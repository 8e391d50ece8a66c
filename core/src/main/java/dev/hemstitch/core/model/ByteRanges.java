package dev.hemstitch.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The byte ranges of those segments that are one, their offsets resolved. */
final class ByteRanges {
    private static final long[] NONE = {};

    private final SegmentIndexes indexes = new SegmentIndexes();
    private long[] numbers = NONE;

    void add(int index, ByteRange range) {
        int at = 2 * indexes.count();
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(8, at + at / 4 * 2));
        }
        numbers[at] = range.length();
        numbers[at + 1] = range.offset();
        indexes.add(index);
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
