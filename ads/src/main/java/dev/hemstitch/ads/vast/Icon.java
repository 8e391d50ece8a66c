package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is shown over a linear ad, such as AdChoices.
 *
 * @param program what it is for
 * @param width the width in pixels
 * @param height the height in pixels
 * @param xPosition pixels, {@code left} or {@code right}
 * @param yPosition pixels, {@code top} or {@code bottom}
 * @param offset when it appears; absent is at the start
 * @param durationNanos for how long, in nanoseconds; empty is to the end
 * @param apiFramework what is needed to show it
 * @param pixelRatio {@code pxratio} as written
 * @param resources what is shown, one of them
 * @param clickThrough what a click opens
 * @param clickTracking what to call at a click
 * @param viewTracking what to call when it is shown
 */
public record Icon(
        Optional<String> program,
        OptionalInt width,
        OptionalInt height,
        Optional<String> xPosition,
        Optional<String> yPosition,
        Optional<VastOffset> offset,
        OptionalLong durationNanos,
        Optional<String> apiFramework,
        Optional<String> pixelRatio,
        List<CreativeResource> resources,
        Optional<String> clickThrough,
        List<VastUrl> clickTracking,
        List<String> viewTracking) {
    /**
     * All of it; lists are copied.
     *
     * @param program what it is for
     * @param width the width in pixels
     * @param height the height in pixels
     * @param xPosition pixels, {@code left} or {@code right}
     * @param yPosition pixels, {@code top} or {@code bottom}
     * @param offset when it appears; absent is at the start
     * @param durationNanos for how long, in nanoseconds; empty is to the end
     * @param apiFramework what is needed to show it
     * @param pixelRatio {@code pxratio} as written
     * @param resources what is shown, one of them
     * @param clickThrough what a click opens
     * @param clickTracking what to call at a click
     * @param viewTracking what to call when it is shown
     */
    public Icon {
        resources = List.copyOf(resources);
        clickTracking = List.copyOf(clickTracking);
        viewTracking = List.copyOf(viewTracking);
    }
}
