package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.Playlist;

/**
 * A playlist and where it was read from.
 *
 * @param playlist the playlist
 * @param uri its URI, behind all redirects: what its references resolve from; empty text if that is not known
 */
public record LocatedPlaylist(Playlist playlist, String uri) {}
