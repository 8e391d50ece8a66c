package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far another rendition is (EXT-X-RENDITION-REPORT, RFC 8216bis, 4.4.5.4).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class RenditionReport extends AttributeTag {
    /** URI: the Media Playlist of the other rendition. */
    public static final Attribute<String> URI = Attribute.quotedString("URI").required();

    /** LAST-MSN: the Media Sequence Number of its last segment; absent means that of this playlist. */
    public static final Attribute<Long> LAST_MSN = Attribute.decimalInteger("LAST-MSN");

    /** LAST-PART: the index of its last Partial Segment; absent means that of this playlist or none. */
    public static final Attribute<Long> LAST_PART = Attribute.decimalInteger("LAST-PART");

    static final List<Attribute<?>> ATTRIBUTES = List.of(URI, LAST_MSN, LAST_PART);

    RenditionReport(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; URI is required}
     */
    public static Builder<RenditionReport> builder() {
        return new Builder<>(HlsTag.RENDITION_REPORT, AttributeList.builder(), RenditionReport::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<RenditionReport> toBuilder() {
        return new Builder<>(HlsTag.RENDITION_REPORT, attributes().toBuilder(), RenditionReport::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.RENDITION_REPORT;
    }

    /** {@return the Media Playlist of the other rendition} */
    public String uri() {
        return require(URI);
    }

    /** {@return the Media Sequence Number of its last segment; absent means that of this playlist} */
    public OptionalLong lastMsn() {
        return attributes().getLong(LAST_MSN);
    }

    /** {@return the index of its last Partial Segment; absent means that of this playlist or none} */
    public OptionalLong lastPart() {
        return attributes().getLong(LAST_PART);
    }
}
