package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where to start playing (EXT-X-START, RFC 8216bis, 4.4.2.2).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Start extends AttributeTag {
    /** TIME-OFFSET: seconds from the start, or from the end if negative. */
    public static final Attribute<BigDecimal> TIME_OFFSET =
            Attribute.signedDecimal("TIME-OFFSET").required();

    /** PRECISE: whether samples before the offset are not to be shown; absent means no. */
    public static final Attribute<Boolean> PRECISE = Attribute.yesNo("PRECISE");

    static final List<Attribute<?>> ATTRIBUTES = List.of(TIME_OFFSET, PRECISE);

    Start(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; TIME-OFFSET is required}
     */
    public static Builder<Start> builder() {
        return new Builder<>(HlsTag.START, AttributeList.builder(), Start::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<Start> toBuilder() {
        return new Builder<>(HlsTag.START, attributes().toBuilder(), Start::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.START;
    }

    /** {@return seconds from the start, or from the end if negative} */
    public BigDecimal timeOffset() {
        return require(TIME_OFFSET);
    }

    /** {@return whether samples before the offset are not to be shown; absent means no} */
    public boolean isPrecise() {
        return get(PRECISE).orElse(false);
    }
}
