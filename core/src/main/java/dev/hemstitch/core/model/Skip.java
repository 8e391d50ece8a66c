package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import java.util.List;

/**
 * What a Playlist Delta Update leaves out (EXT-X-SKIP, RFC 8216bis, 4.4.5.2).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Skip extends AttributeTag {
    /** SKIPPED-SEGMENTS: how many segments are left out. */
    public static final Attribute<Long> SKIPPED_SEGMENTS =
            Attribute.decimalInteger("SKIPPED-SEGMENTS").required();

    /** RECENTLY-REMOVED-DATERANGES: the IDs of date ranges removed lately; an empty list if absent. */
    public static final Attribute<List<String>> RECENTLY_REMOVED_DATERANGES =
            Attribute.list("RECENTLY-REMOVED-DATERANGES", AttributeType.QUOTED_STRING, '\t');

    static final List<Attribute<?>> ATTRIBUTES = List.of(SKIPPED_SEGMENTS, RECENTLY_REMOVED_DATERANGES);

    Skip(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; SKIPPED-SEGMENTS is required}
     */
    public static Builder<Skip> builder() {
        return new Builder<>(HlsTag.SKIP, AttributeList.builder(), Skip::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<Skip> toBuilder() {
        return new Builder<>(HlsTag.SKIP, attributes().toBuilder(), Skip::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.SKIP;
    }

    /** {@return how many segments are left out} */
    public long skippedSegments() {
        return require(SKIPPED_SEGMENTS);
    }

    /** {@return the IDs of date ranges removed lately; an empty list if absent} */
    public List<String> recentlyRemovedDateranges() {
        return get(RECENTLY_REMOVED_DATERANGES).orElse(List.of());
    }
}
