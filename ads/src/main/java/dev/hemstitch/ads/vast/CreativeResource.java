package dev.hemstitch.ads.vast;

import java.util.Optional;

/**
 * What an icon, companion or nonlinear ad shows.
 *
 * @param kind how it is given
 * @param creativeType the MIME type of a static resource
 * @param value a URL, or for HTML the text itself
 */
public record CreativeResource(Kind kind, Optional<String> creativeType, String value) {

    /** How a resource is given. */
    public enum Kind {
        /** The URL of an image or the like. */
        STATIC,
        /** The URL of a page for a frame. */
        IFRAME,
        /** HTML. */
        HTML
    }
}
