package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is shown over the video. Sizes are in pixels.
 *
 * @param id what the ad server calls it
 * @param width the width
 * @param height the height
 * @param expandedWidth the width when expanded
 * @param expandedHeight the height when expanded
 * @param scalable whether it may be scaled
 * @param maintainAspectRatio whether scaling keeps the ratio
 * @param minSuggestedDurationNanos how long it should be shown at least, in nanoseconds
 * @param apiFramework what is needed to show it
 * @param resources what is shown, one of them
 * @param clickThrough what a click opens
 * @param clickTracking what to call at a click
 * @param adParameters what to hand to an interactive unit
 */
public record NonLinear(
        Optional<String> id,
        OptionalInt width,
        OptionalInt height,
        OptionalInt expandedWidth,
        OptionalInt expandedHeight,
        Optional<Boolean> scalable,
        Optional<Boolean> maintainAspectRatio,
        OptionalLong minSuggestedDurationNanos,
        Optional<String> apiFramework,
        List<CreativeResource> resources,
        Optional<String> clickThrough,
        List<VastUrl> clickTracking,
        Optional<AdParameters> adParameters) {
    /**
     * All of it; lists are copied.
     *
     * @param id what the ad server calls it
     * @param width the width
     * @param height the height
     * @param expandedWidth the width when expanded
     * @param expandedHeight the height when expanded
     * @param scalable whether it may be scaled
     * @param maintainAspectRatio whether scaling keeps the ratio
     * @param minSuggestedDurationNanos how long it should be shown at least, in nanoseconds
     * @param apiFramework what is needed to show it
     * @param resources what is shown, one of them
     * @param clickThrough what a click opens
     * @param clickTracking what to call at a click
     * @param adParameters what to hand to an interactive unit
     */
    public NonLinear {
        resources = List.copyOf(resources);
        clickTracking = List.copyOf(clickTracking);
    }
}
