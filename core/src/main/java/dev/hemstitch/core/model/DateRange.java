package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A range of time with attributes (EXT-X-DATERANGE, RFC 8216bis, 4.4.5.1).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DateRange extends AttributeTag {
    /** ID: what identifies the range. */
    public static final Attribute<String> ID = Attribute.quotedString("ID").required();

    /** CLASS: the set of attributes that the range has. */
    public static final Attribute<String> CLASS = Attribute.quotedString("CLASS");

    /** START-DATE: when it starts. */
    public static final Attribute<IsoDateTime> START_DATE =
            Attribute.quoted("START-DATE", IsoDateTime::parse, IsoDateTime::toString);

    /** CUE: the words PRE, POST and ONCE in effect; an empty list if absent. */
    public static final Attribute<List<String>> CUE = Attribute.list("CUE", AttributeType.ENUMERATED_STRING_LIST, ',');

    /** END-DATE: when it ends. */
    public static final Attribute<IsoDateTime> END_DATE =
            Attribute.quoted("END-DATE", IsoDateTime::parse, IsoDateTime::toString);

    /** DURATION: how long it is in seconds. */
    public static final Attribute<BigDecimal> DURATION = Attribute.decimal("DURATION");

    /** PLANNED-DURATION: how long it is expected to be in seconds. */
    public static final Attribute<BigDecimal> PLANNED_DURATION = Attribute.decimal("PLANNED-DURATION");

    /** SCTE35-CMD: a splice_info_section in hexadecimal. */
    public static final Attribute<String> SCTE35_CMD = Attribute.hexadecimalSequence("SCTE35-CMD");

    /** SCTE35-OUT: the splice_info_section that starts it, in hexadecimal. */
    public static final Attribute<String> SCTE35_OUT = Attribute.hexadecimalSequence("SCTE35-OUT");

    /** SCTE35-IN: the splice_info_section that ends it, in hexadecimal. */
    public static final Attribute<String> SCTE35_IN = Attribute.hexadecimalSequence("SCTE35-IN");

    /** END-ON-NEXT: whether it ends where the next range of its class starts. */
    public static final Attribute<Boolean> END_ON_NEXT = Attribute.yesNo("END-ON-NEXT");

    static final List<Attribute<?>> ATTRIBUTES = List.of(
            ID,
            CLASS,
            START_DATE,
            CUE,
            END_DATE,
            DURATION,
            PLANNED_DURATION,
            SCTE35_CMD,
            SCTE35_OUT,
            SCTE35_IN,
            END_ON_NEXT);

    /** The attributes that are dates. */
    static final List<Attribute<IsoDateTime>> DATES = List.of(START_DATE, END_DATE);

    DateRange(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; ID is required}
     */
    public static Builder<DateRange> builder() {
        return new Builder<>(HlsTag.DATERANGE, AttributeList.builder(), DateRange::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<DateRange> toBuilder() {
        return new Builder<>(HlsTag.DATERANGE, attributes().toBuilder(), DateRange::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.DATERANGE;
    }

    /** {@return what identifies the range} */
    public String id() {
        return require(ID);
    }

    /** {@return the set of attributes that the range has; empty if absent} */
    public Optional<String> className() {
        return get(CLASS);
    }

    /** {@return when it starts; empty if absent} */
    public Optional<IsoDateTime> startDate() {
        return get(START_DATE);
    }

    /** {@return the words PRE, POST and ONCE in effect; an empty list if absent} */
    public List<String> cue() {
        return get(CUE).orElse(List.of());
    }

    /** {@return when it ends; empty if absent} */
    public Optional<IsoDateTime> endDate() {
        return get(END_DATE);
    }

    /** {@return how long it is in seconds; empty if absent} */
    public Optional<BigDecimal> duration() {
        return get(DURATION);
    }

    /** {@return how long it is expected to be in seconds; empty if absent} */
    public Optional<BigDecimal> plannedDuration() {
        return get(PLANNED_DURATION);
    }

    /** {@return a splice_info_section in hexadecimal; empty if absent} */
    public Optional<String> scte35Cmd() {
        return get(SCTE35_CMD);
    }

    /** {@return the splice_info_section that starts it, in hexadecimal; empty if absent} */
    public Optional<String> scte35Out() {
        return get(SCTE35_OUT);
    }

    /** {@return the splice_info_section that ends it, in hexadecimal; empty if absent} */
    public Optional<String> scte35In() {
        return get(SCTE35_IN);
    }

    /** {@return whether it ends where the next range of its class starts; absent means no} */
    public boolean endOnNext() {
        return get(END_ON_NEXT).orElse(false);
    }
}
