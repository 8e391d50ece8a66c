package dev.hemstitch.core.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a URI's query, percent-decoded; one without a value is left out. */
final class QueryParameters {
    private QueryParameters() {}

    static Map<String, String> of(String uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int mark = uri.indexOf('?');
        int hash = uri.indexOf('#');
        String query =
                mark < 0 || (hash >= 0 && hash < mark) ? "" : uri.substring(mark + 1, hash < 0 ? uri.length() : hash);
        int from = 0;
        while (from < query.length()) {
            int end = query.indexOf('&', from);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', from);
            if (equals > from && equals < end) {
                parameters.putIfAbsent(decode(query.substring(from, equals)), decode(query.substring(equals + 1, end)));
            }
            from = end + 1;
        }
        return parameters;
    }

    /** Consecutive escapes are the bytes of UTF-8 characters. */
    private static String decode(String text) {
        StringBuilder decoded = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (isEscape(text, end)) {
                end += 3;
            }
            if (end == i) {
                decoded.append(text.charAt(i++));
            } else {
                decoded.append(bytes(text, i, end));
                i = end;
            }
        }
        return decoded.toString();
    }

    private static String bytes(String text, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < to; i += 3) {
            bytes.write(16 * Character.digit(text.charAt(i + 1), 16) + Character.digit(text.charAt(i + 2), 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
