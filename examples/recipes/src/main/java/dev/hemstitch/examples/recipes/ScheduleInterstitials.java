package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.interstitial.Interstitial;
import dev.hemstitch.ads.interstitial.InterstitialOptions;
import dev.hemstitch.ads.interstitial.InterstitialResult;
import dev.hemstitch.ads.interstitial.InterstitialScheduler;
import dev.hemstitch.ads.interstitial.Restriction;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.vast.VastMacros;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schedules breaks as interstitials, which the player fetches itself. */
public final class ScheduleInterstitials {
    private ScheduleInterstitials() {}

    /**
     * Schedules breaks and makes the documents that players will ask for.
     *
     * @param content the content
     * @param breaks the breaks with their ads
     * @param documents takes each asset list by its URI
     * @return the presentation with its interstitials
     * @throws IOException never, as documents are made in memory
     */
    public static InterstitialResult schedule(Presentation content, List<AdBreak> breaks, Map<String, byte[]> documents)
            throws IOException {
        // begin
        InterstitialOptions options = InterstitialOptions.DEFAULT.toBuilder()
                .restrictions(Set.of(Restriction.SKIP, Restriction.JUMP))
                .alwaysList(true) // also for one ad, so that there is a place for what is to be called
                .build();
        InterstitialResult result = new InterstitialScheduler(options)
                .schedule(
                        content,
                        breaks,
                        OutputLocations.inPlaceOf(content),
                        id -> "https://ads.example/lists/" + id + ".json");

        result.presentation().tracks().forEach(track -> System.out.println(track.playlist()));
        VastMacros forThePlayer = VastMacros.builder().leaveMissing().build();
        for (Interstitial interstitial : result.interstitials()) {
            var json = new ByteArrayOutputStream();
            interstitial.assetList().writeSignaling(json, forThePlayer);
            interstitial.listUri().ifPresent(uri -> documents.put(uri, json.toByteArray()));
        }
        result.plan().refusedBreaks().forEach(System.err::println); // what was left out, and why
        // end
        return result;
    }
}
