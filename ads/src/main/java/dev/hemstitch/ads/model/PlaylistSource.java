package dev.hemstitch.ads.model;

import java.io.IOException;

/** Where playlists come from: implemented by the embedder, who decides about networks, caches and time limits. */
@FunctionalInterface
public interface PlaylistSource {
    /**
     * Fetches a playlist.
     *
     * @param uri its URI: the one given by the embedder, or one resolved against that of the playlist that names it
     * @return its bytes and the URI that they came from
     * @throws IOException if it cannot be fetched
     */
    Fetched fetch(String uri) throws IOException;

    /**
     * What was fetched.
     *
     * @param text the bytes, not to be changed afterwards
     * @param uri the URI behind all redirects: what the playlist's own URIs are resolved against
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Fetched(byte[] text, String uri) {}
}
