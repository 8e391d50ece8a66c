package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.DecimalResolution;
import dev.hemstitch.core.text.Injection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Variant Stream (EXT-X-STREAM-INF, RFC 8216bis, 4.4.6.2).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Variant extends AttributeTag {
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

    /** FRAME-RATE: the greatest frame rate in frames per second. */
    public static final Attribute<BigDecimal> FRAME_RATE = Attribute.decimal("FRAME-RATE");

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

    /** AUDIO: the group of its audio renditions. */
    public static final Attribute<String> AUDIO = Attribute.quotedString("AUDIO");

    /** VIDEO: the group of its video renditions. */
    public static final Attribute<String> VIDEO = Attribute.quotedString("VIDEO");

    /** SUBTITLES: the group of its subtitle renditions. */
    public static final Attribute<String> SUBTITLES = Attribute.quotedString("SUBTITLES");

    /** CLOSED-CAPTIONS: the group of its closed captions, or the word NONE. */
    public static final Attribute<String> CLOSED_CAPTIONS = Attribute.quotedOrEnumerated("CLOSED-CAPTIONS");

    /** PATHWAY-ID: the Content Steering Pathway; absent means a single point. */
    public static final Attribute<String> PATHWAY_ID = Attribute.quotedString("PATHWAY-ID");

    static final List<Attribute<?>> ATTRIBUTES = List.of(
            BANDWIDTH,
            AVERAGE_BANDWIDTH,
            SCORE,
            CODECS,
            SUPPLEMENTAL_CODECS,
            RESOLUTION,
            FRAME_RATE,
            HDCP_LEVEL,
            ALLOWED_CPC,
            VIDEO_RANGE,
            REQ_VIDEO_LAYOUT,
            STABLE_VARIANT_ID,
            AUDIO,
            VIDEO,
            SUBTITLES,
            CLOSED_CAPTIONS,
            PATHWAY_ID);

    private final ByteSpan uri;

    Variant(AttributeList attributes, ByteSpan uri) {
        super(attributes);
        this.uri = uri;
    }

    @Override
    public HlsTag tag() {
        return HlsTag.STREAM_INF;
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

    /** {@return the greatest frame rate in frames per second; empty if absent} */
    public Optional<BigDecimal> frameRate() {
        return get(FRAME_RATE);
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

    /** {@return the group of its audio renditions; empty if absent} */
    public Optional<String> audio() {
        return get(AUDIO);
    }

    /** {@return the group of its video renditions; empty if absent} */
    public Optional<String> video() {
        return get(VIDEO);
    }

    /** {@return the group of its subtitle renditions; empty if absent} */
    public Optional<String> subtitles() {
        return get(SUBTITLES);
    }

    /** {@return the group of its closed captions, or the word NONE; empty if absent} */
    public Optional<String> closedCaptions() {
        return get(CLOSED_CAPTIONS);
    }

    /** {@return the Content Steering Pathway; absent means a single point} */
    public Optional<String> pathwayId() {
        return get(PATHWAY_ID);
    }

    /** {@return the URI of its Media Playlist, verbatim as on the line below the tag} */
    public String uri() {
        return uri.toString();
    }

    /**
     * A builder without any attribute; BANDWIDTH is required of a legal playlist.
     *
     * @param uri the URI of its Media Playlist
     * @return the builder
     * @throws IllegalArgumentException if the URI cannot stand on a line of its own
     */
    public static Builder<Variant> builder(String uri) {
        ByteSpan line = ByteSpan.ofUtf8(Injection.requireUriLine(uri));
        return new Builder<>(
                HlsTag.STREAM_INF, AttributeList.builder(), attributes -> new Variant(attributes, line), true);
    }

    /** {@return a builder that starts with these attributes and this URI} */
    public Builder<Variant> toBuilder() {
        return new Builder<>(
                HlsTag.STREAM_INF, attributes().toBuilder(), attributes -> new Variant(attributes, uri), false);
    }

    /**
     * This variant with another Media Playlist.
     *
     * @param newUri the URI of the Media Playlist
     * @return the variant
     * @throws IllegalArgumentException if the URI cannot stand on a line of its own
     */
    public Variant withUri(String newUri) {
        return new Variant(attributes(), ByteSpan.ofUtf8(Injection.requireUriLine(newUri)));
    }

    @Override
    public boolean equals(Object object) {
        return super.equals(object) && object instanceof Variant other && uri.equals(other.uri);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + uri.hashCode();
    }
}
