package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticListener;
import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.text.AttributeList;

/**
 * The door through which the writer's room reaches the text of playlists without wrapping each piece: public only
 * because rooms need to cross package boundaries.
 *
 * @hidden
 */
public final class PlaylistPieces {
    private PlaylistPieces() {}

    /**
     * The text of a playlist.
     *
     * @param playlist the playlist
     * @return its text; nothing may be added to it
     */
    @SuppressWarnings("exports") // rooms share it; other modules cannot name the type
    public static ByteRope of(Playlist playlist) {
        return playlist instanceof MediaPlaylist media
                ? media.rope()
                : ByteRope.of(((MultivariantPlaylist) playlist).text());
    }

    /**
     * Reads the text of a playlist once more for what is wrong with it.
     *
     * @param playlist the playlist
     * @param listener takes what is found
     */
    public static void problems(Playlist playlist, DiagnosticListener listener) {
        int most = Integer.MAX_VALUE;
        new PlaylistReading(of(playlist).toSpan(), most, most, most, AttributeList.MOST_ATTRIBUTES, true, listener)
                .read();
    }
}
