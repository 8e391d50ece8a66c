package dev.hemstitch.ads.vmap;

import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastExtension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A break.
 *
 * @param timeOffset where, as written
 * @param position the same as a position in the content
 * @param breakType the types as written, separated by commas: {@code linear}, {@code nonlinear}, {@code display}
 * @param breakId what the ad server calls the break
 * @param repeatAfter after which time the break comes again, as written
 * @param repeatAfterNanos the same in nanoseconds; empty also if it is no time
 * @param adSource where the ads come from; empty if the break is only tracked
 * @param trackingEvents what to call when the break starts, when it ends, and when something goes wrong
 * @param extensions what VMAP does not know
 */
public record VmapAdBreak(
        String timeOffset,
        BreakPosition position,
        Optional<String> breakType,
        Optional<String> breakId,
        Optional<String> repeatAfter,
        OptionalLong repeatAfterNanos,
        Optional<VmapAdSource> adSource,
        List<TrackingEvent> trackingEvents,
        List<VastExtension> extensions) {
    /**
     * A break; the lists are copied.
     *
     * @param timeOffset where, as written
     * @param position the same as a position in the content
     * @param breakType the types as written
     * @param breakId what the ad server calls the break
     * @param repeatAfter after which time the break comes again, as written
     * @param repeatAfterNanos the same in nanoseconds
     * @param adSource where the ads come from
     * @param trackingEvents what to call
     * @param extensions what VMAP does not know
     */
    public VmapAdBreak {
        trackingEvents = List.copyOf(trackingEvents);
        extensions = List.copyOf(extensions);
    }

    /** {@return whether linear ads may play in the break; so if no type is said} */
    public boolean isLinear() {
        if (breakType.isEmpty()) {
            return true;
        }
        for (String type : breakType.get().split(",", -1)) {
            if (type.strip().equalsIgnoreCase("linear")) {
                return true;
            }
        }
        return false;
    }
}
