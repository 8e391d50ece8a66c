package dev.hemstitch.ads.vast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What VAST or VMAP does not know.
 *
 * @param type its type
 * @param attributes all its attributes by their names as written
 * @param text the text directly in it, without white space around it; may be empty
 * @param xml all that is in it as XML, rendered again, with the namespace declarations from around it that it needs
 */
public record VastExtension(Optional<String> type, Map<String, String> attributes, String text, String xml) {
    /**
     * All of it; lists are copied.
     *
     * @param type its type
     * @param attributes all its attributes by their names as written
     * @param text the text directly in it, without white space around it; may be empty
     * @param xml all that is in it as XML, rendered again
     */
    public VastExtension {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
