package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * What to call at an event.
 *
 * @param event the event as written, such as {@code start}, {@code firstQuartile}, {@code progress}
 * @param offset when; only {@code progress} has it
 * @param url the URL, with macros
 */
public record TrackingEvent(String event, Optional<VastOffset> offset, String url) {

    /**
     * Whether this is an event of a name.
     *
     * @param name the name, in any case
     * @return whether it is
     */
    public boolean is(String name) {
        return event.equalsIgnoreCase(name);
    }
}
