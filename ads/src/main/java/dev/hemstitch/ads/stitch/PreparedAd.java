package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Track;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ad that every track of the content has something of.
 *
 * @param ad the ad
 * @param breakIndex the index of its break among those asked for
 * @param tracks for each track of the content, in its order, what it gets; fewer than the content has where I-frame
 *     playlists are left out
 * @param durationNanos how long it is on the reference track of the content
 */
public record PreparedAd(Ad ad, int breakIndex, List<AdTrack> tracks, long durationNanos) {
    /**
     * A prepared ad; the list is copied.
     *
     * @param ad the ad
     * @param breakIndex the index of its break among those asked for
     * @param tracks for each track of the content, in its order, what it gets
     * @param durationNanos how long it is on the reference track of the content
     */
    public PreparedAd {
        tracks = List.copyOf(tracks);
    }

    /**
     * What a track of the content gets.
     *
     * @param track the track
     * @return that, or empty if it is an I-frame playlist that the ad lacks
     */
    public Optional<AdTrack> of(Track track) {
        AdTrack own = find(track);
        return own == null ? Optional.empty() : Optional.of(own);
    }

    private @Nullable AdTrack find(Track track) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).isFor(track)) {
                return tracks.get(i);
            }
        }
        return null;
    }
}
