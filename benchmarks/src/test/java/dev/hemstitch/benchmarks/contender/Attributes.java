package dev.hemstitch.benchmarks.contender;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attributes found with regular expressions: slow, short and nobody's but the tests'. */
final class Attributes {
    private Attributes() {}

    static Optional<String> find(String attributes, String name) {
        Matcher matcher =
                Pattern.compile("(?:^|,)" + name + "=(?:\"([^\"]*)\"|([^,]*))").matcher(attributes);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** A key with the vector in force, whether written or implied. */
    static String key(String attributes, long mediaSequence) {
        String method = find(attributes, "METHOD").orElseThrow();
        if (method.equals("NONE")) {
            return "";
        }
        String implied = method.equals("AES-128") ? String.format(Locale.ROOT, "0x%032x", mediaSequence) : "";
        String vector =
                find(attributes, "IV").map(iv -> iv.toLowerCase(Locale.ROOT)).orElse(implied);
        return method + " " + find(attributes, "URI").orElse("") + " " + vector + " " + format(attributes) + ";";
    }

    static String format(String attributes) {
        return find(attributes, "KEYFORMAT").orElse("identity");
    }
}
