package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;

/** Where the output will stand, so that the URIs in it resolve from there. Implemented by the embedder. */
public interface OutputLocations {
    /** {@return the URI of the Multivariant Playlist} */
    String multivariant();

    /**
     * The URI of a Media Playlist.
     *
     * @param track the track of the content
     * @return the URI
     */
    String playlist(Track track);

    /**
     * Output that takes the place of the content: all URIs of the content stay as they are.
     *
     * @param content the content
     * @return the locations
     */
    static OutputLocations inPlaceOf(Presentation content) {
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return content.uri();
            }

            @Override
            public String playlist(Track track) {
                return track.uri();
            }
        };
    }
}
