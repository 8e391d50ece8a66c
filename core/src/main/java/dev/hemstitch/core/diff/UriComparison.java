package dev.hemstitch.core.diff;

/** When two URIs of two playlists count as the same. Queries and fragments always count. */
public enum UriComparison {
    /** If they are written the same. */
    VERBATIM,
    /** If they are the same once each is resolved against the URI of its playlist: the same resource is fetched. */
    RESOLVED,
    /**
     * If they are written the same, or are the same once resolved: for a copy that stands in another place, where
     * relative references mean the copies that stand beside it.
     */
    VERBATIM_OR_RESOLVED
}
