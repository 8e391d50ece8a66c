package dev.hemstitch.ads.vast;

import java.util.List;
import java.util.Optional;

/**
 * What verifies that an ad was seen, VAST 4.0.
 *
 * @param vendor who verifies
 * @param javaScriptResources JavaScript
 * @param executableResources other programs
 * @param parameters what to hand to the program
 * @param trackingEvents such as {@code verificationNotExecuted}
 */
public record Verification(
        Optional<String> vendor,
        List<VerificationResource> javaScriptResources,
        List<VerificationResource> executableResources,
        Optional<String> parameters,
        List<TrackingEvent> trackingEvents) {
    /**
     * All of it; lists are copied.
     *
     * @param vendor who verifies
     * @param javaScriptResources JavaScript
     * @param executableResources other programs
     * @param parameters what to hand to the program
     * @param trackingEvents such as {@code verificationNotExecuted}
     */
    public Verification {
        javaScriptResources = List.copyOf(javaScriptResources);
        executableResources = List.copyOf(executableResources);
        trackingEvents = List.copyOf(trackingEvents);
    }
}
