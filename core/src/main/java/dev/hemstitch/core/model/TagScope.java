package dev.hemstitch.core.model;

/** Where a tag may stand and what it applies to: the subsections of RFC 8216bis, 4.4. */
public enum TagScope {
    /** Every playlist (4.4.1). */
    BASIC,
    /** Media and Multivariant Playlists (4.4.2). */
    SHARED,
    /** A Media Playlist as a whole (4.4.3). */
    MEDIA_PLAYLIST,
    /** Segments of a Media Playlist (4.4.4). */
    MEDIA_SEGMENT,
    /** Metadata in a Media Playlist (4.4.5). */
    MEDIA_METADATA,
    /** Multivariant Playlists (4.4.6). */
    MULTIVARIANT
}
