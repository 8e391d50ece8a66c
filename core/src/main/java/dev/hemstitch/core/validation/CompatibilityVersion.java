package dev.hemstitch.core.validation;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;

/**
 * The lowest EXT-X-VERSION that allows all that a playlist holds (RFC 8216bis, 8), and what asks for it.
 *
 * <p>A variable counts where something refers to it, not where it is only defined. Attributes named {@code REQ-} are looked
 * for in Multivariant Playlists, which alone have some. The keys of EXT-X-SESSION-KEY do not count: section 8 speaks of
 * Media Playlists.
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
        if (definitions.isEmpty()) {
            return LOWEST;
        }
        boolean query = definitions.stream()
                .anyMatch(definition -> definition.queryParameter().isPresent());
        return max(
                because(playlist.lines().stream().anyMatch(CompatibilityVersion::refers), 8, "a variable"),
                because(query, 11, "EXT-X-DEFINE with QUERYPARAM"));
    }

    /** A definition that nothing refers to substitutes nothing. */
    private static boolean refers(PlaylistLine line) {
        boolean canRefer = line.kind() == PlaylistLine.Kind.URI
                || line.tag()
                        .filter(tag -> tag != HlsTag.DEFINE && !tag.attributes().isEmpty())
                        .isPresent();
        return canRefer && line.value().contains("{$");
    }

    private static CompatibilityVersion ofMedia(MediaPlaylist playlist) {
        CompatibilityVersion lowest = max(because(playlist.iFramesOnly(), 4, "EXT-X-I-FRAMES-ONLY"), ofSkip(playlist));
        if (playlist.segmentsHave(HlsTag.KEY)) {
            List<Key> keys = List.of();
            for (MediaSegment segment : playlist.segments()) {
                if (segment.keys() != keys) {
                    keys = segment.keys();
                    for (Key key : keys) {
                        lowest = max(lowest, ofKey(key.attributes()));
                    }
                }
            }
        }
        boolean decimals = playlist.segments().stream().anyMatch(MediaSegment::hasDecimalDuration);
        lowest = max(lowest, because(decimals, 3, "EXTINF with decimals"));
        lowest = max(lowest, because(playlist.segmentsHave(HlsTag.BYTERANGE), 4, "EXT-X-BYTERANGE"));
        lowest = max(lowest, ofMap(playlist, playlist.segmentsHave(HlsTag.MAP)));
        for (PlaylistLine line : playlist.trailer()) {
            lowest = max(lowest, ofMap(playlist, line.is(HlsTag.MAP)));
            lowest = max(lowest, line.is(HlsTag.KEY) ? ofKey(line.attributes()) : LOWEST);
        }
        return lowest;
    }

    private static CompatibilityVersion ofMap(MediaPlaylist playlist, boolean hasMap) {
        return because(hasMap, playlist.iFramesOnly() ? 5 : 6, "EXT-X-MAP");
    }

    private static CompatibilityVersion ofKey(AttributeList key) {
        boolean format = key.get(Key.KEYFORMAT).isPresent()
                || key.get(Key.KEYFORMATVERSIONS).isPresent();
        boolean samples =
                key.get(Key.METHOD).filter(KeyMethod.SAMPLE_AES::equals).isPresent();
        return max(
                because(key.get(Key.IV).isPresent(), 2, "EXT-X-KEY with IV"),
                max(
                        because(format, 5, "EXT-X-KEY with KEYFORMAT or KEYFORMATVERSIONS"),
                        because(samples, 5, "EXT-X-KEY with METHOD=SAMPLE-AES")));
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
        boolean required = playlist.lines().stream()
                .filter(line ->
                        line.tag().filter(tag -> !tag.attributes().isEmpty()).isPresent())
                .flatMap(line -> line.attributes().asMap().keySet().stream())
                .anyMatch(name -> name.startsWith("REQ-"));
        return max(lowest, because(required, 12, "an attribute named REQ-"));
    }
}
