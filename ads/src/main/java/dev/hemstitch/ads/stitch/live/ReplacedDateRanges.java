package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.ArrayList;
import java.util.List;

/** The EXT-X-DATERANGE lines of segments that are not listed, each handed out once: their dates may reach beyond. */
final class ReplacedDateRanges {
    private final MediaPlaylist content;
    private final boolean hasNone;

    /** The index behind the last segment that was listed or handed out. */
    private int next;

    /**
     * @param content the snapshot as it reads at the output's place
     */
    ReplacedDateRanges(MediaPlaylist content) {
        this.content = content;
        this.hasNone = !content.segmentsHave(HlsTag.DATERANGE);
    }

    /** Those of segments before one. */
    List<String> upTo(int index) {
        if (hasNone || next >= index) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (int i = next; i < index; i++) {
            MediaSegment segment = content.segments().get(i);
            if (segment.has(HlsTag.DATERANGE)) {
                segment.lines().stream()
                        .filter(line -> line.is(HlsTag.DATERANGE))
                        .map(PlaylistLine::text)
                        .forEach(lines::add);
            }
        }
        next = index;
        return lines;
    }

    /** Says that segments before one are listed themselves. */
    void listed(int index) {
        next = Math.max(next, index);
    }
}
