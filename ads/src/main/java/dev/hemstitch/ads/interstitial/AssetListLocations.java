package dev.hemstitch.ads.interstitial;

/** Where asset lists will be served. Implemented by the embedder. */
@FunctionalInterface
public interface AssetListLocations {
    /**
     * The URI of an asset list.
     *
     * @param interstitialId the ID of the interstitial's date range; a name, not fit for a URI as it is: it may hold anything
     *     but quotation marks and control characters
     * @return the URI, absolute or relative to the same root as the playlists' URIs
     */
    String of(String interstitialId);
}
