package dev.hemstitch.ads.cue;

import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The value of a cue tag as encoders write it: an attribute list with names in any case and numbers in quotes or not, or
 * a number in front, alone or with attributes behind a comma.
 */
final class CueAttributes {
    private final String leading;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    CueAttributes(String value) {
        int equals = value.indexOf('=');
        int comma = value.indexOf(',');
        boolean plain = equals < 0 || (comma >= 0 && comma < equals);
        String front = !plain ? "" : comma < 0 ? value : value.substring(0, comma);
        this.leading = SpliceFacts.unquoted(front);
        AttributeList list = AttributeList.parse(plain && comma >= 0 ? value.substring(comma + 1) : plain ? "" : value);
        for (Map.Entry<String, AttributeValue> attribute : list.asMap().entrySet()) {
            values.putIfAbsent(
                    attribute.getKey().strip(),
                    SpliceFacts.unquoted(attribute.getValue().text()));
        }
    }

    /** What stands before the first comma, if that is no attribute. */
    String leading() {
        return leading;
    }

    /** The first of some attributes that is there and not empty. */
    Optional<String> find(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null && !value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    String text(String... names) {
        return find(names).orElse("");
    }

    /** Whether an attribute has one of some words as its value, in any case. */
    boolean says(String name, String word) {
        return find(name).filter(value -> value.equalsIgnoreCase(word)).isPresent();
    }

    /** A number in decimal, or in hexadecimal with {@code 0x}, or -1. */
    int number(String name) {
        String value = text(name).toLowerCase(Locale.ROOT);
        try {
            return value.isEmpty() ? -1 : Integer.decode(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Seconds as nanoseconds, or -1 if it is no number from 0 on. */
    static long nanos(String seconds) {
        return Decimals.parse(seconds.strip())
                .filter(number -> number.signum() >= 0)
                .map(Decimals::toNanos)
                .filter(nanos -> nanos < Long.MAX_VALUE / 4)
                .orElse(-1L);
    }
}
