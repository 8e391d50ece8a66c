package dev.hemstitch.core.internal.bytes;

import java.util.Arrays;

/**
 * A growing array that text is rendered into.
 *
 * <p>What is ugly: it hands out its own array instead of a copy, so nothing may be appended after {@link #toSpan}.
 * Why: seams and edited lines are rendered once and then shared. Paid for by {@code StitchBenchmark}.
 */
public final class ByteSink {
    private byte[] bytes;
    private int size;

    /** An empty sink with room for the given number of bytes. */
    public ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** Appends a span. */
    public ByteSink append(ByteSpan span) {
        ensure(span.length());
        span.copyTo(bytes, size);
        size += span.length();
        return this;
    }

    /** Appends a text as UTF-8. */
    public ByteSink append(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size -= i;
                return append(ByteSpan.ofUtf8(text));
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    /** Appends one ASCII character. */
    public ByteSink append(char ascii) {
        ensure(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    /** The number of bytes so far. */
    public int size() {
        return size;
    }

    /** Whether the last byte is a line feed. */
    public boolean endsWithNewline() {
        return size > 0 && bytes[size - 1] == '\n';
    }

    /** The bytes so far; the sink must not be used afterwards. */
    public ByteSpan toSpan() {
        return new ByteSpan(bytes, 0, size);
    }

    /** The bytes of all spans in order, in one array of exactly their length. */
    public static byte[] concatenate(Iterable<ByteSpan> spans) {
        long length = 0;
        for (ByteSpan span : spans) {
            length += span.length();
        }
        byte[] joined = new byte[Math.toIntExact(length)];
        int position = 0;
        for (ByteSpan span : spans) {
            span.copyTo(joined, position);
            position += span.length();
        }
        return joined;
    }
}
