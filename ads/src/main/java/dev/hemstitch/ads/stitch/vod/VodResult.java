package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import java.util.List;
import java.util.Optional;

/**
 * A stitched presentation.
 *
 * @param multivariant the Multivariant Playlist; empty if the content is a Media Playlist alone
 * @param tracks the Media Playlists, in the order of the content's tracks, without those that were dropped
 * @param plan what was decided and what was refused
 */
public record VodResult(Optional<MultivariantPlaylist> multivariant, List<StitchedTrack> tracks, SplicePlan plan) {
    /**
     * A Media Playlist of the output.
     *
     * @param content the track of the content that it was made from
     * @param uri where it will stand
     * @param playlist the playlist
     */
    public record StitchedTrack(Track content, String uri, MediaPlaylist playlist) {}

    /**
     * A result; the list is copied.
     *
     * @param multivariant the Multivariant Playlist
     * @param tracks the Media Playlists, in the order of the content's tracks, without those that were dropped
     * @param plan what was decided and what was refused
     */
    public VodResult {
        tracks = List.copyOf(tracks);
    }
}
