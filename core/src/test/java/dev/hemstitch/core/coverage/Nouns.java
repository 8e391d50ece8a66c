package dev.hemstitch.core.coverage;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import java.util.List;
import java.util.Optional;

/** The noun of a tag, by the accessor that an embedder would use. */
final class Nouns {
    private Nouns() {}

    static Optional<? extends AttributeTag> of(HlsTag tag, Playlist playlist) {
        return switch (tag) {
            case START -> playlist.start();
            case DEFINE -> first(playlist.variableDefinitions());
            default ->
                playlist instanceof MediaPlaylist media
                        ? ofMedia(tag, media)
                        : ofMultivariant(tag, (MultivariantPlaylist) playlist);
        };
    }

    private static Optional<? extends AttributeTag> ofMedia(HlsTag tag, MediaPlaylist playlist) {
        MediaSegment segment = playlist.segments().get(0);
        return switch (tag) {
            case PART_INF -> playlist.partInformation();
            case SERVER_CONTROL -> playlist.serverControl();
            case SKIP -> playlist.skip();
            case PRELOAD_HINT -> first(playlist.preloadHints());
            case RENDITION_REPORT -> first(playlist.renditionReports());
            case KEY -> first(segment.keys());
            case MAP -> segment.map();
            case PART -> first(segment.parts());
            case DATERANGE -> first(segment.dateRanges());
            default -> Optional.empty();
        };
    }

    private static Optional<? extends AttributeTag> ofMultivariant(HlsTag tag, MultivariantPlaylist playlist) {
        return switch (tag) {
            case MEDIA -> first(playlist.renditions());
            case STREAM_INF -> first(playlist.variants());
            case I_FRAME_STREAM_INF -> first(playlist.iFrameVariants());
            case SESSION_DATA -> first(playlist.sessionData());
            case SESSION_KEY -> first(playlist.sessionKeys());
            case CONTENT_STEERING -> playlist.contentSteering();
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> first(List<T> values) {
        return values.stream().findFirst();
    }
}
