package dev.hemstitch.examples.kit.titles;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A title of the catalog.
 *
 * @param id its id
 * @param kind how it plays
 * @param origin the URL of its Multivariant Playlist at the origin
 * @param vmap the URL of the VMAP response that says which ads play in it, or before it if it is live, perhaps with macros; empty for
 *     none
 * @param adTag the URL of the VAST response for a break that the content signals, perhaps with macros; empty for none
 */
public record Title(String id, Kind kind, String origin, Optional<String> vmap, Optional<String> adTag) {
    /** How a title plays. */
    public enum Kind {
        /** From beginning to end. */
        VOD,
        /** As it happens. */
        LIVE
    }

    static Title of(JsonNode json) throws IOException {
        String kind = text(json, "kind").orElse("vod").toUpperCase(Locale.ROOT);
        if (!kind.equals(Kind.VOD.name()) && !kind.equals(Kind.LIVE.name())) {
            throw new IOException("the catalog has a title that is neither vod nor live");
        }
        return new Title(
                required(json, "id"),
                Kind.valueOf(kind),
                required(json, "origin"),
                text(json, "vmap"),
                text(json, "adTag"));
    }

    private static String required(JsonNode json, String name) throws IOException {
        return text(json, name).orElseThrow(() -> new IOException("the catalog has a title without " + name));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText).filter(text -> !text.isBlank());
    }
}
