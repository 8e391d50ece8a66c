package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.math.BigDecimal;
import java.util.List;

/**
 * What holds for all Partial Segments (EXT-X-PART-INF, RFC 8216bis, 4.4.3.7).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PartInformation extends AttributeTag {
    /** PART-TARGET: the longest duration of a Partial Segment in seconds. */
    public static final Attribute<BigDecimal> PART_TARGET =
            Attribute.decimal("PART-TARGET").required();

    static final List<Attribute<?>> ATTRIBUTES = List.of(PART_TARGET);

    PartInformation(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; PART-TARGET is required}
     */
    public static Builder<PartInformation> builder() {
        return new Builder<>(HlsTag.PART_INF, AttributeList.builder(), PartInformation::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<PartInformation> toBuilder() {
        return new Builder<>(HlsTag.PART_INF, attributes().toBuilder(), PartInformation::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.PART_INF;
    }

    /** {@return the longest duration of a Partial Segment in seconds} */
    public BigDecimal partTarget() {
        return require(PART_TARGET);
    }
}
