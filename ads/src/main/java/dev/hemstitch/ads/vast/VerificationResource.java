package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * A program that verifies.
 *
 * @param apiFramework such as {@code omid}
 * @param type the MIME type
 * @param browserOptional whether it also runs without a browser
 * @param url the URL
 */
public record VerificationResource(
        Optional<String> apiFramework, Optional<String> type, Optional<Boolean> browserOptional, String url) {}
