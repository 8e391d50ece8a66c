package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;

/**
 * Gets the playlists of an ad: {@link AdPresentations}, or something of the embedder's. What is prepared of an ad is
 * remembered by its presentation, so the same one should come again.
 */
@FunctionalInterface
public interface AdLoader {
    /**
     * An ad with its playlists.
     *
     * @param id what to call it
     * @param uri the URI of its Multivariant or only Media Playlist, resolved
     * @return the ad; whatever goes wrong makes it an unavailable one, as {@link Ad#load} does
     */
    Ad load(String id, String uri);
}
