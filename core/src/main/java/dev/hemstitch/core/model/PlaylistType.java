package dev.hemstitch.core.model;

/**
 * Whether and how a Media Playlist may change (RFC 8216bis, 4.4.3.5). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record PlaylistType(String value) {
    /** Segments are only added. */
    public static final PlaylistType EVENT = new PlaylistType("EVENT");

    /** It cannot change. */
    public static final PlaylistType VOD = new PlaylistType("VOD");

    @Override
    public String toString() {
        return value;
    }
}
