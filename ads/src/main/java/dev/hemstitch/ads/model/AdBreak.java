package dev.hemstitch.ads.model;

import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastFailure;
import java.util.List;
import java.util.Optional;

/**
 * Ads that are to play at one place of the content, in order.
 *
 * @param position where, on the content's own timeline: other breaks do not move it
 * @param ads the ads, also those that are left out already: they are reported with the others
 * @param id what the embedder or the ad server calls the break; empty if nothing does
 * @param trackingEvents what to call at {@code breakStart}, {@code breakEnd} and {@code error}
 * @param failures what of the ad response gave no ad, and what to call for it
 */
public record AdBreak(
        BreakPosition position,
        List<Ad> ads,
        Optional<String> id,
        List<TrackingEvent> trackingEvents,
        List<VastFailure> failures) {
    /**
     * A break; the lists are copied.
     *
     * @param position where, on the content's own timeline
     * @param ads the ads
     * @param id what the embedder or the ad server calls the break
     * @param trackingEvents what to call
     * @param failures what of the ad response gave no ad
     */
    public AdBreak {
        ads = List.copyOf(ads);
        trackingEvents = List.copyOf(trackingEvents);
        failures = List.copyOf(failures);
    }

    /**
     * A break of which nothing is known but its ads.
     *
     * @param position where, on the content's own timeline
     * @param ads the ads
     */
    public AdBreak(BreakPosition position, List<Ad> ads) {
        this(position, ads, Optional.empty(), List.of(), List.of());
    }
}
