package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vmap.VmapParser;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** A VMAP response and content in, a stitched presentation and its tracking out. */
public final class StitchAdResponse {
    private StitchAdResponse() {}

    /**
     * Stitches what a VMAP response asks for.
     *
     * @param content the content
     * @param vmap the response
     * @param vmapUri its URI
     * @param adServer fetches ad responses
     * @param playlists fetches playlists
     * @param schemes which URIs may be asked for, such as {@code https}
     * @param tracking where the schedule goes as JSON
     * @return the stitched presentation
     * @throws IOException if the schedule cannot be written
     */
    public static VodResult stitch(
            Presentation content,
            byte[] vmap,
            String vmapUri,
            AdResponseSource adServer,
            PlaylistSource playlists,
            Set<String> schemes,
            OutputStream tracking)
            throws IOException {
        // begin
        VastResolver responses = VastResolver.builder(adServer).schemes(schemes).build();
        AdBreakResolver resolver = AdBreakResolver.builder(
                        responses, AdPresentations.of(playlists)) // keep: it serves all
                .schemes(schemes)
                .build();

        List<AdBreak> breaks = resolver.resolve(VmapParser.create().parse(vmap), vmapUri, content, List.of());
        VodResult result =
                new VodStitcher(StitchOptions.DEFAULT).stitch(content, breaks, OutputLocations.inPlaceOf(content));

        TrackingSchedule schedule = TrackingSchedule.of(result.plan(), breaks);
        schedule.writeJson(tracking, VastMacros.NONE); // the player fills in what only it knows
        // end
        return result;
    }
}
