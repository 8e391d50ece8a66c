package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AttributeName;
import dev.hemstitch.core.internal.bytes.TagTable;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The 32 tags of RFC 8216bis, section 4.4, in its order. */
public enum HlsTag {
    /** The first line of every playlist. */
    EXTM3U("EXTM3U", "4.4.1.1", TagScope.BASIC, List.of()),
    /** The version of the protocol. */
    VERSION("EXT-X-VERSION", "4.4.1.2", TagScope.BASIC, List.of()),
    /** All segments start with a frame that needs no other. */
    INDEPENDENT_SEGMENTS("EXT-X-INDEPENDENT-SEGMENTS", "4.4.2.1", TagScope.SHARED, List.of()),
    /** Where to start playing. */
    START("EXT-X-START", "4.4.2.2", TagScope.SHARED, Start.ATTRIBUTES),
    /** The definition of a variable. */
    DEFINE("EXT-X-DEFINE", "4.4.2.3", TagScope.SHARED, VariableDefinition.ATTRIBUTES),
    /** The longest duration of a segment. */
    TARGETDURATION("EXT-X-TARGETDURATION", "4.4.3.1", TagScope.MEDIA_PLAYLIST, List.of()),
    /** The number of the first segment. */
    MEDIA_SEQUENCE("EXT-X-MEDIA-SEQUENCE", "4.4.3.2", TagScope.MEDIA_PLAYLIST, List.of()),
    /** The discontinuity number of the first segment. */
    DISCONTINUITY_SEQUENCE("EXT-X-DISCONTINUITY-SEQUENCE", "4.4.3.3", TagScope.MEDIA_PLAYLIST, List.of()),
    /** No more segments will be added. */
    ENDLIST("EXT-X-ENDLIST", "4.4.3.4", TagScope.MEDIA_PLAYLIST, List.of()),
    /** Whether and how the playlist may change. */
    PLAYLIST_TYPE("EXT-X-PLAYLIST-TYPE", "4.4.3.5", TagScope.MEDIA_PLAYLIST, List.of()),
    /** Each segment is one I-frame. */
    I_FRAMES_ONLY("EXT-X-I-FRAMES-ONLY", "4.4.3.6", TagScope.MEDIA_PLAYLIST, List.of()),
    /** What holds for all Partial Segments. */
    PART_INF("EXT-X-PART-INF", "4.4.3.7", TagScope.MEDIA_PLAYLIST, PartInformation.ATTRIBUTES),
    /** What the server can do. */
    SERVER_CONTROL("EXT-X-SERVER-CONTROL", "4.4.3.8", TagScope.MEDIA_PLAYLIST, ServerControl.ATTRIBUTES),
    /** The duration and title of a segment. */
    INF("EXTINF", "4.4.4.1", TagScope.MEDIA_SEGMENT, List.of()),
    /** Which bytes of its resource a segment is. */
    BYTERANGE("EXT-X-BYTERANGE", "4.4.4.2", TagScope.MEDIA_SEGMENT, List.of()),
    /** The segment does not continue the one before. */
    DISCONTINUITY("EXT-X-DISCONTINUITY", "4.4.4.3", TagScope.MEDIA_SEGMENT, List.of()),
    /** How to decrypt. */
    KEY("EXT-X-KEY", "4.4.4.4", TagScope.MEDIA_SEGMENT, Key.ATTRIBUTES),
    /** The Media Initialization Section. */
    MAP("EXT-X-MAP", "4.4.4.5", TagScope.MEDIA_SEGMENT, InitializationSection.ATTRIBUTES),
    /** The date and time of a segment's first sample. */
    PROGRAM_DATE_TIME("EXT-X-PROGRAM-DATE-TIME", "4.4.4.6", TagScope.MEDIA_SEGMENT, List.of()),
    /** The segment is not available. */
    GAP("EXT-X-GAP", "4.4.4.7", TagScope.MEDIA_SEGMENT, List.of()),
    /** The bit rate of the segments that follow. */
    BITRATE("EXT-X-BITRATE", "4.4.4.8", TagScope.MEDIA_SEGMENT, List.of()),
    /** A part of a segment. */
    PART("EXT-X-PART", "4.4.4.9", TagScope.MEDIA_SEGMENT, PartialSegment.ATTRIBUTES),
    /** A range of time with attributes. */
    DATERANGE("EXT-X-DATERANGE", "4.4.5.1", TagScope.MEDIA_METADATA, DateRange.ATTRIBUTES),
    /** What a Playlist Delta Update leaves out. */
    SKIP("EXT-X-SKIP", "4.4.5.2", TagScope.MEDIA_METADATA, Skip.ATTRIBUTES),
    /** A resource that will be needed soon. */
    PRELOAD_HINT("EXT-X-PRELOAD-HINT", "4.4.5.3", TagScope.MEDIA_METADATA, PreloadHint.ATTRIBUTES),
    /** How far another rendition is. */
    RENDITION_REPORT("EXT-X-RENDITION-REPORT", "4.4.5.4", TagScope.MEDIA_METADATA, RenditionReport.ATTRIBUTES),
    /** An alternative rendition. */
    MEDIA("EXT-X-MEDIA", "4.4.6.1", TagScope.MULTIVARIANT, Rendition.ATTRIBUTES),
    /** A Variant Stream. */
    STREAM_INF("EXT-X-STREAM-INF", "4.4.6.2", TagScope.MULTIVARIANT, Variant.ATTRIBUTES),
    /** A Media Playlist of I-frames. */
    I_FRAME_STREAM_INF("EXT-X-I-FRAME-STREAM-INF", "4.4.6.3", TagScope.MULTIVARIANT, IFrameVariant.ATTRIBUTES),
    /** Data of any kind. */
    SESSION_DATA("EXT-X-SESSION-DATA", "4.4.6.4", TagScope.MULTIVARIANT, SessionData.ATTRIBUTES),
    /** A key for loading early. */
    SESSION_KEY("EXT-X-SESSION-KEY", "4.4.6.5", TagScope.MULTIVARIANT, SessionKey.ATTRIBUTES),
    /** Where the Steering Manifest is. */
    CONTENT_STEERING("EXT-X-CONTENT-STEERING", "4.4.6.6", TagScope.MULTIVARIANT, ContentSteering.ATTRIBUTES);

    /** In a set of tags the bit of all those that the specification does not have. */
    static final long UNKNOWN = 1L << 63;

    private static final HlsTag[] VALUES = values();
    static final TagTable TABLE =
            new TagTable(Stream.of(VALUES).map(HlsTag::tagName).toList());

    private final String tagName;
    private final String section;
    private final TagScope scope;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Attribute<?>> attributes;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<Attribute<?>> required;

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final AttributeName[] requiredNames;

    HlsTag(String tagName, String section, TagScope scope, List<Attribute<?>> attributes) {
        this.tagName = tagName;
        this.section = section;
        this.scope = scope;
        this.attributes = attributes;
        this.required =
                List.copyOf(attributes.stream().filter(Attribute::isRequired).toList());
        this.requiredNames = required.stream()
                .map(attribute -> new AttributeName(attribute.name()))
                .toArray(AttributeName[]::new);
    }

    /** The tag at a position of {@link #TABLE}. */
    static HlsTag at(int position) {
        return VALUES[position];
    }

    /**
     * Looks a tag up.
     *
     * @param tagName a name without {@code #}, such as {@code EXT-X-KEY}
     * @return the tag, or empty if the specification has none of that name
     */
    public static Optional<HlsTag> of(String tagName) {
        return Stream.of(VALUES).filter(tag -> tag.tagName.equals(tagName)).findFirst();
    }

    /** {@return the name without {@code #}, such as {@code EXT-X-KEY}} */
    public String tagName() {
        return tagName;
    }

    /** {@return the section of RFC 8216bis that defines the tag} */
    public String section() {
        return section;
    }

    /** {@return where the tag may stand and what it applies to} */
    public TagScope scope() {
        return scope;
    }

    /** {@return the attributes that the tag defines, in the specification's order; an empty list if it has none} */
    public List<Attribute<?>> attributes() {
        return attributes;
    }

    /** What an attribute of it holds; {@link AttributeType#ANY} if the tag does not define it. */
    AttributeType typeOf(String attribute) {
        for (Attribute<?> definition : attributes) {
            if (definition.name().equals(attribute)) {
                return definition.type();
            }
        }
        return AttributeType.ANY;
    }

    /** Whether its value is an attribute list. */
    boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** Those of its attributes without which it means nothing. */
    List<Attribute<?>> required() {
        return required;
    }

    /** The names of {@link #required}; nobody may write to it. */
    AttributeName[] requiredNames() {
        return requiredNames;
    }

    /** This tag's bit in a set of tags. */
    @SuppressWarnings("EnumOrdinal") // sets of tags are never stored
    long bit() {
        return 1L << ordinal();
    }
}
