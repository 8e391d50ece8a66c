package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.text.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The texts of attributes as rules about their meaning see them: what cannot be read is for the rules about values. */
final class AttributeTexts {
    private AttributeTexts() {}

    /** The text, variables replaced; nothing if it is absent or empty or a variable in it has no value. */
    static Optional<String> of(PlacedLine line, Attribute<?> attribute) {
        return line.text(attribute.name()).filter(text -> !text.isEmpty() && !text.contains("{$"));
    }

    /** The entries of a list with commas, white space round them left out; nothing as with {@link #of}. */
    static List<String> entries(PlacedLine line, Attribute<?> attribute) {
        return of(line, attribute).map(text -> fields(text, ',')).orElse(List.of());
    }

    /** What stands between separators, white space round it left out. */
    static List<String> fields(String text, char separator) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            fields.add(text.substring(from, at).strip());
            from = at + 1;
        }
        fields.add(text.substring(from).strip());
        return fields;
    }

    /** Entries of which neither order nor repetition matters, as one text. */
    static String asSet(List<String> entries) {
        return String.join(",", new TreeSet<>(entries));
    }

    /** Whether there is a character and all are allowed. */
    static boolean consistsOf(String text, IntPredicate allowed) {
        return !text.isEmpty() && text.chars().allMatch(allowed);
    }

    static boolean isLetterOrDigit(int c) {
        return isCapitalOrDigit(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isCapitalOrDigit(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A language tag in the one form that it is compared in. */
    static String language(PlacedLine line, Attribute<String> attribute) {
        return of(line, attribute).orElse("").toLowerCase(Locale.ROOT);
    }
}
