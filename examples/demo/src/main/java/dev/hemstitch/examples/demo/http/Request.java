package dev.hemstitch.examples.demo.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as far as the demo looks at it.
 *
 * @param method in upper case
 * @param path decoded
 * @param rawQuery as it was asked, empty if there is none
 * @param query decoded, in order; of a name that is there twice, the last value
 * @param origin the header Origin: which page asks, absent if it is no page or the page asks its own server
 * @param range the header Range
 * @param body empty if there is none
 */
public record Request(
        String method,
        String path,
        String rawQuery,
        Map<String, String> query,
        Optional<String> origin,
        Optional<String> range,
        String body) {
    /**
     * One value of the query.
     *
     * @param name its name
     * @return the value; empty if the query has none of that name
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    static Map<String, String> readQuery(String rawQuery) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int from = 0; from < rawQuery.length(); ) {
            int end = rawQuery.indexOf('&', from);
            end = end < 0 ? rawQuery.length() : end;
            String pair = rawQuery.substring(from, end);
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
            from = end + 1;
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
