package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is shown beside the video. Sizes are in pixels.
 *
 * @param id what the ad server calls it
 * @param width the width
 * @param height the height
 * @param assetWidth the width of the asset
 * @param assetHeight the height of the asset
 * @param expandedWidth the width when expanded
 * @param expandedHeight the height when expanded
 * @param adSlotId the place it is meant for
 * @param apiFramework what is needed to show it
 * @param renderingMode such as {@code end-card}
 * @param resources what is shown, one of them
 * @param altText what it shows in words
 * @param clickThrough what a click opens
 * @param clickTracking what to call at a click
 * @param trackingEvents what to call when it is shown
 * @param adParameters what to hand to an interactive unit
 */
public record Companion(
        Optional<String> id,
        OptionalInt width,
        OptionalInt height,
        OptionalInt assetWidth,
        OptionalInt assetHeight,
        OptionalInt expandedWidth,
        OptionalInt expandedHeight,
        Optional<String> adSlotId,
        Optional<String> apiFramework,
        Optional<String> renderingMode,
        List<CreativeResource> resources,
        Optional<String> altText,
        Optional<String> clickThrough,
        List<VastUrl> clickTracking,
        List<TrackingEvent> trackingEvents,
        Optional<AdParameters> adParameters) {
    /**
     * All of it; lists are copied.
     *
     * @param id what the ad server calls it
     * @param width the width
     * @param height the height
     * @param assetWidth the width of the asset
     * @param assetHeight the height of the asset
     * @param expandedWidth the width when expanded
     * @param expandedHeight the height when expanded
     * @param adSlotId the place it is meant for
     * @param apiFramework what is needed to show it
     * @param renderingMode such as {@code end-card}
     * @param resources what is shown, one of them
     * @param altText what it shows in words
     * @param clickThrough what a click opens
     * @param clickTracking what to call at a click
     * @param trackingEvents what to call when it is shown
     * @param adParameters what to hand to an interactive unit
     */
    public Companion {
        resources = List.copyOf(resources);
        clickTracking = List.copyOf(clickTracking);
        trackingEvents = List.copyOf(trackingEvents);
    }
}
