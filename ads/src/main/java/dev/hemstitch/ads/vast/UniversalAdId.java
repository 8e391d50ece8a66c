package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * What identifies a creative anywhere.
 *
 * @param registry who keeps the identifier, such as {@code ad-id.org}
 * @param value the identifier
 */
public record UniversalAdId(Optional<String> registry, String value) {}
