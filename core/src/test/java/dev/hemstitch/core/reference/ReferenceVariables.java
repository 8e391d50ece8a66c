package dev.hemstitch.core.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variable definitions in the order of the playlist, and the replacing of references to them. */
final class ReferenceVariables {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\$([A-Za-z0-9_-]+)\\}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> outside;

    /** What IMPORT and QUERYPARAM ask for is looked up in the given values. */
    ReferenceVariables(Map<String, String> outside) {
        this.outside = outside;
    }

    /** The first definition of a name counts; one that has no value to be had is passed over. */
    void define(ReferenceAttributes attributes) {
        if (attributes.text("NAME").isPresent()) {
            attributes.text("VALUE").ifPresent(value -> putIfAbsent(attributes.text("NAME"), value));
        } else {
            Optional<String> name = attributes.text("IMPORT").or(() -> attributes.text("QUERYPARAM"));
            name.map(outside::get).ifPresent(value -> putIfAbsent(name, value));
        }
    }

    private void putIfAbsent(Optional<String> name, String value) {
        name.ifPresent(present -> values.putIfAbsent(present, value));
    }

    /** The definitions so far. */
    Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    String replace(String text) {
        return replace(text, values);
    }

    /** Replaced text is not scanned again; a reference without a definition stays as it is. */
    static String replace(String text, Map<String, String> values) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
