package dev.hemstitch.ads.simulator;

import java.time.Instant;
import java.util.Optional;

/** What is under test: it puts ads into the playlists of one channel, for each viewer. */
@FunctionalInterface
public interface StitchedService {
    /**
     * A viewer asks for a playlist.
     *
     * @param viewer who
     * @param rendition the rendition
     * @param originSnapshot what the origin answers now, maybe a stale one; the same bytes come as the same array
     * @param now when
     * @return the playlist; empty to serve again what was served last
     */
    Optional<byte[]> refresh(String viewer, String rendition, byte[] originSnapshot, Instant now);

    /**
     * Where the playlist of a rendition stands: what its relative URIs are resolved against.
     *
     * @param originUri the URI of the origin's playlist
     * @return the URI; the origin's unless overridden
     */
    default String outputUri(String originUri) {
        return originUri;
    }

    /**
     * A viewer is gone: what is kept of it may be forgotten.
     *
     * @param viewer who
     */
    default void left(String viewer) {}
}
