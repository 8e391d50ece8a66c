package dev.hemstitch.ads.interstitial;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the lines of interstitials into a Media Playlist: each before the segment that it starts in. */
final class InterstitialWriter {
    private final ContentClock clock;
    private final List<Interstitial> interstitials;
    private final List<DateRange> tags;

    /**
     * A writer for one track.
     *
     * @param tags for each interstitial its tag on this track
     */
    InterstitialWriter(ContentClock clock, List<Interstitial> interstitials, List<DateRange> tags) {
        this.clock = clock;
        this.interstitials = interstitials;
        this.tags = tags;
    }

    MediaPlaylist write(MediaPlaylist playlist) {
        List<MediaSegment> segments = playlist.segments();
        Map<Integer, Seam> seams = new TreeMap<>();
        for (int i = 0; i < interstitials.size(); i++) {
            int index = ContentClock.indexAt(segments, interstitials.get(i).startNanos());
            seams.put(
                    index, seams.getOrDefault(index, Seam.NONE).with(tags.get(i).line()));
        }
        if (!ContentClock.isDated(segments)) {
            addDates(playlist, seams);
        }
        MediaPlaylistBuilder builder = playlist.toEmptyBuilder();
        int from = 0;
        Seam seam = Seam.NONE;
        for (Map.Entry<Integer, Seam> entry : seams.entrySet()) {
            builder.addSegments(playlist, from, entry.getKey(), seam, DateShift.NONE);
            from = entry.getKey();
            seam = entry.getValue();
        }
        return builder.addSegments(playlist, from, segments.size(), seam, DateShift.NONE)
                .build();
    }

    private void addDates(MediaPlaylist playlist, Map<Integer, Seam> seams) {
        List<MediaSegment> segments = playlist.segments();
        boolean hasDiscontinuities = playlist.segmentsHave(HlsTag.DISCONTINUITY);
        int count = hasDiscontinuities ? segments.size() : 1;
        for (int i = 0; i < count; i++) {
            OffsetDateTime date = clock.of(segments.get(i));
            if ((i == 0 || segments.get(i).has(HlsTag.DISCONTINUITY)) && ContentClock.isWritable(date)) {
                seams.put(i, seams.getOrDefault(i, Seam.NONE).withProgramDateTime(IsoDateTime.of(date)));
            }
        }
    }
}
