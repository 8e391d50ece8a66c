package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.vod.OutputLocations;

/** Where the output stands. */
enum OutputPlace {
    /** The output takes the place of the content. */
    IN_PLACE,
    /** All output stands beside the content's multivariant playlist, under other names. */
    BESIDE,
    /** The output has folders of its own. */
    ELSEWHERE;

    /** Where the output of a content stands; {@code folder}, with a slash at its end, is for ELSEWHERE. */
    OutputLocations of(Presentation content, String folder) {
        if (this == IN_PLACE) {
            return OutputLocations.inPlaceOf(content);
        }
        boolean beside = this == BESIDE;
        String base = beside ? content.uri().substring(0, content.uri().lastIndexOf('/') + 1) + "stitched-" : folder;
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return base + "multivariant.m3u8";
            }

            @Override
            public String playlist(Track track) {
                return base + (beside ? track.name().replace('/', '-') : track.name());
            }
        };
    }
}
