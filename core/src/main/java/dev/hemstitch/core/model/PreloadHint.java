package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A resource that will be needed soon (EXT-X-PRELOAD-HINT, RFC 8216bis, 4.4.5.3).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PreloadHint extends AttributeTag {
    /** TYPE: what kind of resource it is. */
    public static final Attribute<HintType> TYPE =
            Attribute.enumerated("TYPE", HintType::new, HintType::value).required();

    /** URI: where it will be. */
    public static final Attribute<String> URI = Attribute.quotedString("URI").required();

    /** BYTERANGE-START: its first byte; absent means 0. */
    public static final Attribute<Long> BYTERANGE_START = Attribute.decimalInteger("BYTERANGE-START");

    /** BYTERANGE-LENGTH: its number of bytes; absent means to the end of the resource. */
    public static final Attribute<Long> BYTERANGE_LENGTH = Attribute.decimalInteger("BYTERANGE-LENGTH");

    static final List<Attribute<?>> ATTRIBUTES = List.of(TYPE, URI, BYTERANGE_START, BYTERANGE_LENGTH);

    PreloadHint(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; TYPE, URI are required}
     */
    public static Builder<PreloadHint> builder() {
        return new Builder<>(HlsTag.PRELOAD_HINT, AttributeList.builder(), PreloadHint::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<PreloadHint> toBuilder() {
        return new Builder<>(HlsTag.PRELOAD_HINT, attributes().toBuilder(), PreloadHint::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.PRELOAD_HINT;
    }

    /** {@return what kind of resource it is} */
    public HintType type() {
        return require(TYPE);
    }

    /** {@return where it will be} */
    public String uri() {
        return require(URI);
    }

    /** {@return its first byte; absent means 0} */
    public OptionalLong byterangeStart() {
        return attributes().getLong(BYTERANGE_START);
    }

    /** {@return its number of bytes; absent means to the end of the resource} */
    public OptionalLong byterangeLength() {
        return attributes().getLong(BYTERANGE_LENGTH);
    }
}
