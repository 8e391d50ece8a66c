package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;

/**
 * The Media Initialization Section that segments need (EXT-X-MAP, RFC 8216bis, 4.4.4.5).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class InitializationSection extends AttributeTag {
    /** URI: where it is. */
    public static final Attribute<String> URI = Attribute.quotedString("URI").required();

    /** BYTERANGE: which bytes of the resource it is; absent means all. */
    public static final Attribute<ByteRange> BYTERANGE =
            Attribute.quoted("BYTERANGE", ByteRange::parse, ByteRange::toString);

    static final List<Attribute<?>> ATTRIBUTES = List.of(URI, BYTERANGE);

    private final List<Key> keys;

    InitializationSection(AttributeList attributes) {
        this(attributes, List.of());
    }

    InitializationSection(AttributeList attributes, List<Key> keys) {
        super(attributes);
        this.keys = keys;
    }

    /**
     * {@return a builder without any attribute; URI is required}
     */
    public static Builder<InitializationSection> builder() {
        return new Builder<>(HlsTag.MAP, AttributeList.builder(), InitializationSection::new, true);
    }

    /** {@return a builder that starts with these attributes and keeps the keys} */
    public Builder<InitializationSection> toBuilder() {
        return new Builder<>(
                HlsTag.MAP, attributes().toBuilder(), edited -> new InitializationSection(edited, keys), false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.MAP;
    }

    /** {@return where it is} */
    public String uri() {
        return require(URI);
    }

    /** {@return which bytes of the resource it is; absent means all} */
    public Optional<ByteRange> byterange() {
        return get(BYTERANGE);
    }

    /** {@return the keys in force where its tag stands, with which it is encrypted; an empty list if it is not} */
    public List<Key> keys() {
        return keys;
    }

    @Override
    public boolean equals(Object object) {
        return super.equals(object)
                && object instanceof InitializationSection other
                && InForce.areSame(keys, other.keys);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
