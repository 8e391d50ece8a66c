package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.decision.PodFitter;
import dev.hemstitch.ads.decision.Slate;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.ads.vast.VastResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The breaks that cue markers signal, filled: a pod for each, made to fit, and slate for the rest. */
public final class FillSignalledBreaks {
    private FillSignalledBreaks() {}

    /**
     * Fills all breaks of recorded television.
     *
     * @param content the content with its markers
     * @param adTag the URL to ask for each break
     * @param responses asks ad servers
     * @param ads reads the playlists of ads
     * @param slatePlaylists what plays where ads leave room
     * @return the stitched presentation
     */
    public static VodResult fill(
            Presentation content,
            String adTag,
            VastResolver responses,
            AdPresentations ads,
            Presentation slatePlaylists) {
        // begin
        PodFitter fitter = PodFitter.builder()
                .tolerance(Duration.ofMillis(500)) // longer than the break by so much at most
                .maximumAds(6)
                .separateCategories()
                .slate(Slate.of("slate", slatePlaylists)) // keep: what is found out of it is found out once
                .build();
        AdBreakResolver resolver =
                AdBreakResolver.builder(responses, ads).fitter(fitter).build();

        List<AdBreak> breaks = new ArrayList<>();
        for (SignalledBreak signalled :
                CueReader.withDefaults().read(content.reference().playlist()).breaks()) {
            breaks.add(resolver.load(adTag, signalled)); // [BREAKMAXDURATION] is the break's length
        }
        StitchOptions replace =
                StitchOptions.DEFAULT.toBuilder().mode(SpliceMode.REPLACE).build();
        return new VodStitcher(replace).stitch(content, breaks, OutputLocations.inPlaceOf(content));
        // end
    }
}
