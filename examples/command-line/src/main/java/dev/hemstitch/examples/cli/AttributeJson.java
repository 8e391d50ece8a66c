package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.DecimalResolution;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags with attributes as JSON: one typed member for each attribute that the specification defines. */
final class AttributeJson {
    /** Words that the specification runs together. */
    private static final Map<String, String> WORDS = Map.of(
            "BYTERANGE", "byteRange",
            "DATERANGES", "dateRanges",
            "KEYFORMAT", "keyFormat",
            "KEYFORMATVERSIONS", "keyFormatVersions");

    private AttributeJson() {}

    /** The typed members; {@code attributes} too if there are attributes that the specification does not define. */
    static void members(AttributeTag tag, JsonWriter json) throws IOException {
        typed(tag, json);
        Set<String> others = new HashSet<>(tag.attributes().asMap().keySet());
        tag.tag().attributes().forEach(definition -> others.remove(definition.name()));
        if (!others.isEmpty()) {
            all(tag.attributes(), json);
        }
    }

    /** The typed members and {@code attributes}. */
    static void membersAndAll(AttributeTag tag, JsonWriter json) throws IOException {
        typed(tag, json);
        all(tag.attributes(), json);
    }

    private static void typed(AttributeTag tag, JsonWriter json) throws IOException {
        for (Attribute<?> attribute : tag.tag().attributes()) {
            Optional<?> value = value(tag, attribute);
            if (value.isPresent()) {
                String text =
                        tag.attributes().find(attribute.name()).orElseThrow().text();
                member(memberName(attribute.name()), value.get(), text, json);
            }
        }
    }

    private static Optional<?> value(AttributeTag tag, Attribute<?> attribute) {
        // An offset that is left out follows from the part before, which the attribute alone does not know.
        return tag instanceof PartialSegment part && attribute.name().equals(PartialSegment.BYTERANGE.name())
                ? part.byteRange()
                : tag.get(attribute);
    }

    private static void member(String name, Object value, String text, JsonWriter json) throws IOException {
        if (value instanceof Long number) {
            json.unsigned(name, number);
        } else if (value instanceof BigDecimal number) {
            json.decimal(name, number);
        } else if (value instanceof Boolean bool) {
            json.bool(name, bool);
        } else if (value instanceof DecimalResolution resolution) {
            json.object(name, resolution, AttributeJson::resolution);
        } else if (value instanceof ByteRange range) {
            json.object(name, range, AttributeJson::byteRange);
        } else {
            // Lists and open enumerations too: verbatim.
            json.text(name, text);
        }
    }

    private static void resolution(DecimalResolution resolution, JsonWriter json) throws IOException {
        json.unsigned("width", resolution.width());
        json.unsigned("height", resolution.height());
    }

    static void byteRange(ByteRange range, JsonWriter json) throws IOException {
        json.unsigned("length", range.length());
        json.unsigned("offset", range.offset());
    }

    /** The member {@code attributes}: all of them, verbatim but for quotes. */
    static void all(AttributeList attributes, JsonWriter json) throws IOException {
        json.object("attributes", attributes, AttributeJson::verbatim);
    }

    static void verbatim(AttributeList attributes, JsonWriter json) throws IOException {
        for (Map.Entry<String, AttributeValue> attribute : attributes.asMap().entrySet()) {
            json.text(attribute.getKey(), attribute.getValue().text());
        }
    }

    /** {@code AVERAGE-BANDWIDTH} is {@code averageBandwidth}. */
    static String memberName(String attributeName) {
        StringBuilder name = new StringBuilder();
        for (String word : attributeName.split("-", -1)) {
            String cased = WORDS.getOrDefault(word, word.toLowerCase(Locale.ROOT));
            boolean isFirst = name.length() == 0;
            name.append(isFirst ? cased.substring(0, 1) : cased.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(cased.substring(1));
        }
        return name.toString();
    }
}
