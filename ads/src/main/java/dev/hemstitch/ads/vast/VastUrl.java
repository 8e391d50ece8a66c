package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * A URL to call or open, and what the ad server calls it.
 *
 * @param id what the ad server calls it
 * @param url the URL, with macros
 */
public record VastUrl(Optional<String> id, String url) {}
