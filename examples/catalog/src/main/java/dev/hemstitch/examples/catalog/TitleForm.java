package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What a title must have. */
final class TitleForm {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final List<String> URLS = List.of("origin", "service");

    private TitleForm() {}

    static void check(ObjectNode title) throws InvalidTitleException {
        if (!ID.matcher(title.path("id").asText()).matches()) {
            throw new InvalidTitleException("a title's id is 1 to 64 letters, digits, _ and -");
        }
        String kind = title.path("kind").asText();
        if (!kind.equals("vod") && !kind.equals("live")) {
            throw new InvalidTitleException("a title's kind is vod or live");
        }
        for (String name : URLS) {
            checkUrl(title.path(name));
        }
    }

    static void checkUrl(JsonNode url) throws InvalidTitleException {
        try {
            URI uri = URI.create(url.asText());
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // the same as one without a host
        }
        throw new InvalidTitleException("origin and service are URLs of http or https");
    }
}
