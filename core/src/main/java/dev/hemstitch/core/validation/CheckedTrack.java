package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Rendition;
import java.util.List;
import java.util.Optional;

/**
 * A playlist that a Multivariant Playlist names.
 *
 * @param uri the URI that names it, variables replaced
 * @param namedBy the tags that name it, in order: EXT-X-STREAM-INF, EXT-X-I-FRAME-STREAM-INF and EXT-X-MEDIA
 * @param location the URI that it was loaded from; empty if unknown
 * @param playlist the playlist
 * @param findings takes what is found about it
 */
record CheckedTrack(
        String uri, List<PlacedLine> namedBy, Optional<String> location, CheckedPlaylist playlist, Findings findings) {

    /** {@return the Media Playlist; only for tracks of {@link CheckedPresentation#mediaTracks}} */
    MediaPlaylist media() {
        return playlist.media().orElseThrow();
    }

    /** {@return whether an EXT-X-I-FRAME-STREAM-INF names it} */
    boolean isIFrames() {
        return namedBy.stream().anyMatch(line -> line.is(HlsTag.I_FRAME_STREAM_INF));
    }

    /** {@return whether it is named as subtitles only} */
    boolean isSubtitles() {
        return namedBy.stream()
                .allMatch(line -> line.text(Rendition.TYPE.name())
                        .filter("SUBTITLES"::equals)
                        .isPresent());
    }
}
