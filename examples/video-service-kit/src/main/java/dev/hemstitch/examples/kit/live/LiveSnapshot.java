package dev.hemstitch.examples.kit.live;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.uri.UriRebase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A live playlist at one moment. Safe for use by several threads. */
final class LiveSnapshot {
    private final MediaPlaylist written;
    private final MediaPlaylist playlist;
    private final String uri;
    private final Map<String, MediaPlaylist> elsewhere = new ConcurrentHashMap<>();

    /**
     * A snapshot.
     *
     * @param written as the origin wrote it
     * @param playlist the same with its variables replaced
     * @param uri where it came from, behind redirects
     */
    LiveSnapshot(MediaPlaylist written, MediaPlaylist playlist, String uri) {
        this.written = written;
        this.playlist = playlist;
        this.uri = uri;
    }

    /** As the origin wrote it: what the next one is compared with. */
    MediaPlaylist written() {
        return written;
    }

    MediaPlaylist playlist() {
        return playlist;
    }

    /** As it reads at another place, where stitched playlists stand: found out once for all viewers. */
    MediaPlaylist at(String outputUri) {
        return elsewhere.computeIfAbsent(outputUri, to -> playlist.mapUris(new UriRebase(uri, to)));
    }
}
