package dev.hemstitch.examples.kit.http;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What an answer holds. A stitched playlist is some stretches of the content's bytes with ads between them; it stays so until a
 * server copies it to where it sends from, so that its bytes are copied once. Immutable and safe for use by several threads.
 */
public final class AnswerBody {
    /** Nothing. */
    public static final AnswerBody EMPTY = new AnswerBody(List.of());

    private final List<ByteBuffer> buffers;
    private final int length;

    private AnswerBody(List<ByteBuffer> buffers) {
        this.buffers = buffers;
        int bytes = 0;
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        this.length = bytes;
    }

    /**
     * {@return a body of bytes}
     *
     * @param bytes the bytes; not to be changed
     */
    public static AnswerBody of(byte[] bytes) {
        return new AnswerBody(List.of(ByteBuffer.wrap(bytes)));
    }

    /**
     * {@return a playlist as a body}
     *
     * @param playlist the playlist
     */
    public static AnswerBody of(Playlist playlist) {
        return new AnswerBody(PlaylistWriter.toBuffers(playlist));
    }

    /** {@return how many bytes it has} */
    public int length() {
        return length;
    }

    /**
     * Copies it.
     *
     * @param buffer where to, from its position on
     * @throws java.nio.BufferOverflowException if it does not fit
     */
    public void putTo(ByteBuffer buffer) {
        buffers.forEach(each -> buffer.put(each.duplicate()));
    }

    /** {@return a copy of it} */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        putTo(bytes);
        return bytes.array();
    }
}
