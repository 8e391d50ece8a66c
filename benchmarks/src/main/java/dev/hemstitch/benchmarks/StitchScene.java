package dev.hemstitch.benchmarks;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Content that was read once and is stitched for each viewer: four ads in three breaks. */
final class StitchScene {
    private final Presentation content;
    private final List<AdBreak> breaks = new ArrayList<>();
    private final VodStitcher stitcher = new VodStitcher(StitchOptions.DEFAULT);

    StitchScene(byte[] contentText) {
        content = Presentation.ofMedia(media(contentText), "https://origin.example.com/v/media.m3u8");
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ads.add(Ad.of(
                    "ad-" + i, Presentation.ofMedia(media(Workloads.ad(i)), "https://ads.example.com/a/media.m3u8")));
        }
        breaks.add(new AdBreak(BreakPosition.start(), ads.subList(0, 1)));
        breaks.add(new AdBreak(BreakPosition.ofPercent(BigDecimal.valueOf(50)), ads.subList(1, 3)));
        breaks.add(new AdBreak(BreakPosition.end(), ads.subList(3, 4)));
    }

    static MediaPlaylist media(byte[] text) {
        Playlist playlist = PlaylistParser.lenient().parse(text);
        return (MediaPlaylist) playlist;
    }

    MediaPlaylist stitch() {
        VodResult result = stitcher.stitch(content, breaks, OutputLocations.inPlaceOf(content));
        return result.tracks().get(0).playlist();
    }
}
