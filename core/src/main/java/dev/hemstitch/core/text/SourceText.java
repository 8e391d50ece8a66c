package dev.hemstitch.core.text;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * A piece of text as it stands in a playlist: a view of the playlist's bytes, decoded only when asked for.
 *
 * <p>Immutable and safe for use by several threads. Two are equal if their bytes are.
 */
public final class SourceText {
    private final ByteSpan span;

    /**
     * For the rooms of this library.
     *
     * @param span the bytes
     * @hidden
     */
    @SuppressWarnings("exports") // rooms share it; other modules cannot name the type
    public SourceText(ByteSpan span) {
        this.span = span;
    }

    /**
     * A text of its own, not part of a playlist.
     *
     * @param text any text
     * @return its UTF-8 bytes
     */
    public static SourceText of(String text) {
        return new SourceText(ByteSpan.ofUtf8(text));
    }

    /**
     * For the rooms of this library.
     *
     * @return the bytes
     * @hidden
     */
    @SuppressWarnings("exports") // rooms share it; other modules cannot name the type
    public ByteSpan span() {
        return span;
    }

    /** {@return the number of bytes} */
    public int byteLength() {
        return span.length();
    }

    /** {@return a copy of the bytes} */
    public byte[] toByteArray() {
        return span.toByteArray();
    }

    /** {@return a read-only buffer over the bytes themselves, without a copy} */
    public ByteBuffer asByteBuffer() {
        return span.asReadOnlyBuffer();
    }

    /**
     * Writes the bytes to a stream.
     *
     * @param out where to
     * @throws IOException if the stream fails
     */
    public void writeTo(OutputStream out) throws IOException {
        span.writeTo(out);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SourceText other && span.equals(other.span);
    }

    @Override
    public int hashCode() {
        return span.hashCode();
    }

    /** {@return the text decoded as UTF-8; malformed bytes appear as U+FFFD} */
    @Override
    public String toString() {
        return span.toString();
    }
}
