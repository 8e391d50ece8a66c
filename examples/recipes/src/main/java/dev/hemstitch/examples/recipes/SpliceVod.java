package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Splices ads into a complete presentation. */
public final class SpliceVod {
    private SpliceVod() {}

    /**
     * Puts one ad before the content and one in its middle.
     *
     * @param contentUri the path of a Multivariant or Media Playlist
     * @param adUri the path of the ad's
     * @return the stitched presentation
     * @throws IOException if the content cannot be read; an ad that cannot be read is left out
     */
    public static VodResult splice(String contentUri, String adUri) throws IOException {
        // begin
        PlaylistSource files = uri -> new PlaylistSource.Fetched(Files.readAllBytes(Path.of(uri)), uri);

        Presentation content = Presentation.load(contentUri, files); // once; it serves all viewers
        Ad ad = Ad.load("spring-campaign", adUri, files); // never throws: without it the content plays on
        List<AdBreak> breaks = List.of(
                new AdBreak(BreakPosition.start(), List.of(ad)),
                new AdBreak(BreakPosition.ofPercent(BigDecimal.valueOf(50)), List.of(ad)));

        VodResult result =
                new VodStitcher(StitchOptions.DEFAULT).stitch(content, breaks, OutputLocations.inPlaceOf(content));
        result.tracks().forEach(track -> System.out.println(track.playlist()));
        result.plan().refusedAds().forEach(System.err::println); // what was left out, and why
        // end
        return result;
    }
}
