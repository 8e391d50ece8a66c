package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.Set;

/** Tags that stand among the lines of a segment but are the playlist's: they do not go when the segment is skipped. */
final class PlaylistTags {
    private static final Set<HlsTag> ALL = Set.of(HlsTag.DATERANGE, HlsTag.PRELOAD_HINT, HlsTag.RENDITION_REPORT);

    private PlaylistTags() {}

    static boolean isOne(PlaylistLine line) {
        return line.tag().filter(ALL::contains).isPresent();
    }

    static boolean areIn(MediaPlaylist playlist) {
        return ALL.stream().anyMatch(playlist::segmentsHave);
    }

    static boolean areIn(MediaSegment segment) {
        return ALL.stream().anyMatch(segment::has);
    }

    /** Whether a line can be written in another place; one that holds what no line may hold cannot. */
    static boolean canBeWritten(String line) {
        return line.indexOf('\r') < 0 && line.indexOf('\0') < 0;
    }
}
