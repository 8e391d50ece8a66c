package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.examples.kit.session.SessionStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A live playlist at one moment. Safe for use by several threads. */
final class ChannelSnapshot {
    private final MediaPlaylist written;
    private final MediaPlaylist playlist;
    private final String uri;
    private final Map<String, LiveSnapshot> elsewhere = new ConcurrentHashMap<>();

    /**
     * A snapshot.
     *
     * @param written as the origin wrote it
     * @param playlist the same with its variables replaced
     * @param uri where it came from, behind redirects
     */
    ChannelSnapshot(MediaPlaylist written, MediaPlaylist playlist, String uri) {
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

    /** For how long what is listed stays listed; for good if nothing is ever removed. */
    Duration window() {
        boolean stays = playlist.endList() || playlist.playlistType().isPresent();
        return stays ? SessionStore.LONGEST : Duration.ofNanos(playlist.durationNanos());
    }

    /** As it reads at another place, where stitched playlists stand: found out once for all viewers. */
    LiveSnapshot at(String outputUri) {
        return elsewhere.computeIfAbsent(outputUri, to -> LiveSnapshot.of(playlist.mapUris(new UriRebase(uri, to))));
    }
}
