package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.vod.VodResult;
import java.util.List;

/**
 * A presentation with interstitials.
 *
 * @param presentation its playlists. The plan in it says what was refused and what plays when, as if each interstitial was
 *     spliced in where it starts: it has no cuts, and nothing of an ad for any track
 * @param interstitials what was scheduled, in the order of the content's timeline
 */
public record InterstitialResult(VodResult presentation, List<Interstitial> interstitials) {
    /**
     * A result; the list is copied.
     *
     * @param presentation its playlists
     * @param interstitials what was scheduled
     */
    public InterstitialResult {
        interstitials = List.copyOf(interstitials);
    }

    /** {@return what was refused, and what plays when} */
    public SplicePlan plan() {
        return presentation.plan();
    }
}
