package dev.hemstitch.core.validation;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.VariableDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * The lowest EXT-X-VERSION that allows all that a playlist holds (RFC 8216bis, 8), and what asks for it.
 *
 * @param version the version, at least 1
 * @param reason what asks for it, in words; empty text for version 1
 */
public record CompatibilityVersion(int version, String reason) {
    private static final CompatibilityVersion LOWEST = new CompatibilityVersion(1, "");

    /**
     * Finds the lowest version.
     *
     * @param playlist the playlist
     * @return the version and the reason
     */
    public static CompatibilityVersion of(Playlist playlist) {
        CompatibilityVersion lowest = ofVariables(playlist);
        return playlist instanceof MediaPlaylist media
                ? max(lowest, ofMedia(media))
                : max(lowest, ofMultivariant((MultivariantPlaylist) playlist));
    }

    private static CompatibilityVersion max(CompatibilityVersion left, CompatibilityVersion right) {
        return right.version > left.version ? right : left;
    }

    private static CompatibilityVersion because(boolean condition, int version, String reason) {
        return condition ? new CompatibilityVersion(version, reason) : LOWEST;
    }

    private static CompatibilityVersion ofVariables(Playlist playlist) {
        List<VariableDefinition> definitions = playlist.variableDefinitions();
        boolean query = definitions.stream()
                .anyMatch(definition -> definition.queryParameter().isPresent());
        return max(
                because(!definitions.isEmpty(), 8, "EXT-X-DEFINE"), because(query, 11, "EXT-X-DEFINE with QUERYPARAM"));
    }

    private static CompatibilityVersion ofMedia(MediaPlaylist playlist) {
        CompatibilityVersion lowest = max(because(playlist.iFramesOnly(), 4, "EXT-X-I-FRAMES-ONLY"), ofSkip(playlist));
        if (playlist.segmentsHave(HlsTag.KEY)) {
            List<Key> keys = List.of();
            for (MediaSegment segment : playlist.segments()) {
                if (segment.keys() != keys) {
                    keys = segment.keys();
                    lowest = max(lowest, ofKeys(keys));
                }
            }
        }
        boolean decimals = playlist.segments().stream().anyMatch(MediaSegment::hasDecimalDuration);
        lowest = max(lowest, because(decimals, 3, "EXTINF with decimals"));
        lowest = max(lowest, because(playlist.segmentsHave(HlsTag.BYTERANGE), 4, "EXT-X-BYTERANGE"));
        int ofMap = playlist.iFramesOnly() ? 5 : 6;
        return max(lowest, because(playlist.segmentsHave(HlsTag.MAP), ofMap, "EXT-X-MAP"));
    }

    private static CompatibilityVersion ofKeys(List<Key> keys) {
        CompatibilityVersion lowest = LOWEST;
        for (Key key : keys) {
            lowest = max(lowest, because(key.iv().isPresent(), 2, "EXT-X-KEY with IV"));
            boolean format = key.keyformat().isPresent()
                    || key.get(Key.KEYFORMATVERSIONS).isPresent();
            lowest = max(lowest, because(format, 5, "EXT-X-KEY with KEYFORMAT or KEYFORMATVERSIONS"));
            lowest = max(
                    lowest, because(key.method().equals(KeyMethod.SAMPLE_AES), 5, "EXT-X-KEY with METHOD=SAMPLE-AES"));
        }
        return lowest;
    }

    private static CompatibilityVersion ofSkip(MediaPlaylist playlist) {
        boolean dateRanges = playlist.skip()
                .flatMap(skip -> skip.get(Skip.RECENTLY_REMOVED_DATERANGES))
                .isPresent();
        return max(
                because(playlist.skip().isPresent(), 9, "EXT-X-SKIP"),
                because(dateRanges, 10, "EXT-X-SKIP with RECENTLY-REMOVED-DATERANGES"));
    }

    private static CompatibilityVersion ofMultivariant(MultivariantPlaylist playlist) {
        CompatibilityVersion lowest = LOWEST;
        for (Rendition rendition : playlist.renditions()) {
            String id = rendition.instreamId().orElse("");
            boolean captions = rendition.type().value().equals("CLOSED-CAPTIONS");
            lowest = max(lowest, because(captions && id.startsWith("SERVICE"), 7, "INSTREAM-ID with SERVICE"));
            lowest = max(lowest, because(!captions && !id.isEmpty(), 13, "INSTREAM-ID on other than captions"));
        }
        List<AttributeTag> tags = new ArrayList<>(playlist.variants());
        tags.addAll(playlist.iFrameVariants());
        tags.addAll(playlist.renditions());
        boolean required = tags.stream()
                .flatMap(tag -> tag.attributes().asMap().keySet().stream())
                .anyMatch(name -> name.startsWith("REQ-"));
        return max(lowest, because(required, 12, "an attribute named REQ-"));
    }
}
