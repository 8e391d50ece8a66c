package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;

/**
 * Data of any kind (EXT-X-SESSION-DATA, RFC 8216bis, 4.4.6.4).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SessionData extends AttributeTag {
    /** DATA-ID: what identifies the data. */
    public static final Attribute<String> DATA_ID =
            Attribute.quotedString("DATA-ID").required();

    /** VALUE: the data itself. */
    public static final Attribute<String> VALUE = Attribute.quotedString("VALUE");

    /** URI: where the data is. */
    public static final Attribute<String> URI = Attribute.quotedString("URI");

    /** FORMAT: in which format it is there; absent means JSON. */
    public static final Attribute<SessionDataFormat> FORMAT =
            Attribute.enumerated("FORMAT", SessionDataFormat::new, SessionDataFormat::value);

    /** LANGUAGE: the language of the value. */
    public static final Attribute<String> LANGUAGE = Attribute.quotedString("LANGUAGE");

    static final List<Attribute<?>> ATTRIBUTES = List.of(DATA_ID, VALUE, URI, FORMAT, LANGUAGE);

    SessionData(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; DATA-ID is required}
     */
    public static Builder<SessionData> builder() {
        return new Builder<>(HlsTag.SESSION_DATA, AttributeList.builder(), SessionData::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<SessionData> toBuilder() {
        return new Builder<>(HlsTag.SESSION_DATA, attributes().toBuilder(), SessionData::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.SESSION_DATA;
    }

    /** {@return what identifies the data} */
    public String dataId() {
        return require(DATA_ID);
    }

    /** {@return the data itself; empty if absent} */
    public Optional<String> value() {
        return get(VALUE);
    }

    /** {@return where the data is; empty if absent} */
    public Optional<String> uri() {
        return get(URI);
    }

    /** {@return in which format it is there; absent means JSON} */
    public Optional<SessionDataFormat> format() {
        return get(FORMAT);
    }

    /** {@return the language of the value; empty if absent} */
    public Optional<String> language() {
        return get(LANGUAGE);
    }
}
