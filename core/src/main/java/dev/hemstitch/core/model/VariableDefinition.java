package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a variable (EXT-X-DEFINE, RFC 8216bis, 4.4.2.3).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class VariableDefinition extends AttributeTag {
    /** NAME: the name of a variable whose value stands here. */
    public static final Attribute<String> NAME = Attribute.quotedString("NAME");

    /** VALUE: the value that goes with the name, perhaps empty text. */
    public static final Attribute<String> VALUE = Attribute.quotedString("VALUE");

    /** IMPORT: the name of a variable of the Multivariant Playlist. */
    public static final Attribute<String> IMPORT = Attribute.quotedString("IMPORT");

    /** QUERYPARAM: the name of a parameter of the query in the URI of the playlist. */
    public static final Attribute<String> QUERYPARAM = Attribute.quotedString("QUERYPARAM");

    static final List<Attribute<?>> ATTRIBUTES = List.of(NAME, VALUE, IMPORT, QUERYPARAM);

    VariableDefinition(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; nothing is required}
     */
    public static Builder<VariableDefinition> builder() {
        return new Builder<>(HlsTag.DEFINE, AttributeList.builder(), VariableDefinition::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<VariableDefinition> toBuilder() {
        return new Builder<>(HlsTag.DEFINE, attributes().toBuilder(), VariableDefinition::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.DEFINE;
    }

    /** {@return the name of a variable whose value stands here; empty if absent} */
    public Optional<String> name() {
        return get(NAME);
    }

    /** {@return the value that goes with the name, perhaps empty text; empty if absent} */
    public Optional<String> value() {
        return get(VALUE);
    }

    /** {@return the name of a variable of the Multivariant Playlist; empty if absent} */
    public Optional<String> importName() {
        return get(IMPORT);
    }

    /** {@return the name of a parameter of the query in the URI of the playlist; empty if absent} */
    public Optional<String> queryParameter() {
        return get(QUERYPARAM);
    }
}
