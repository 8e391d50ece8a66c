package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An alternative rendition of the same content (EXT-X-MEDIA, RFC 8216bis, 4.4.6.1).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Rendition extends AttributeTag {
    /** TYPE: what kind of media it is. */
    public static final Attribute<RenditionType> TYPE = Attribute.enumerated(
                    "TYPE", RenditionType::new, RenditionType::value)
            .required();

    /** URI: its Media Playlist; absent if the media is in the variants themselves. */
    public static final Attribute<String> URI = Attribute.quotedString("URI");

    /** GROUP-ID: the group that it belongs to. */
    public static final Attribute<String> GROUP_ID =
            Attribute.quotedString("GROUP-ID").required();

    /** LANGUAGE: its primary language. */
    public static final Attribute<String> LANGUAGE = Attribute.quotedString("LANGUAGE");

    /** ASSOC-LANGUAGE: another language that goes with it. */
    public static final Attribute<String> ASSOC_LANGUAGE = Attribute.quotedString("ASSOC-LANGUAGE");

    /** NAME: what a person reads. */
    public static final Attribute<String> NAME = Attribute.quotedString("NAME").required();

    /** STABLE-RENDITION-ID: what identifies it over reloads. */
    public static final Attribute<String> STABLE_RENDITION_ID = Attribute.quotedString("STABLE-RENDITION-ID");

    /** DEFAULT: whether it plays if the user does not choose; absent means no. */
    public static final Attribute<Boolean> DEFAULT = Attribute.yesNo("DEFAULT");

    /** AUTOSELECT: whether the player may choose it by itself; absent means no. */
    public static final Attribute<Boolean> AUTOSELECT = Attribute.yesNo("AUTOSELECT");

    /** FORCED: whether it is essential to play; absent means no. */
    public static final Attribute<Boolean> FORCED = Attribute.yesNo("FORCED");

    /** INSTREAM-ID: which rendition within the segments it is. */
    public static final Attribute<String> INSTREAM_ID = Attribute.quotedString("INSTREAM-ID");

    /** BIT-DEPTH: bits of an audio sample. */
    public static final Attribute<Long> BIT_DEPTH = Attribute.decimalInteger("BIT-DEPTH");

    /** SAMPLE-RATE: audio samples a second. */
    public static final Attribute<Long> SAMPLE_RATE = Attribute.decimalInteger("SAMPLE-RATE");

    /** CHARACTERISTICS: Media Characteristic Tags; an empty list if absent. */
    public static final Attribute<List<String>> CHARACTERISTICS =
            Attribute.list("CHARACTERISTICS", AttributeType.QUOTED_STRING, ',');

    /** CHANNELS: the count of audio channels and their coding. */
    public static final Attribute<String> CHANNELS = Attribute.quotedString("CHANNELS");

    static final List<Attribute<?>> ATTRIBUTES = List.of(
            TYPE,
            URI,
            GROUP_ID,
            LANGUAGE,
            ASSOC_LANGUAGE,
            NAME,
            STABLE_RENDITION_ID,
            DEFAULT,
            AUTOSELECT,
            FORCED,
            INSTREAM_ID,
            BIT_DEPTH,
            SAMPLE_RATE,
            CHARACTERISTICS,
            CHANNELS);

    Rendition(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; TYPE, GROUP-ID, NAME are required}
     */
    public static Builder<Rendition> builder() {
        return new Builder<>(HlsTag.MEDIA, AttributeList.builder(), Rendition::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<Rendition> toBuilder() {
        return new Builder<>(HlsTag.MEDIA, attributes().toBuilder(), Rendition::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.MEDIA;
    }

    /** {@return what kind of media it is} */
    public RenditionType type() {
        return require(TYPE);
    }

    /** {@return its Media Playlist; absent if the media is in the variants themselves} */
    public Optional<String> uri() {
        return get(URI);
    }

    /** {@return the group that it belongs to} */
    public String groupId() {
        return require(GROUP_ID);
    }

    /** {@return its primary language; empty if absent} */
    public Optional<String> language() {
        return get(LANGUAGE);
    }

    /** {@return another language that goes with it; empty if absent} */
    public Optional<String> assocLanguage() {
        return get(ASSOC_LANGUAGE);
    }

    /** {@return what a person reads} */
    public String name() {
        return require(NAME);
    }

    /** {@return what identifies it over reloads; empty if absent} */
    public Optional<String> stableRenditionId() {
        return get(STABLE_RENDITION_ID);
    }

    /** {@return whether it plays if the user does not choose; absent means no} */
    public boolean isDefault() {
        return get(DEFAULT).orElse(false);
    }

    /** {@return whether the player may choose it by itself; absent means no} */
    public boolean isAutoselect() {
        return get(AUTOSELECT).orElse(false);
    }

    /** {@return whether it is essential to play; absent means no} */
    public boolean isForced() {
        return get(FORCED).orElse(false);
    }

    /** {@return which rendition within the segments it is; empty if absent} */
    public Optional<String> instreamId() {
        return get(INSTREAM_ID);
    }

    /** {@return bits of an audio sample; empty if absent} */
    public OptionalLong bitDepth() {
        return attributes().getLong(BIT_DEPTH);
    }

    /** {@return audio samples a second; empty if absent} */
    public OptionalLong sampleRate() {
        return attributes().getLong(SAMPLE_RATE);
    }

    /** {@return Media Characteristic Tags; an empty list if absent} */
    public List<String> characteristics() {
        return get(CHARACTERISTICS).orElse(List.of());
    }

    /** {@return the count of audio channels and their coding; empty if absent} */
    public Optional<String> channels() {
        return get(CHANNELS);
    }
}
