package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import java.util.Arrays;

/**
 * What there is to know of each segment of a text, one array for each property: reading a playlist makes no object for a
 * segment, and a collector has nothing to visit in a playlist of a million.
 *
 * <p>The next snapshot of a playlist shares the arrays of the one before: it begins further on, its offsets and sums of
 * durations are moved by amounts that are noted once, and what is new stands in the room behind. One snapshot alone gets
 * that room.
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

    /** Where the first segment stands in the arrays. */
    private int first;

    /** What is to be added to offsets and sums in the arrays. */
    private int movedBytes;

    private long movedNanos;

    private boolean roomIsTaken;
    private int count;
    private long allTags;
    private long nanos;

    boolean isFull() {
        return first + count == ends.length;
    }

    /** How many segments there is room for. */
    int capacity() {
        return ends.length - first;
    }

    /** Makes or takes away room; shares nothing any more. */
    void resize(int capacity) {
        int kept = Math.min(first + Math.max(capacity, count), ends.length);
        ends = moved(ends, kept, capacity);
        uriStarts = moved(uriStarts, kept, capacity);
        tags = Arrays.copyOf(first == 0 ? tags : Arrays.copyOfRange(tags, first, kept), capacity);
        endNanos = Arrays.copyOf(first == 0 ? endNanos : Arrays.copyOfRange(endNanos, first, kept), capacity);
        for (int i = 0; movedNanos != 0 && i < count; i++) {
            endNanos[i] += movedNanos;
        }
        first = 0;
        movedBytes = 0;
        movedNanos = 0;
    }

    private int[] moved(int[] offsets, int kept, int capacity) {
        int[] result = Arrays.copyOf(first == 0 ? offsets : Arrays.copyOfRange(offsets, first, kept), capacity);
        for (int i = 0; movedBytes != 0 && i < count; i++) {
            result[i] += movedBytes;
        }
        return result;
    }

    /** Takes away room, if it is much. */
    void trim() {
        int room = ends.length - count;
        if (ends.length > FEW && room > (first == 0 ? ends.length / 4 : ends.length / 2)) {
            resize(count);
        }
    }

    /** Adds a segment; there must be room. */
    void add(int uriStart, int end, long tagsOfSegment, long durationNanos) {
        int index = first + count++;
        uriStarts[index] = uriStart - movedBytes;
        ends[index] = end - movedBytes;
        tags[index] = tagsOfSegment;
        allTags |= tagsOfSegment;
        nanos = AsciiDecimals.sum(nanos, durationNanos);
        endNanos[index] = nanos - movedNanos;
    }

    /** Adds segments of another text whose lines stand so many bytes further on here. */
    void addAll(SegmentColumns other, int from, int to, int bytes) {
        if (count > 0 || to < other.count || !other.takeRoom()) {
            copyAll(other, from, to, bytes);
            return;
        }
        ends = other.ends;
        uriStarts = other.uriStarts;
        tags = other.tags;
        endNanos = other.endNanos;
        first = other.first + from;
        movedBytes = other.movedBytes + bytes;
        movedNanos = other.movedNanos - (from == 0 ? 0 : other.endNanos(from - 1));
        count = to - from;
        for (int i = first; i < first + count; i++) {
            allTags |= tags[i];
        }
        nanos = endNanos(count - 1);
    }

    /** Whether the room behind the last segment is the caller's from now on. */
    private synchronized boolean takeRoom() {
        boolean isFree = !roomIsTaken;
        roomIsTaken = true;
        return isFree;
    }

    private void copyAll(SegmentColumns other, int from, int to, int bytes) {
        int added = to - from;
        if (count + added > capacity()) {
            resize(count + added + added / 16 + 2);
        }
        long before = from == 0 ? 0 : other.endNanos(from - 1);
        long shift = nanos - before;
        for (int i = 0; i < added; i++) {
            int index = first + count + i;
            ends[index] = other.end(from + i) + bytes - movedBytes;
            uriStarts[index] = other.uriStart(from + i) + bytes - movedBytes;
            endNanos[index] = other.endNanos(from + i) + shift - movedNanos;
            tags[index] = other.tags(from + i);
            allTags |= tags[index];
        }
        count += added;
        nanos = endNanos(count - 1);
    }

    /** Whether the sum of all durations stays known if segments up to one of another text are added. */
    boolean canSum(SegmentColumns other, int to) {
        return AsciiDecimals.sum(nanos, other.endNanos(to - 1)) < Long.MAX_VALUE;
    }

    /** How many segments end at an offset or before it. */
    int countUpTo(int offset) {
        int place = Arrays.binarySearch(ends, first, first + count, offset - movedBytes);
        return (place < 0 ? -place - 1 : place + 1) - first;
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
        return uriStarts[first + index] + movedBytes;
    }

    /** The offset behind each segment's last line; nobody may write to it. */
    int[] ends() {
        return first == 0 && movedBytes == 0 ? ends : moved(ends, first + count, count);
    }

    /** The offset behind the segment's last line. */
    int end(int index) {
        return ends[first + index] + movedBytes;
    }

    long tags(int index) {
        return tags[first + index];
    }

    /** The sum of the durations up to this segment's end, or the greatest {@code long}. */
    long endNanos(int index) {
        return endNanos[first + index] + movedNanos;
    }
}
