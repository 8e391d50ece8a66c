package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * What an ad pays.
 *
 * @param model such as {@code CPM}
 * @param currency three letters of ISO 4217
 * @param value the amount as written
 */
public record Pricing(Optional<String> model, Optional<String> currency, String value) {}
