package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.MediaPlaylist;

/**
 * What one track of the content gets of an ad.
 *
 * @param content the track of the content
 * @param source the track of the ad, or filler for it
 * @param playlist the segments to splice in
 * @param isFiller whether they are filler
 * @param isIndependent whether the ad says that each of its segments starts with a frame that needs no other
 * @param explanation why this one
 */
public record AdTrack(
        Track content,
        Track source,
        MediaPlaylist playlist,
        boolean isFiller,
        boolean isIndependent,
        String explanation) {
    /**
     * Whether this is what a track gets.
     *
     * @param track a track of the content
     * @return whether it is; tracks are told apart by identity, not by what they hold
     */
    @SuppressWarnings("ReferenceEquality") // comparing the texts of playlists would cost more than stitching them
    public boolean isFor(Track track) {
        return content == track;
    }
}
