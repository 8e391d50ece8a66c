package dev.hemstitch.core.validation;

import static java.util.Map.entry;

import dev.hemstitch.core.model.HdcpLevel;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.model.SessionData;
import dev.hemstitch.core.model.SessionDataFormat;
import dev.hemstitch.core.model.SessionKey;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that the specification defines for enumerated strings (4.4). Left out are those whose unknown words have a
 * meaning of their own, VIDEO-RANGE and the TYPE of EXT-X-PRELOAD-HINT, and END-ON-NEXT, which has a rule of its own.
 */
final class EnumeratedWords {
    private static final Set<String> YES = Set.of("YES");
    private static final Set<String> YES_NO = Set.of("YES", "NO");
    private static final Set<String> METHODS = Set.of(
            KeyMethod.NONE.value(),
            KeyMethod.AES_128.value(),
            KeyMethod.SAMPLE_AES.value(),
            KeyMethod.SAMPLE_AES_CTR.value(),
            KeyMethod.AES_256_GCM.value());
    private static final Set<String> TYPES = Set.of(
            RenditionType.AUDIO.value(),
            RenditionType.VIDEO.value(),
            RenditionType.SUBTITLES.value(),
            RenditionType.CLOSED_CAPTIONS.value());
    private static final Set<String> HDCP_LEVELS =
            Set.of(HdcpLevel.NONE.value(), HdcpLevel.TYPE_0.value(), HdcpLevel.TYPE_1.value());
    private static final Set<String> FORMATS = Set.of(SessionDataFormat.JSON.value(), SessionDataFormat.RAW.value());

    private static final Map<HlsTag, Map<String, Set<String>>> DEFINED = Map.ofEntries(
            entry(HlsTag.START, Map.of(Start.PRECISE.name(), YES_NO)),
            entry(
                    HlsTag.SERVER_CONTROL,
                    Map.of(
                            ServerControl.CAN_SKIP_DATERANGES.name(), YES,
                            ServerControl.CAN_BLOCK_RELOAD.name(), YES)),
            entry(HlsTag.KEY, Map.of(Key.METHOD.name(), METHODS)),
            entry(HlsTag.SESSION_KEY, Map.of(SessionKey.METHOD.name(), METHODS)),
            entry(HlsTag.PART, Map.of(PartialSegment.INDEPENDENT.name(), YES, PartialSegment.GAP.name(), YES)),
            entry(
                    HlsTag.MEDIA,
                    Map.of(
                            Rendition.TYPE.name(), TYPES,
                            Rendition.DEFAULT.name(), YES_NO,
                            Rendition.AUTOSELECT.name(), YES_NO,
                            Rendition.FORCED.name(), YES_NO)),
            entry(
                    HlsTag.STREAM_INF,
                    Map.of(Variant.HDCP_LEVEL.name(), HDCP_LEVELS, Variant.CLOSED_CAPTIONS.name(), Set.of("NONE"))),
            entry(HlsTag.I_FRAME_STREAM_INF, Map.of(IFrameVariant.HDCP_LEVEL.name(), HDCP_LEVELS)),
            entry(HlsTag.SESSION_DATA, Map.of(SessionData.FORMAT.name(), FORMATS)));

    private EnumeratedWords() {}

    /** The words of an attribute; empty if any word will do here. */
    static Optional<Set<String>> of(HlsTag tag, Attribute<?> attribute) {
        return Optional.ofNullable(DEFINED.getOrDefault(tag, Map.of()).get(attribute.name()));
    }
}
