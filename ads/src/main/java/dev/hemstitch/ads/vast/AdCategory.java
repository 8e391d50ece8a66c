package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * A kind of ad.
 *
 * @param authority the URL of who defines the kinds
 * @param value the kind; for blocked categories, perhaps several
 */
public record AdCategory(Optional<String> authority, String value) {}
