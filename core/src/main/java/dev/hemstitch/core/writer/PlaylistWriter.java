package dev.hemstitch.core.writer;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistPieces;
import dev.hemstitch.core.text.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes playlists: what was not changed comes out byte for byte as it came in. Safe for use by several threads.
 */
public final class PlaylistWriter {
    private PlaylistWriter() {}

    /**
     * Writes a playlist into a new array.
     *
     * @param playlist the playlist
     * @return its bytes
     */
    public static byte[] toBytes(Playlist playlist) {
        return PlaylistPieces.of(playlist).toByteArray();
    }

    /**
     * Writes a playlist to a stream, which stays open.
     *
     * @param playlist the playlist
     * @param out the stream
     * @throws IOException if the stream fails
     */
    public static void write(Playlist playlist, OutputStream out) throws IOException {
        PlaylistPieces.of(playlist).writeTo(out);
    }

    /**
     * Writes a playlist into a buffer.
     *
     * @param playlist the playlist
     * @param buffer where to, from its position on
     * @throws java.nio.BufferOverflowException if it does not fit; then some of it has been written
     */
    public static void write(Playlist playlist, ByteBuffer buffer) {
        PlaylistPieces.of(playlist).putTo(buffer);
    }

    /**
     * The playlist as buffers for a gathering write, without copying its text.
     *
     * @param playlist the playlist
     * @return read-only buffers, in order
     */
    public static List<ByteBuffer> toBuffers(Playlist playlist) {
        return PlaylistPieces.of(playlist).toBuffers();
    }

    /**
     * Renders a playlist anew: LF line ends, no byte order mark, no blank lines, no white space where none may stand,
     * attributes in the order and quoting of RFC 8216bis, header tags in its order. Comments, unknown tags, unknown
     * attributes and the order of tags within a segment, which carries meaning, stay.
     *
     * @param playlist the playlist
     * @return the text; rendering what it is read as gives the same text
     */
    public static SourceText canonical(Playlist playlist) {
        return CanonicalWriter.render(playlist);
    }
}
