package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Track;
import java.util.Optional;

/**
 * Supplies media for a rendition that an ad lacks: silent audio, WebVTT without cues. Implemented by the embedder.
 *
 * <p>WebVTT needs an X-TIMESTAMP-MAP header even without cues, or players misplace those behind the discontinuity.
 */
@FunctionalInterface
public interface Filler {
    /** No filler: an ad that lacks a rendition is refused. */
    Filler NONE = (content, adReference) -> Optional.empty();

    /**
     * Supplies filler.
     *
     * @param content the track of the content that the ad has nothing for
     * @param adReference the ad's first track, whose duration the filler should have
     * @return a track with a complete Media Playlist; empty if there is none
     */
    Optional<Track> fill(Track content, Track adReference);
}
