package dev.hemstitch.core.uri;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parameters of a URI's query. */
public final class QueryParameters {
    private QueryParameters() {}

    /**
     * The parameters with their values.
     *
     * @param uri a URI or a reference
     * @return names and values in the order of the query, percent-decoded, a plus sign being a plus sign; of a name that
     *     stands twice the first value, and none for what has no {@code =}
     */
    public static Map<String, String> of(String uri) {
        String query = UriParts.split(uri).query();
        return query == null ? Map.of() : ofQuery(query);
    }

    /** The parameters of a query without its question mark. */
    static Map<String, String> ofQuery(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : split(query)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(name(parameter), decode(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** The pieces of a query as they are written, also those between two ampersands that are empty. */
    static List<String> split(String query) {
        List<String> parameters = new ArrayList<>();
        if (query.isEmpty()) {
            return parameters;
        }
        int from = 0;
        for (int end = query.indexOf('&'); end >= 0; end = query.indexOf('&', from)) {
            parameters.add(query.substring(from, end));
            from = end + 1;
        }
        parameters.add(query.substring(from));
        return parameters;
    }

    /** The decoded name of a parameter as it is written. */
    static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return decode(equals < 0 ? parameter : parameter.substring(0, equals));
    }

    /** Compares names as they are written, in the order of their UTF-8 bytes, which is that of code points. */
    static int compareNames(String parameter, String other) {
        return Arrays.compare(writtenName(parameter), writtenName(other));
    }

    private static int[] writtenName(String parameter) {
        int equals = parameter.indexOf('=');
        return parameter
                .substring(0, equals < 0 ? parameter.length() : equals)
                .codePoints()
                .toArray();
    }

    /** Escapes all but what RFC 3986 calls unreserved. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            int octet = bytes.get() & 0xFF;
            boolean letterOrDigit =
                    (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
            if (letterOrDigit || octet == '-' || octet == '.' || octet == '_' || octet == '~') {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return encoded.toString();
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
