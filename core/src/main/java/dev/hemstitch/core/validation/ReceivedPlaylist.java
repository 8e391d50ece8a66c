package dev.hemstitch.core.validation;

import dev.hemstitch.core.model.Playlist;
import java.util.Optional;

/**
 * A playlist and how it came.
 *
 * @param playlist the playlist
 * @param uri the URI that it was loaded from, behind all redirects, with the query of the request; empty if unknown
 * @param contentType the Content-Type of the response; empty if it had none or is unknown
 */
public record ReceivedPlaylist(Playlist playlist, Optional<String> uri, Optional<String> contentType) {
    /**
     * A playlist of which nobody knows whence it came.
     *
     * @param playlist the playlist
     * @return the playlist alone
     */
    public static ReceivedPlaylist of(Playlist playlist) {
        return new ReceivedPlaylist(playlist, Optional.empty(), Optional.empty());
    }
}
