package dev.hemstitch.benchmarks.contender;

import java.util.List;

/**
 * A way to read, change and write playlists. What it reads is a value of its own kind, which only it understands.
 *
 * <p>What one does badly it does nevertheless, as well as its API allows: what is lost is told by the tests.
 */
public interface Contender {
    /** Content that was read once and is spliced and written for each viewer. */
    interface Scene {
        /** {@return the content with its ads, spliced and written anew} */
        byte[] spliceAndWrite();
    }

    /**
     * Reads a Media Playlist.
     *
     * @param text its bytes
     * @return the playlist
     */
    Object parseMedia(byte[] text);

    /**
     * Reads a Multivariant Playlist.
     *
     * @param text its bytes
     * @return the playlist
     */
    Object parseMultivariant(byte[] text);

    /**
     * Makes of a Media Playlist what is kept of it for all viewers: the playlist, read, where there is a model.
     *
     * @param text its bytes
     * @return what the methods below take
     */
    default Object keep(byte[] text) {
        return parseMedia(text);
    }

    /**
     * Writes a Media Playlist.
     *
     * @param playlist what was kept
     * @return its bytes
     */
    byte[] write(Object playlist);

    /**
     * Does what is the same for all viewers: sees which ads there are, and which keys, maps and dates the content has.
     *
     * @param content a Media Playlist that was kept
     * @param ads ads that were kept
     * @param positions the index of the segment before which each ad plays, ascending
     * @return the scene
     */
    Scene scene(Object content, List<Object> ads, List<Integer> positions);

    /**
     * Resolves each URI, of segments and of keys, and writes the playlist.
     *
     * <p>Merely putting the base before each would be wrong: the base is a file, maybe with a query, and not the folder;
     * what is absolute must stay; and {@code ..} must be gone (RFC 3986, 5.2.4), because caches and tokens in queries
     * know only the path that a player asks for in the end.
     *
     * @param content a Media Playlist that was kept
     * @param base the URI that it was read from
     * @return the playlist's bytes
     */
    byte[] writeAbsolute(Object content, String base);
}
