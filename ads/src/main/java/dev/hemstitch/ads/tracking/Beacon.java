package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.vast.VastMacros;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What to call for one event.
 *
 * @param id what tells it from all others of the schedule; the same whenever the schedule is made of the same breaks
 * @param event the event: {@code impression}, {@code start}, {@code breakStart}, {@code error} and so on, in the words of
 *     VAST and VMAP
 * @param due when it falls due
 * @param atNanos where on the stitched timeline, in nanoseconds; of what a viewer does, where that becomes possible
 * @param durationNanos for how long it is possible, in nanoseconds; 0 for a moment
 * @param templates the URLs, with macros
 * @param context fills in what is known of the ad and its place
 */
public record Beacon(
        String id,
        String event,
        Due due,
        long atNanos,
        long durationNanos,
        List<String> templates,
        UnaryOperator<VastMacros> context) {
    /** When a beacon falls due. */
    public enum Due {
        /** As soon as any of its ad plays. */
        WHEN_SEEN,
        /** When what starts at its time plays. */
        AT_START,
        /** When what leads up to its time has played. */
        AFTER,
        /** When the viewer does something: only the player knows. */
        BY_VIEWER,
        /** At once: nothing has to play. */
        AT_ONCE
    }

    /**
     * A beacon; the list is copied.
     *
     * @param id what tells it from all others
     * @param event the event
     * @param due when it falls due
     * @param atNanos where on the stitched timeline
     * @param durationNanos for how long it is possible
     * @param templates the URLs, with macros
     * @param context fills in what is known of the ad and its place
     */
    public Beacon {
        templates = List.copyOf(templates);
    }

    /**
     * The URLs to request.
     *
     * @param macros values for macros, such as the time and random digits; what is known of the ad and its place is added
     * @return the URLs, fit to be requested, in order
     */
    public List<String> urls(VastMacros macros) {
        VastMacros filled = context.apply(macros);
        return templates.stream().map(filled::fill).toList();
    }
}
