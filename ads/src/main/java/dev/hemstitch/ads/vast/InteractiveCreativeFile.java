package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * A program that plays along with a linear ad, VAST 4.0.
 *
 * @param url its URL, as written
 * @param type the MIME type
 * @param apiFramework such as {@code SIMID}
 * @param variableDuration whether it may make the ad longer
 */
public record InteractiveCreativeFile(
        String url, Optional<String> type, Optional<String> apiFramework, Optional<Boolean> variableDuration) {}
