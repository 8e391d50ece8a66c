package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the server can do (EXT-X-SERVER-CONTROL, RFC 8216bis, 4.4.3.8).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ServerControl extends AttributeTag {
    /** CAN-SKIP-UNTIL: the skip boundary in seconds from the end. */
    public static final Attribute<BigDecimal> CAN_SKIP_UNTIL = Attribute.decimal("CAN-SKIP-UNTIL");

    /** CAN-SKIP-DATERANGES: whether date ranges can be skipped too. */
    public static final Attribute<Boolean> CAN_SKIP_DATERANGES = Attribute.yesNo("CAN-SKIP-DATERANGES");

    /** HOLD-BACK: seconds to keep from the end. */
    public static final Attribute<BigDecimal> HOLD_BACK = Attribute.decimal("HOLD-BACK");

    /** PART-HOLD-BACK: seconds to keep from the end in low latency mode. */
    public static final Attribute<BigDecimal> PART_HOLD_BACK = Attribute.decimal("PART-HOLD-BACK");

    /** CAN-BLOCK-RELOAD: whether the server holds a reload back until there is something new. */
    public static final Attribute<Boolean> CAN_BLOCK_RELOAD = Attribute.yesNo("CAN-BLOCK-RELOAD");

    static final List<Attribute<?>> ATTRIBUTES =
            List.of(CAN_SKIP_UNTIL, CAN_SKIP_DATERANGES, HOLD_BACK, PART_HOLD_BACK, CAN_BLOCK_RELOAD);

    ServerControl(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; nothing is required}
     */
    public static Builder<ServerControl> builder() {
        return new Builder<>(HlsTag.SERVER_CONTROL, AttributeList.builder(), ServerControl::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<ServerControl> toBuilder() {
        return new Builder<>(HlsTag.SERVER_CONTROL, attributes().toBuilder(), ServerControl::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.SERVER_CONTROL;
    }

    /** {@return the skip boundary in seconds from the end; empty if absent} */
    public Optional<BigDecimal> canSkipUntil() {
        return get(CAN_SKIP_UNTIL);
    }

    /** {@return whether date ranges can be skipped too; absent means no} */
    public boolean canSkipDateranges() {
        return get(CAN_SKIP_DATERANGES).orElse(false);
    }

    /** {@return seconds to keep from the end; empty if absent} */
    public Optional<BigDecimal> holdBack() {
        return get(HOLD_BACK);
    }

    /** {@return seconds to keep from the end in low latency mode; empty if absent} */
    public Optional<BigDecimal> partHoldBack() {
        return get(PART_HOLD_BACK);
    }

    /** {@return whether the server holds a reload back until there is something new; absent means no} */
    public boolean canBlockReload() {
        return get(CAN_BLOCK_RELOAD).orElse(false);
    }
}
