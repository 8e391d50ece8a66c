package dev.hemstitch.examples.http;

import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.VastResolver;
import java.util.OptionalLong;

/** A break for one viewer, its ads asked for over HTTP. */
public final class ViewerBreak {
    private ViewerBreak() {}

    /**
     * Asks an ad server what to play before the content.
     *
     * @param http one source for all viewers
     * @param ads the playlists of ads, from the same source, for all viewers too
     * @param adTag the URI of the ad response
     * @param ip the address of the viewer's device
     * @param userAgent what the viewer's player calls itself
     * @return the break; whatever went wrong, it has fewer ads or none, and says why
     * @throws IllegalArgumentException if the address or the name cannot stand in a header
     */
    public static AdBreak preRoll(HttpSource http, AdPresentations ads, String adTag, String ip, String userAgent) {
        // begin
        ViewerHeaders viewer = ViewerHeaders.builder()
                .deviceIp(ip)
                .forwardedFor(ip)
                .deviceUserAgent(userAgent)
                .build();
        VastResolver responses = VastResolver.builder(http.forViewer(viewer)).build();
        AdBreakResolver breaks = AdBreakResolver.builder(responses, ads).build();
        return breaks.load(adTag, BreakPosition.start(), OptionalLong.empty());
        // end
    }
}
