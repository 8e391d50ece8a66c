package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import java.util.Arrays;

/**
 * What there is to know of each segment of a text, one array for each property: reading a playlist makes no object for a
 * segment, and a collector has nothing to visit in a playlist of a million.
 */
final class SegmentColumns {
    /** Fewer than these are not worth a copy without the room that is left. */
    private static final int FEW = 64;

    private static final int[] NO_OFFSETS = {};
    private static final long[] NO_NUMBERS = {};

    private int[] ends = NO_OFFSETS;
    private int[] uriStarts = NO_OFFSETS;
    private long[] tags = NO_NUMBERS;
    private long[] endNanos = NO_NUMBERS;
    private int count;
    private long allTags;
    private long nanos;

    boolean isFull() {
        return count == ends.length;
    }

    /** How many segments there is room for. */
    int capacity() {
        return ends.length;
    }

    /** Makes or takes away room. */
    void resize(int capacity) {
        ends = Arrays.copyOf(ends, capacity);
        uriStarts = Arrays.copyOf(uriStarts, capacity);
        tags = Arrays.copyOf(tags, capacity);
        endNanos = Arrays.copyOf(endNanos, capacity);
    }

    /** Takes away room, if it is much. */
    void trim() {
        if (ends.length > FEW && ends.length - count > ends.length / 4) {
            resize(count);
        }
    }

    /** Adds a segment; there must be room. */
    void add(int uriStart, int end, long tagsOfSegment, long durationNanos) {
        int index = count++;
        uriStarts[index] = uriStart;
        ends[index] = end;
        tags[index] = tagsOfSegment;
        allTags |= tagsOfSegment;
        nanos = AsciiDecimals.sum(nanos, durationNanos);
        endNanos[index] = nanos;
    }

    /** Adds segments of another text whose lines stand so many bytes further on here. */
    void addAll(SegmentColumns other, int from, int to, int bytes) {
        int added = to - from;
        if (count + added > ends.length) {
            resize(count + added + added / 16 + 2);
        }
        long before = from == 0 ? 0 : other.endNanos[from - 1];
        long shift = nanos - before;
        for (int i = 0; i < added; i++) {
            ends[count + i] = other.ends[from + i] + bytes;
            uriStarts[count + i] = other.uriStarts[from + i] + bytes;
            endNanos[count + i] = other.endNanos[from + i] + shift;
            tags[count + i] = other.tags[from + i];
            allTags |= other.tags[from + i];
        }
        count += added;
        nanos = endNanos[count - 1];
    }

    /** Whether the sum of all durations stays known if segments up to one of another text are added. */
    boolean canSum(SegmentColumns other, int to) {
        return AsciiDecimals.sum(nanos, other.endNanos[to - 1]) < Long.MAX_VALUE;
    }

    /** How many segments end at an offset or before it. */
    int countUpTo(int offset) {
        int place = Arrays.binarySearch(ends, 0, count, offset);
        return place < 0 ? -place - 1 : place + 1;
    }

    int count() {
        return count;
    }

    /** The union of the tags of all segments. */
    long allTags() {
        return allTags;
    }

    /** Where the URI starts. */
    int uriStart(int index) {
        return uriStarts[index];
    }

    /** The offset behind each segment's last line; nobody may write to it. */
    int[] ends() {
        return ends;
    }

    /** The offset behind the segment's last line. */
    int end(int index) {
        return ends[index];
    }

    long tags(int index) {
        return tags[index];
    }

    /** The sum of the durations up to this segment's end, or the greatest {@code long}. */
    long endNanos(int index) {
        return endNanos[index];
    }
}
