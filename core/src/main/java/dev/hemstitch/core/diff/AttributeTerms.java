package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of a tag in effective terms: numbers by value, dates by instant, words in any order, defaults absent. */
final class AttributeTerms {
    private static final Set<String> URIS = Set.of("URI", "SERVER-URI", "X-ASSET-URI", "X-ASSET-LIST", "X-URI");

    /** What absence means (RFC 8216bis, 4.4); of flags it is NO. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "KEYFORMAT", "identity",
            "KEYFORMATVERSIONS", "1",
            "VIDEO-RANGE", "SDR",
            "FORMAT", "JSON",
            "PATHWAY-ID", ".",
            "BYTERANGE-START", "0");

    private AttributeTerms() {}

    /**
     * Adds the attributes of a tag, but for those whose field is already there.
     *
     * @param prefix what stands before the name of each attribute
     * @param uri what a URI is on this side
     */
    static void add(AttributeTag tag, String prefix, Function<String, Term> uri, Map<String, Term> terms) {
        tag.attributes().asMap().forEach((name, value) -> {
            Term term = URIS.contains(name) ? uri.apply(value.text()) : term(tag.tag(), name, value);
            if (term != null) {
                terms.putIfAbsent(prefix + name, term);
            }
        });
    }

    /** The value, or null if it means what absence means. */
    private static @Nullable Term term(HlsTag tag, String name, AttributeValue value) {
        for (Attribute<?> attribute : tag.attributes()) {
            if (attribute.name().equals(name)) {
                String key = key(attribute, value);
                boolean absent = key.isEmpty() || isDefault(tag, name, key);
                return absent ? null : new Term(key, value.text());
            }
        }
        return Term.of(value.toString());
    }

    private static boolean isDefault(HlsTag tag, String name, String key) {
        return key.equals(DEFAULTS.get(name)) && tag != HlsTag.CONTENT_STEERING;
    }

    private static String key(Attribute<?> attribute, AttributeValue value) {
        if (attribute.type() == AttributeType.QUOTED_OR_ENUMERATED) {
            return value.toString();
        }
        Optional<?> read = attribute.reader().apply(value.text());
        return read.isEmpty() ? value.text() : key(attribute.type(), read.get());
    }

    private static String key(AttributeType type, Object value) {
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Long number) {
            return Long.toUnsignedString(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "YES" : "";
        }
        if (value instanceof IsoDateTime date) {
            return date.value().toInstant().toString();
        }
        if (value instanceof List<?> words) {
            return words.stream().map(String::valueOf).distinct().sorted().collect(Collectors.joining(","));
        }
        String text = value.toString();
        return type == AttributeType.HEXADECIMAL_SEQUENCE ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** A number without the zeros that say nothing. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
