package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.PreparedVod;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.List;

/** Stitches one title for one viewer after another, playlist by playlist as they are asked for. */
public final class StitchForViewers {
    private final PreparedVod title;

    /**
     * Does once what is the same for all viewers.
     *
     * @param content the title
     */
    public StitchForViewers(Presentation content) {
        title = new VodStitcher(StitchOptions.DEFAULT).prepare(content, OutputLocations.inPlaceOf(content));
    }

    /**
     * Answers a request for one playlist.
     *
     * @param track the playlist of the title that is asked for
     * @param ads the viewer's ads, each loaded once and used for many viewers
     * @return the playlist with the ads before it
     */
    public byte[] answer(Track track, List<Ad> ads) {
        // begin
        VodPlan plan = title.plan(List.of(new AdBreak(BreakPosition.start(), ads))); // for this viewer; cheap
        return plan.playlist(track).map(PlaylistWriter::toBytes).orElse(new byte[0]); // only the one asked for
        // end
    }
}
