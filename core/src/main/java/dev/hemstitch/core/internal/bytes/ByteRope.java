package dev.hemstitch.core.internal.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text that consists of ranges of several arrays, put together without copying any of them.
 *
 * <p>What is ugly: two arrays side by side instead of a list of spans, a place for a first range that is filled last,
 * ranges that can still be added while others look at it, which nobody may do, and two ways into a new array. Why: a splice
 * is a handful of ranges, and an object for each of them, visited through an iterator, takes longer than copying a live
 * playlist; its header is known only behind all of them; to clear a long array that is filled afterwards takes a tenth of
 * the copy. Paid for by {@code SpliceBenchmark} and {@code WriteBenchmark.writeEdited}.
 */
public final class ByteRope {
    private static final byte[] NOTHING = {};

    /** From this length on clearing an array takes more than looking for the longest range. */
    private static final int LONG = 1 << 14;

    private byte[][] arrays;

    /** Start and end of each range. */
    private int[] bounds;

    private int size;
    private long length;

    /** What is rendered only when it is written, at its place among the ranges; most ropes have none. */
    private LateText @Nullable [] late;

    /** An empty rope with room for a number of ranges. */
    public ByteRope(int capacity) {
        arrays = new byte[capacity][];
        bounds = new int[2 * capacity];
    }

    /** A rope of one span. */
    public static ByteRope of(ByteSpan span) {
        ByteRope rope = new ByteRope(1);
        rope.add(span, span.start(), span.end());
        return rope;
    }

    /** Leaves place for a first range that is known only behind all others. */
    public void leaveFirst() {
        append(NOTHING, 0, 0);
    }

    /** Fills that place. */
    public void setFirst(ByteSpan span) {
        arrays[0] = span.array();
        bounds[0] = span.start();
        bounds[1] = span.end();
        length += span.length();
    }

    /** Adds a range of a span's array; one that continues the last range makes that longer. */
    public void add(ByteSpan span, int from, int to) {
        add(span.array(), from, to);
    }

    /** Adds what a sink has from an offset on. */
    public void add(ByteSink sink, int from) {
        add(sink.array(), from, sink.size());
    }

    /** Adds text that is rendered only when it is written. */
    public void add(LateText text) {
        LateText[] known = late;
        append(NOTHING, 0, 0);
        if (known == null || known.length < size) {
            known = known == null ? new LateText[arrays.length] : Arrays.copyOf(known, arrays.length);
            late = known;
        }
        known[size - 1] = text;
        length += text.length();
    }

    /** Makes the last range longer, up to an offset of its array. */
    public void extend(int to) {
        int last = 2 * size - 1;
        length += to - bounds[last];
        bounds[last] = to;
    }

    private void add(byte[] array, int from, int to) {
        if (from == to) {
            return;
        }
        length += to - from;
        int last = size - 1;
        if (last >= 0 && arrays[last] == array && bounds[2 * last + 1] == from) {
            bounds[2 * last + 1] = to;
        } else {
            append(array, from, to);
        }
    }

    private void append(byte[] array, int from, int to) {
        if (size == arrays.length) {
            int capacity = 2 * size + 2;
            arrays = Arrays.copyOf(arrays, capacity);
            bounds = Arrays.copyOf(bounds, 2 * capacity);
        }
        arrays[size] = array;
        bounds[2 * size] = from;
        bounds[2 * size + 1] = to;
        size++;
    }

    private int start(int index) {
        return bounds[2 * index];
    }

    private int end(int index) {
        return bounds[2 * index + 1];
    }

    private @Nullable LateText late(int index) {
        LateText[] known = late;
        return known == null || index >= known.length ? null : known[index];
    }

    /** A rope all of which is there already. */
    private ByteRope rendered() {
        if (late == null) {
            return this;
        }
        ByteRope rope = new ByteRope(size);
        for (int i = 0; i < size; i++) {
            LateText text = late(i);
            if (text == null) {
                rope.add(arrays[i], start(i), end(i));
            } else {
                byte[] written = new byte[text.length()];
                text.copyTo(written, 0);
                rope.add(written, 0, written.length);
            }
        }
        return rope;
    }

    /** The ranges as spans, in order. */
    public List<ByteSpan> spans() {
        ByteRope rope = rendered();
        List<ByteSpan> spans = new ArrayList<>(rope.size);
        for (int i = 0; i < rope.size; i++) {
            spans.add(new ByteSpan(rope.arrays[i], rope.start(i), rope.end(i)));
        }
        return spans;
    }

    /** All bytes as one span: the only range, or a copy. */
    public ByteSpan toSpan() {
        if (size == 1 && late == null) {
            return new ByteSpan(arrays[0], start(0), end(0));
        }
        byte[] joined = toByteArray();
        return new ByteSpan(joined, 0, joined.length);
    }

    /**
     * All bytes in a new array of exactly their number.
     *
     * @throws ArithmeticException if there are more than an array can hold
     */
    public byte[] toByteArray() {
        if (size == 1 && late == null) {
            return Arrays.copyOfRange(arrays[0], start(0), end(0));
        }
        if (length >= LONG && late == null) {
            return joinedFromLongest();
        }
        byte[] joined = new byte[Math.toIntExact(length)];
        copyTo(joined, 0);
        return joined;
    }

    /** A compiler does not clear what is written to right behind its allocation: so the longest range goes there first. */
    private byte[] joinedFromLongest() {
        int longest = longest();
        byte[] array = arrays[longest];
        int from = start(longest);
        int count = end(longest) - from;
        int position = 0;
        for (int i = 0; i < longest; i++) {
            position += end(i) - start(i);
        }
        byte[] joined = new byte[Math.toIntExact(length)];
        System.arraycopy(array, from, joined, position, count);
        copyTo(joined, 0, 0, longest);
        copyTo(joined, position + count, longest + 1, size);
        return joined;
    }

    private int longest() {
        int longest = 0;
        for (int i = 1; i < size; i++) {
            if (end(i) - start(i) > end(longest) - start(longest)) {
                longest = i;
            }
        }
        return longest;
    }

    private void copyTo(byte[] target, int from) {
        if (late != null) {
            copyLateTo(target, from);
            return;
        }
        copyTo(target, from, 0, size);
    }

    private void copyTo(byte[] target, int from, int first, int end) {
        int position = from;
        for (int i = first; i < end; i++) {
            int count = end(i) - start(i);
            System.arraycopy(arrays[i], start(i), target, position, count);
            position += count;
        }
    }

    private void copyLateTo(byte[] target, int from) {
        int position = from;
        for (int i = 0; i < size; i++) {
            LateText text = late(i);
            if (text != null) {
                position = text.copyTo(target, position);
            } else {
                int count = end(i) - start(i);
                System.arraycopy(arrays[i], start(i), target, position, count);
                position += count;
            }
        }
    }

    /**
     * Puts all bytes into a buffer.
     *
     * @throws java.nio.BufferOverflowException if they do not fit; then some may have been put there
     */
    public void putTo(ByteBuffer buffer) {
        if (buffer.hasArray() && length <= buffer.remaining()) {
            copyTo(buffer.array(), buffer.arrayOffset() + buffer.position());
            buffer.position(buffer.position() + (int) length);
            return;
        }
        ByteRope rope = rendered();
        for (int i = 0; i < rope.size; i++) {
            buffer.put(rope.arrays[i], rope.start(i), rope.end(i) - rope.start(i));
        }
    }

    /** Writes all bytes to a stream. */
    public void writeTo(OutputStream out) throws IOException {
        ByteRope rope = rendered();
        for (int i = 0; i < rope.size; i++) {
            out.write(rope.arrays[i], rope.start(i), rope.end(i) - rope.start(i));
        }
    }

    /** Read-only buffers over the ranges, in order, without a copy of those that are there already. */
    public List<ByteBuffer> toBuffers() {
        ByteRope rope = rendered();
        ByteBuffer[] buffers = new ByteBuffer[rope.size];
        for (int i = 0; i < buffers.length; i++) {
            int count = rope.end(i) - rope.start(i);
            buffers[i] = ByteBuffer.wrap(rope.arrays[i]).asReadOnlyBuffer().slice(rope.start(i), count);
        }
        return List.of(buffers);
    }
}
