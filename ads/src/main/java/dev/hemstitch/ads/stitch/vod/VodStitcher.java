package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.StitchOptions;
import java.util.List;

/**
 * Splices ad breaks into a complete presentation: each Media Playlist by one plan, then the Multivariant Playlist.
 *
 * <p>Whatever is wrong with an ad or a break leaves it out, with a reason in the plan; the content plays on. Immutable
 * and safe for use by several threads.
 */
public final class VodStitcher {
    private final StitchOptions options;

    /**
     * A stitcher.
     *
     * @param options how to splice
     */
    public VodStitcher(StitchOptions options) {
        this.options = options;
    }

    /**
     * Makes content ready to be spliced for one viewer after another.
     *
     * @param content the content
     * @param locations where the output will stand; asked once for each playlist here, and for each Multivariant
     *     Playlist
     * @return the content, ready
     */
    public PreparedVod prepare(Presentation content, OutputLocations locations) {
        return new PreparedVod(content, options, locations);
    }

    /**
     * Splices once.
     *
     * @param content the content
     * @param breaks the breaks, in any order; several at one place play in the order given
     * @param locations where the output will stand
     * @return the stitched presentation and the plan; what could not be done is refused there, never thrown
     */
    public VodResult stitch(Presentation content, List<AdBreak> breaks, OutputLocations locations) {
        return prepare(content, locations).plan(breaks).result();
    }
}
