package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import java.util.List;
import java.util.Set;

/**
 * What goes where: decided once for a presentation, then carried out in the same way on each of its tracks. Immutable.
 *
 * @param points where ads go, in the order of the content's timeline
 * @param refusedBreaks breaks that are left out, in the order asked for
 * @param refusedAds ads that are left out, in order, with the breaks they were asked for in
 * @param droppedTracks indices of content tracks that the output goes without: I-frame playlists that an ad lacks
 * @param timeline what plays when
 */
public record SplicePlan(
        List<SplicePoint> points,
        List<RefusedBreak> refusedBreaks,
        List<RefusedAdOfBreak> refusedAds,
        Set<Integer> droppedTracks,
        StitchedTimeline timeline) {

    /**
     * An ad that was left out and its break.
     *
     * @param breakIndex the index of the break among those asked for
     * @param refused the ad and the reason
     */
    public record RefusedAdOfBreak(int breakIndex, RefusedAd refused) {}

    /**
     * A plan; the collections are copied.
     *
     * @param points where ads go, in the order of the content's timeline
     * @param refusedBreaks breaks that are left out, in the order asked for
     * @param refusedAds ads that are left out, in order, with the breaks they were asked for in
     * @param droppedTracks indices of content tracks that the output goes without
     * @param timeline what plays when
     */
    public SplicePlan {
        points = List.copyOf(points);
        refusedBreaks = List.copyOf(refusedBreaks);
        refusedAds = List.copyOf(refusedAds);
        droppedTracks = Set.copyOf(droppedTracks);
    }

    /**
     * Decides once; for one viewer after another use a {@link PreparedContent}.
     *
     * @param content the content
     * @param breaks the breaks, in any order; what cannot be done is refused, never thrown
     * @param options how
     * @return the plan
     */
    public static SplicePlan of(Presentation content, List<AdBreak> breaks, StitchOptions options) {
        return new PreparedContent(content, options).plan(breaks);
    }
}
