package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Seam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind the last segment: parts of the one that is not complete, date ranges, reports. */
final class LiveTrailer {
    private final String rendition;
    private final Snapshot snapshot;
    private final LiveDates dates;
    private final LiveReports reports;
    private final boolean breakFollows;
    private final @Nullable LiveBreak endsAtEdge;

    /**
     * @param breakFollows whether the segment that is not yet complete is replaced
     * @param endsAtEdge the break that ends where that one begins, if content goes on there
     */
    LiveTrailer(
            String rendition,
            Snapshot snapshot,
            LiveDates dates,
            LiveReports reports,
            boolean breakFollows,
            @Nullable LiveBreak endsAtEdge) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.dates = dates;
        this.reports = reports;
        this.breakFollows = breakFollows;
        this.endsAtEdge = endsAtEdge;
    }

    /**
     * Writes it.
     *
     * @param content the origin's playlist with URIs for the output
     * @param endsWithAds whether the last segment that is listed is one of an ad
     */
    void write(MediaPlaylist content, boolean endsWithAds, ReplacedDateRanges replaced, MediaPlaylistBuilder output) {
        boolean isReplaced =
                breakFollows || (endsWithAds && (endsAtEdge == null || snapshot.shown() == snapshot.count()));
        if (isReplaced) {
            output.editTrailer(line -> belongsToNextSegment(line) ? "" : line.text());
        } else if (endsAtEdge != null) {
            openSegment(endsAtEdge, output);
        }
        carryDateRanges(replaced, output);
        if (snapshot.shared().hasReports()) {
            output.renditionReports(reports.inOutputNumbers(content.renditionReports()));
        }
    }

    /** The first segment behind a break, as long as it is not complete. */
    private void openSegment(LiveBreak each, MediaPlaylistBuilder output) {
        LiveBreak.Cut cut = each.cut(rendition);
        boolean isDated = cut != null && dates.areKnown();
        // What the seam has already.
        output.editTrailer(line ->
                line.is(HlsTag.DISCONTINUITY) || (isDated && line.is(HlsTag.PROGRAM_DATE_TIME)) ? "" : line.text());
        Seam seam = cut != null && isDated
                ? dates.dateOf(Seam.DISCONTINUITY, each.startMicros() + cut.resumeMicros())
                : Seam.DISCONTINUITY;
        output.openSegmentSeam(seam);
    }

    /** Date ranges among what is replaced, before those that stand behind it: a range starts before its end is told. */
    private void carryDateRanges(ReplacedDateRanges replaced, MediaPlaylistBuilder output) {
        List<String> lines = new ArrayList<>(replaced.upTo(snapshot.count()));
        if (lines.isEmpty()) {
            return;
        }
        output.editTrailer(line -> {
            if (!line.is(HlsTag.DATERANGE)) {
                return line.text();
            }
            lines.add(line.text());
            return "";
        });
        lines.forEach(output::addTrailingLine);
    }

    /** Whether a line behind the last segment is of the segment that follows, which is replaced. */
    private static boolean belongsToNextSegment(PlaylistLine line) {
        return line.tag()
                .map(tag -> switch (tag) {
                    case INF, BYTERANGE, DISCONTINUITY, KEY, MAP, PROGRAM_DATE_TIME, GAP, BITRATE, PART, PRELOAD_HINT ->
                        true;
                    default -> false;
                })
                .orElse(false);
    }
}
