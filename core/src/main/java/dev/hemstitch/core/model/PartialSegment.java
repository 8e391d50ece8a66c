package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a segment (EXT-X-PART, RFC 8216bis, 4.4.4.9).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PartialSegment extends AttributeTag {
    /** URI: where it is. */
    public static final Attribute<String> URI = Attribute.quotedString("URI").required();

    /** DURATION: how long it is in seconds. */
    public static final Attribute<BigDecimal> DURATION =
            Attribute.decimal("DURATION").required();

    /** INDEPENDENT: whether it starts with a frame that needs no other; absent means no. */
    public static final Attribute<Boolean> INDEPENDENT = Attribute.yesNo("INDEPENDENT");

    /** BYTERANGE: its bytes as written: a length, perhaps @ and an offset. */
    public static final Attribute<String> BYTERANGE = Attribute.quotedString("BYTERANGE");

    /** GAP: whether it is not available; absent means no. */
    public static final Attribute<Boolean> GAP = Attribute.yesNo("GAP");

    static final List<Attribute<?>> ATTRIBUTES = List.of(URI, DURATION, INDEPENDENT, BYTERANGE, GAP);

    private final @Nullable ByteRange range;

    PartialSegment(AttributeList attributes) {
        this(attributes, attributes.get(BYTERANGE).flatMap(ByteRange::parse).orElse(null));
    }

    PartialSegment(AttributeList attributes, @Nullable ByteRange range) {
        super(attributes);
        this.range = range;
    }

    /**
     * {@return a builder without any attribute; URI, DURATION are required}
     */
    public static Builder<PartialSegment> builder() {
        return new Builder<>(HlsTag.PART, AttributeList.builder(), PartialSegment::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<PartialSegment> toBuilder() {
        return new Builder<>(HlsTag.PART, attributes().toBuilder(), this::edited, false);
    }

    /** An offset that was left out stays resolved as long as the range is not changed. */
    private PartialSegment edited(AttributeList edited) {
        return edited.get(BYTERANGE).equals(get(BYTERANGE))
                ? new PartialSegment(edited, range)
                : new PartialSegment(edited);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.PART;
    }

    /** {@return where it is} */
    public String uri() {
        return require(URI);
    }

    /** {@return how long it is in seconds} */
    public BigDecimal duration() {
        return require(DURATION);
    }

    /** {@return whether it starts with a frame that needs no other; absent means no} */
    public boolean isIndependent() {
        return get(INDEPENDENT).orElse(false);
    }

    /** {@return whether it is not available; absent means no} */
    public boolean isGap() {
        return get(GAP).orElse(false);
    }

    /** {@return which bytes of the resource it is, an omitted offset resolved; empty if it is the whole resource} */
    public Optional<ByteRange> byteRange() {
        return Optional.ofNullable(range);
    }
}
