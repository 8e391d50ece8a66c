package dev.hemstitch.core.internal.bytes;

import java.util.Arrays;

/**
 * A growing array that text is rendered into.
 *
 * <p>What is ugly: it hands out its own array instead of a copy, and goes on writing behind what it handed out. Why:
 * seams and edited lines are rendered once and then shared. Paid for by {@code HardCaseBenchmark}.
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

    /** Appends the bytes of a span between two offsets of its array. */
    public ByteSink append(ByteSpan span, int from, int to) {
        ensure(to - from);
        System.arraycopy(span.array(), from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** Appends 16 hexadecimal digits in capitals. */
    public ByteSink appendHex(long number) {
        ensure(16);
        Words.putHex(bytes, size, number);
        size += 16;
        return this;
    }

    /** Appends a text as UTF-8. */
    public ByteSink append(String text) {
        int length = text.length();
        ensure(length);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return append(ByteSpan.ofUtf8(text));
            }
            target[at + i] = (byte) c;
        }
        size = at + length;
        return this;
    }

    /** Appends text that is rendered only now. */
    public ByteSink append(LateText text) {
        ensure(text.length());
        size = text.copyTo(bytes, size);
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

    /** How many bytes it takes before it has to grow. */
    public int room() {
        return bytes.length - size;
    }

    /** The number of bytes so far. */
    public int size() {
        return size;
    }

    /** Whether the last byte is a line feed. */
    public boolean endsWithNewline() {
        return size > 0 && bytes[size - 1] == '\n';
    }

    byte[] array() {
        return bytes;
    }

    /** The bytes so far, which stay as they are when more are appended. */
    public ByteSpan toSpan() {
        return new ByteSpan(bytes, 0, size);
    }
}
