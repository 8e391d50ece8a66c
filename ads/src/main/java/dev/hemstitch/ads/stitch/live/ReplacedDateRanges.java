package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.ArrayList;
import java.util.List;

/** The EXT-X-DATERANGE lines of segments that ads replace, handed out once in the order of the segments. */
final class ReplacedDateRanges {
    private final String rendition;
    private final Snapshot snapshot;
    private final MediaPlaylist content;
    private final List<LiveBreak> breaks;
    private final boolean hasNone;
    private int next;

    /**
     * @param content the snapshot as it reads at the output's place
     */
    ReplacedDateRanges(String rendition, Snapshot snapshot, MediaPlaylist content, List<LiveBreak> breaks) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.content = content;
        this.breaks = breaks;
        this.hasNone = !snapshot.playlist().segmentsHave(HlsTag.DATERANGE);
    }

    /** Those before a segment that were not handed out yet. */
    List<String> upTo(int index) {
        if (hasNone || next >= index) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (LiveBreak each : breaks) {
            Cut cut = each.cut(rendition);
            if (cut != null && each.hasAds() && !cut.playsContent()) {
                int from = Math.max(next, snapshot.indexOf(cut.start()));
                int to = cut.isOpen() ? index : Math.min(index, snapshot.indexOf(cut.start() + cut.removed()));
                for (int i = from; i < to; i++) {
                    add(i, lines);
                }
            }
        }
        next = index;
        return lines;
    }

    private void add(int index, List<String> lines) {
        if (snapshot.segment(index).has(HlsTag.DATERANGE)) {
            content.segments().get(index).lines().stream()
                    .filter(line -> line.is(HlsTag.DATERANGE))
                    .map(PlaylistLine::text)
                    .forEach(lines::add);
        }
    }
}
