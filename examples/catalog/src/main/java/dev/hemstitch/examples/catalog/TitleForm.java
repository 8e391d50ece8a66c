package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What a title must have. */
final class TitleForm {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern MACRO = Pattern.compile("\\[[A-Za-z0-9_.-]+]");
    private static final List<String> URLS = List.of("origin", "service");
    private static final List<String> URLS_OF_ADS = List.of("vmap", "adTag");

    private TitleForm() {}

    static void check(ObjectNode title) throws InvalidTitleException {
        if (!ID.matcher(title.path("id").asText()).matches()) {
            throw new InvalidTitleException("id is 1 to 64 letters, digits, _ and -");
        }
        String kind = title.path("kind").asText();
        if (!kind.equals("vod") && !kind.equals("live")) {
            throw new InvalidTitleException("kind is vod or live");
        }
        if (title.has("name") && !title.path("name").isTextual()) {
            throw new InvalidTitleException("name is text");
        }
        for (String name : URLS) {
            checkUrl(title, name);
        }
        for (String name : URLS_OF_ADS) {
            JsonNode url = title.path(name);
            boolean isThere =
                    !url.isMissingNode() && !(url.isTextual() && url.asText().isBlank());
            if (isThere && !isUrl(withoutMacros(url.asText()))) {
                throw new InvalidTitleException(name + " is an absolute URL of http or https, perhaps with macros");
            }
        }
    }

    /** Checks a URL that must be there. */
    static void checkUrl(ObjectNode title, String name) throws InvalidTitleException {
        if (!isUrl(title.path(name).asText())) {
            throw new InvalidTitleException(name + " is an absolute URL of http or https");
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As services read it: they fill macros in, and escape whatever else a query holds that no URI can. */
    private static String withoutMacros(String url) {
        int query = url.indexOf('?');
        return MACRO.matcher(query < 0 ? url : url.substring(0, query)).replaceAll("0");
    }
}
