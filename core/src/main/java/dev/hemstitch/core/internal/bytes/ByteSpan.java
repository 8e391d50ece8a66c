package dev.hemstitch.core.internal.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A range of a byte array that nobody writes to any more: how all rooms hold text without copying it.
 *
 * <p>Offsets taken and given by all classes of this room are offsets into {@link #array}, not into the range, so that
 * an offset found once stays valid for every narrower range of the same array.
 */
public final class ByteSpan {
    /** A span of no bytes. */
    public static final ByteSpan EMPTY = new ByteSpan(new byte[0], 0, 0);

    private final byte[] array;
    private final int start;
    private final int end;

    /** A span of {@code array} from {@code start} (inclusive) to {@code end} (exclusive); the array is not copied. */
    public ByteSpan(byte[] array, int start, int end) {
        if (start < 0 || end < start || end > array.length) {
            throw new IndexOutOfBoundsException("range " + start + " to " + end + " of " + array.length + " bytes");
        }
        this.array = array;
        this.start = start;
        this.end = end;
    }

    /** The UTF-8 bytes of a text. */
    public static ByteSpan ofUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ByteSpan(bytes, 0, bytes.length);
    }

    /** The shared array: only this room may index it, and nobody may write to it. */
    byte[] array() {
        return array;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return end == start;
    }

    /** The byte at an array offset. */
    public byte at(int offset) {
        return array[offset];
    }

    /** A narrower span of the same array. */
    public ByteSpan slice(int from, int to) {
        return from == start && to == end ? this : new ByteSpan(array, from, to);
    }

    /** How many bytes from an offset on are those of another span from an offset on. */
    public int equalBytes(int from, ByteSpan other, int otherFrom) {
        int length = Math.min(end - from, other.end - otherFrom);
        int mismatch = Arrays.mismatch(array, from, from + length, other.array, otherFrom, otherFrom + length);
        return mismatch < 0 ? length : mismatch;
    }

    /** Whether the bytes from {@code from} are exactly those of {@code ascii}. */
    public boolean matches(int from, String ascii) {
        int length = ascii.length();
        if (from < start || from + length > end) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (array[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a range has the same bytes as a range of another span. */
    public boolean rangeEquals(int from, int to, ByteSpan other, int otherFrom, int otherTo) {
        return Arrays.equals(array, from, to, other.array, otherFrom, otherTo);
    }

    /** The offset of the first {@code value} in the range, or -1. */
    public int indexOf(byte value, int from, int to) {
        int at = Words.find(array, from, to, Words.repeated((char) value));
        return at < to ? at : -1;
    }

    /** Whether the two bytes stand next to each other somewhere in the range. */
    public boolean containsPair(int from, int to, char first, char second) {
        for (int i = from; i + 1 < to; i++) {
            if (array[i] == first && array[i + 1] == second) {
                return true;
            }
        }
        return false;
    }

    /** The range decoded as UTF-8; malformed bytes become U+FFFD in the text but stay as they are in the span. */
    public String text(int from, int to) {
        return new String(array, from, to - from, StandardCharsets.UTF_8);
    }

    /** Copies the bytes into an array. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, start, target, position, end - start);
    }

    /** A read-only buffer over the bytes, without a copy. */
    public ByteBuffer asReadOnlyBuffer() {
        return ByteBuffer.wrap(array).asReadOnlyBuffer().slice(start, end - start);
    }

    /** Writes the bytes to a stream. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, start, end - start);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, start, end);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ByteSpan other
                && Arrays.equals(array, start, end, other.array, other.start, other.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return text(start, end);
    }
}
