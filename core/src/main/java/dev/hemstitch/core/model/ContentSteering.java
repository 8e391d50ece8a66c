package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;

/**
 * Where the Steering Manifest is (EXT-X-CONTENT-STEERING, RFC 8216bis, 4.4.6.6).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ContentSteering extends AttributeTag {
    /** SERVER-URI: the Steering Manifest. */
    public static final Attribute<String> SERVER_URI =
            Attribute.quotedString("SERVER-URI").required();

    /** PATHWAY-ID: the Pathway to start with. */
    public static final Attribute<String> PATHWAY_ID = Attribute.quotedString("PATHWAY-ID");

    static final List<Attribute<?>> ATTRIBUTES = List.of(SERVER_URI, PATHWAY_ID);

    ContentSteering(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; SERVER-URI is required}
     */
    public static Builder<ContentSteering> builder() {
        return new Builder<>(HlsTag.CONTENT_STEERING, AttributeList.builder(), ContentSteering::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<ContentSteering> toBuilder() {
        return new Builder<>(HlsTag.CONTENT_STEERING, attributes().toBuilder(), ContentSteering::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.CONTENT_STEERING;
    }

    /** {@return the Steering Manifest} */
    public String serverUri() {
        return require(SERVER_URI);
    }

    /** {@return the Pathway to start with; empty if absent} */
    public Optional<String> pathwayId() {
        return get(PATHWAY_ID);
    }
}
