package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * Captions of a linear ad, VAST 4.1.
 *
 * @param url its URL, as written
 * @param type the MIME type
 * @param language the language, BCP 47
 */
public record ClosedCaptionFile(String url, Optional<String> type, Optional<String> language) {}
