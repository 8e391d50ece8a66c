package dev.hemstitch.core.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute list in its written order.
 *
 * @param raw each value as written, quotes included, under its name
 */
public record ReferenceAttributes(Map<String, String> raw) {
    public ReferenceAttributes {
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }

    /**
     * Reads what it can: of a name that stands twice the first counts, an element without name or {@code =} is passed
     * over, a quote that is not closed closes at the end of the line, and a quote inside a value is a plain character.
     */
    public static ReferenceAttributes of(String tagValue) {
        Map<String, String> raw = new LinkedHashMap<>();
        for (int start = 0; start < tagValue.length(); ) {
            int end = elementEnd(tagValue, start);
            add(tagValue.substring(start, end), raw);
            start = end + 1;
        }
        return new ReferenceAttributes(raw);
    }

    /** The next comma, but for those in a value that starts with a quote. */
    private static int elementEnd(String list, int start) {
        int comma = indexOrEnd(list, ',', start);
        int value = indexOrEnd(list, '=', start) + 1;
        while (value < comma && ReferenceLines.isSpace(list.charAt(value))) {
            value++;
        }
        boolean quoted = value < comma && list.charAt(value) == '"';
        return quoted ? indexOrEnd(list, ',', indexOrEnd(list, '"', value + 1)) : comma;
    }

    private static int indexOrEnd(String list, char character, int from) {
        int index = list.indexOf(character, from);
        return index < 0 ? list.length() : index;
    }

    private static void add(String element, Map<String, String> raw) {
        int equals = element.indexOf('=');
        String name = ReferenceLines.strip(element.substring(0, Math.max(0, equals)));
        if (!name.isEmpty()) {
            raw.putIfAbsent(name, ReferenceLines.strip(element.substring(equals + 1)));
        }
    }

    /** The value without its quotes, whether or not the attribute ought to have them. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(raw.get(name)).map(ReferenceAttributes::withoutQuotes);
    }

    private static String withoutQuotes(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        int end = value.indexOf('"', 1);
        return value.substring(1, end < 0 ? value.length() : end);
    }

    /** The same list with the URI in the named attribute made absolute, in quotes. */
    ReferenceAttributes resolved(String name, String base, Map<String, String> variables) {
        Map<String, String> copy = new LinkedHashMap<>(raw);
        text(name).ifPresent(uri -> copy.put(name, '"' + ReferenceUris.resolve(base, uri, variables) + '"'));
        return new ReferenceAttributes(copy);
    }
}
