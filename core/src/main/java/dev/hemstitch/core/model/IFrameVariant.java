package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.DecimalResolution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Media Playlist of I-frames (EXT-X-I-FRAME-STREAM-INF, RFC 8216bis, 4.4.6.3).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class IFrameVariant extends AttributeTag {
    /** BANDWIDTH: the peak bit rate in bits per second. */
    public static final Attribute<Long> BANDWIDTH = Attribute.decimalInteger("BANDWIDTH");

    /** AVERAGE-BANDWIDTH: the average bit rate in bits per second. */
    public static final Attribute<Long> AVERAGE_BANDWIDTH = Attribute.decimalInteger("AVERAGE-BANDWIDTH");

    /** SCORE: how much it is to be preferred. */
    public static final Attribute<BigDecimal> SCORE = Attribute.decimal("SCORE");

    /** CODECS: the formats in it as of RFC 6381; an empty list if absent. */
    public static final Attribute<List<String>> CODECS = Attribute.list("CODECS", AttributeType.QUOTED_STRING, ',');

    /** SUPPLEMENTAL-CODECS: formats that enhance those; an empty list if absent. */
    public static final Attribute<List<String>> SUPPLEMENTAL_CODECS =
            Attribute.list("SUPPLEMENTAL-CODECS", AttributeType.QUOTED_STRING, ',');

    /** RESOLUTION: the best size to show it at, in pixels. */
    public static final Attribute<DecimalResolution> RESOLUTION = Attribute.resolution("RESOLUTION");

    /** HDCP-LEVEL: which output protection it needs. */
    public static final Attribute<HdcpLevel> HDCP_LEVEL =
            Attribute.enumerated("HDCP-LEVEL", HdcpLevel::new, HdcpLevel::value);

    /** ALLOWED-CPC: which content protection it allows; an empty list if absent. */
    public static final Attribute<List<String>> ALLOWED_CPC =
            Attribute.list("ALLOWED-CPC", AttributeType.QUOTED_STRING, ',');

    /** VIDEO-RANGE: its dynamic range; absent means SDR. */
    public static final Attribute<VideoRange> VIDEO_RANGE =
            Attribute.enumerated("VIDEO-RANGE", VideoRange::new, VideoRange::value);

    /** REQ-VIDEO-LAYOUT: which video layouts it needs; an empty list if absent. */
    public static final Attribute<List<String>> REQ_VIDEO_LAYOUT =
            Attribute.list("REQ-VIDEO-LAYOUT", AttributeType.QUOTED_STRING, ',');

    /** STABLE-VARIANT-ID: what identifies it over reloads. */
    public static final Attribute<String> STABLE_VARIANT_ID = Attribute.quotedString("STABLE-VARIANT-ID");

    /** VIDEO: the group of its video renditions. */
    public static final Attribute<String> VIDEO = Attribute.quotedString("VIDEO");

    /** PATHWAY-ID: the Content Steering Pathway; absent means a single point. */
    public static final Attribute<String> PATHWAY_ID = Attribute.quotedString("PATHWAY-ID");

    /** URI: the I-frame Media Playlist. */
    public static final Attribute<String> URI = Attribute.quotedString("URI").required();

    static final List<Attribute<?>> ATTRIBUTES = List.of(
            BANDWIDTH,
            AVERAGE_BANDWIDTH,
            SCORE,
            CODECS,
            SUPPLEMENTAL_CODECS,
            RESOLUTION,
            HDCP_LEVEL,
            ALLOWED_CPC,
            VIDEO_RANGE,
            REQ_VIDEO_LAYOUT,
            STABLE_VARIANT_ID,
            VIDEO,
            PATHWAY_ID,
            URI);

    IFrameVariant(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; URI is required}
     */
    public static Builder<IFrameVariant> builder() {
        return new Builder<>(HlsTag.I_FRAME_STREAM_INF, AttributeList.builder(), IFrameVariant::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<IFrameVariant> toBuilder() {
        return new Builder<>(HlsTag.I_FRAME_STREAM_INF, attributes().toBuilder(), IFrameVariant::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.I_FRAME_STREAM_INF;
    }

    /** {@return the peak bit rate in bits per second; empty if absent} */
    public OptionalLong bandwidth() {
        return attributes().getLong(BANDWIDTH);
    }

    /** {@return the average bit rate in bits per second; empty if absent} */
    public OptionalLong averageBandwidth() {
        return attributes().getLong(AVERAGE_BANDWIDTH);
    }

    /** {@return how much it is to be preferred; empty if absent} */
    public Optional<BigDecimal> score() {
        return get(SCORE);
    }

    /** {@return the formats in it as of RFC 6381; an empty list if absent} */
    public List<String> codecs() {
        return get(CODECS).orElse(List.of());
    }

    /** {@return formats that enhance those; an empty list if absent} */
    public List<String> supplementalCodecs() {
        return get(SUPPLEMENTAL_CODECS).orElse(List.of());
    }

    /** {@return the best size to show it at, in pixels; empty if absent} */
    public Optional<DecimalResolution> resolution() {
        return get(RESOLUTION);
    }

    /** {@return which output protection it needs; empty if absent} */
    public Optional<HdcpLevel> hdcpLevel() {
        return get(HDCP_LEVEL);
    }

    /** {@return which content protection it allows; an empty list if absent} */
    public List<String> allowedCpc() {
        return get(ALLOWED_CPC).orElse(List.of());
    }

    /** {@return its dynamic range; absent means SDR} */
    public Optional<VideoRange> videoRange() {
        return get(VIDEO_RANGE);
    }

    /** {@return which video layouts it needs; an empty list if absent} */
    public List<String> reqVideoLayout() {
        return get(REQ_VIDEO_LAYOUT).orElse(List.of());
    }

    /** {@return what identifies it over reloads; empty if absent} */
    public Optional<String> stableVariantId() {
        return get(STABLE_VARIANT_ID);
    }

    /** {@return the group of its video renditions; empty if absent} */
    public Optional<String> video() {
        return get(VIDEO);
    }

    /** {@return the Content Steering Pathway; absent means a single point} */
    public Optional<String> pathwayId() {
        return get(PATHWAY_ID);
    }

    /** {@return the I-frame Media Playlist} */
    public String uri() {
        return require(URI);
    }
}
