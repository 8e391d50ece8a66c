package dev.hemstitch.core.text;

import dev.hemstitch.core.internal.bytes.AttributeScanner;
import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The attributes of a tag in their order (RFC 8216bis, 4.2), split only when first asked for.
 *
 * <p>Immutable and safe for use by several threads. Two lists are equal if they have the same attributes with the same
 * values, whatever their order and layout. Of a name that stands twice the first one counts.
 */
public final class AttributeList {
    /** The most attributes that a list is split into; what stands behind them is kept as text only. */
    public static final int MOST_ATTRIBUTES = 1_000;

    private static final int[] UNSPLIT = new int[0];

    private final ByteSpan span;
    private volatile int[] table;

    /**
     * For the rooms of this library.
     *
     * @param span the list as it stands behind the colon of its tag
     * @hidden
     */
    @SuppressWarnings("exports") // rooms share it; other modules cannot name the type
    public AttributeList(ByteSpan span) {
        this.span = span;
        this.table = UNSPLIT;
    }

    /**
     * Reads a list, tolerantly: see the package's description of what is passed over.
     *
     * @param text the list as it stands behind the colon of its tag
     * @return the list
     */
    public static AttributeList parse(String text) {
        return new AttributeList(ByteSpan.ofUtf8(text));
    }

    /** {@return a builder of an empty list} */
    public static Builder builder() {
        return new Builder(new LinkedHashMap<>());
    }

    private int[] table() {
        int[] known = table;
        if (known == UNSPLIT && !span.isEmpty()) {
            AttributeScanner scanner = new AttributeScanner(MOST_ATTRIBUTES);
            scanner.scan(span, span.start(), span.end());
            known = scanner.toTable();
            table = known;
        }
        return known;
    }

    /** {@return the number of attributes} */
    public int size() {
        return table().length / 4;
    }

    /**
     * Looks an attribute up.
     *
     * @param name its name
     * @return the value in its form, or empty if the list has no such attribute
     */
    public Optional<AttributeValue> find(String name) {
        int[] offsets = table();
        for (int at = 0; at < offsets.length; at += 4) {
            if (offsets[at + 1] - offsets[at] == name.length() && span.matches(offsets[at], name)) {
                return Optional.of(value(offsets, at));
            }
        }
        return Optional.empty();
    }

    /**
     * Where an attribute stands.
     *
     * @param name its name
     * @return how many bytes stand before its name in the list; empty if the list has no such attribute
     */
    public OptionalInt offset(String name) {
        int[] offsets = table();
        for (int at = 0; at < offsets.length; at += 4) {
            if (offsets[at + 1] - offsets[at] == name.length() && span.matches(offsets[at], name)) {
                return OptionalInt.of(offsets[at] - span.start());
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Reads an attribute by its definition.
     *
     * @param <T> what the value is in Java
     * @param attribute the definition
     * @return the value, or empty if the list has no such attribute or its value cannot be read as one
     */
    public <T> Optional<T> get(Attribute<T> attribute) {
        return find(attribute.name()).flatMap(value -> attribute.reader().apply(value.text()));
    }

    /**
     * Reads an integer attribute by its definition.
     *
     * @param attribute the definition
     * @return the unsigned 64-bit value, or empty if the list has no such attribute or it is no integer
     */
    public OptionalLong getLong(Attribute<Long> attribute) {
        Optional<Long> value = get(attribute);
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    /** {@return all attributes by name, in order; of a name that stands twice the first one} */
    public Map<String, AttributeValue> asMap() {
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        int[] offsets = table();
        for (int at = 0; at < offsets.length; at += 4) {
            map.putIfAbsent(span.text(offsets[at], offsets[at + 1]), value(offsets, at));
        }
        return map;
    }

    private AttributeValue value(int[] offsets, int at) {
        int from = offsets[at + 2];
        int to = offsets[at + 3];
        boolean quoted = from < to && span.at(from) == '"';
        if (!quoted) {
            return AttributeValue.asRead(span.text(from, to), false);
        }
        boolean closed = to - from > 1 && span.at(to - 1) == '"';
        return AttributeValue.asRead(span.text(from + 1, closed ? to - 1 : to), true);
    }

    /**
     * This list with another value in place of one that is there; all other bytes stay as they are.
     *
     * @param name the attribute's name
     * @param value the new value
     * @return the list, or this one if it has no such attribute
     */
    public AttributeList with(String name, AttributeValue value) {
        int[] offsets = table();
        for (int at = 0; at < offsets.length; at += 4) {
            if (offsets[at + 1] - offsets[at] == name.length() && span.matches(offsets[at], name)) {
                ByteSink sink = new ByteSink(span.length() + 64)
                        .append(span.slice(span.start(), offsets[at + 2]))
                        .append(value.toString())
                        .append(span.slice(offsets[at + 3], span.end()));
                return new AttributeList(sink.toSpan());
            }
        }
        return this;
    }

    /** {@return a builder that starts with these attributes} */
    public Builder toBuilder() {
        return new Builder(new LinkedHashMap<>(asMap()));
    }

    /** {@return the list as text} */
    public SourceText text() {
        return new SourceText(span);
    }

    /**
     * This list with the quoting and the order that the specification gives.
     *
     * @param definitions the attributes that the tag defines, in the specification's order
     * @return the defined attributes in that order and form, then all others as they are
     */
    public AttributeList canonical(List<Attribute<?>> definitions) {
        Map<String, AttributeValue> rest = asMap();
        Map<String, AttributeValue> ordered = new LinkedHashMap<>();
        for (Attribute<?> definition : definitions) {
            AttributeValue value = rest.remove(definition.name());
            if (value != null) {
                ordered.put(definition.name(), value.inForm(definition.type().isQuoted(value.isQuoted())));
            }
        }
        ordered.putAll(rest);
        return new Builder(ordered).build();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof AttributeList other && (span.equals(other.span) || asMap().equals(other.asMap()));
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    /** {@return the list as it is written} */
    @Override
    public String toString() {
        return span.toString();
    }

    /** Collects attributes in order; not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, AttributeValue> values;

        private Builder(Map<String, AttributeValue> values) {
            this.values = values;
        }

        /**
         * Sets an attribute by its definition: in its place if it is there, else behind the last one.
         *
         * @param <T> what the value is in Java
         * @param attribute the definition
         * @param value the value
         * @return this builder
         * @throws IllegalArgumentException if writing the value would end its attribute, its list or its line
         */
        public <T> Builder set(Attribute<T> attribute, T value) {
            String text = attribute.writer().apply(value);
            boolean quoted = attribute.type().isQuoted(!"NONE".equals(text));
            return set(attribute.name(), quoted ? AttributeValue.quoted(text) : AttributeValue.unquoted(text));
        }

        /**
         * Sets an attribute in a form of the caller's choice: in its place if it is there, else behind the last one.
         *
         * @param name the name: capital letters, digits and hyphens
         * @param value the value
         * @return this builder
         * @throws IllegalArgumentException if writing the name would end its list or its line
         */
        public Builder set(String name, AttributeValue value) {
            Injection.requireNoControls(name);
            if (name.indexOf('=') >= 0 || name.indexOf(',') >= 0 || name.indexOf('"') >= 0) {
                throw new IllegalArgumentException("an attribute name cannot hold an equals sign, comma or quote");
            }
            values.put(name, value);
            return this;
        }

        /**
         * Sets a decimal attribute that no definition covers, such as an {@code X-} attribute.
         *
         * @param name the name
         * @param value the value
         * @return this builder
         */
        public Builder set(String name, BigDecimal value) {
            return set(name, AttributeValue.unquoted(value.toPlainString()));
        }

        /**
         * Removes an attribute if it is there.
         *
         * @param name its name
         * @return this builder
         */
        public Builder remove(String name) {
            values.remove(name);
            return this;
        }

        /** {@return the list} */
        public AttributeList build() {
            StringBuilder text = new StringBuilder();
            values.forEach((name, value) -> text.append(text.length() == 0 ? "" : ",")
                    .append(name)
                    .append('=')
                    .append(value));
            return parse(text.toString());
        }
    }
}
