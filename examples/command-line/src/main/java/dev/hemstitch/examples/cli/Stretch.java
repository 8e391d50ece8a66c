package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments of one kind in a row.
 *
 * @param kind what they are
 * @param folder the folder of their URIs
 * @param discontinuity whether EXT-X-DISCONTINUITY stands before the first one
 * @param startNanos where they start
 * @param endNanos where they end
 * @param segments how many they are
 */
record Stretch(Kind kind, String folder, boolean discontinuity, long startNanos, long endNanos, int segments) {
    /** What segments are, as far as a playlist tells. */
    enum Kind {
        CONTENT,
        AD,
        GAP
    }

    /**
     * The stretches of a playlist. Ads are what stands between cues, what starts with a date range of an ad, and, since
     * stitched ads need not be marked, what follows a discontinuity and comes from another folder than most of the time.
     */
    static List<Stretch> of(MediaPlaylist playlist) {
        String home = home(playlist);
        List<Stretch> stretches = new ArrayList<>();
        boolean cued = false;
        boolean ranged = false;
        for (MediaSegment segment : playlist.segments()) {
            for (PlaylistLine line : segment.otherTags()) {
                cued = line.text().startsWith("#EXT-X-CUE-IN") ? false : cued || isCueOut(line);
            }
            ranged = segment.dateRanges().stream().anyMatch(Stretch::isAd) || (ranged && !segment.isDiscontinuity());
            String folder = folder(segment.uri());
            Kind kind = cued || ranged || !folder.equals(home) ? Kind.AD : Kind.CONTENT;
            add(stretches, segment.isGap() ? Kind.GAP : kind, folder, segment);
        }
        return stretches;
    }

    private static boolean isCueOut(PlaylistLine line) {
        return line.text().startsWith("#EXT-X-CUE-OUT");
    }

    private static boolean isAd(DateRange range) {
        return range.className().filter("dev.hemstitch.ad"::equals).isPresent();
    }

    private static void add(List<Stretch> stretches, Kind kind, String folder, MediaSegment segment) {
        int last = stretches.size() - 1;
        long end = segment.startNanos() + segment.durationNanos();
        if (last >= 0
                && !segment.isDiscontinuity()
                && stretches.get(last).kind == kind
                && stretches.get(last).folder.equals(folder)) {
            Stretch before = stretches.get(last);
            stretches.set(
                    last, new Stretch(kind, folder, before.discontinuity, before.startNanos, end, before.segments + 1));
        } else {
            stretches.add(new Stretch(kind, folder, segment.isDiscontinuity(), segment.startNanos(), end, 1));
        }
    }

    /** The folder that most of the time comes from; of folders with the same time the first one. */
    private static String home(MediaPlaylist playlist) {
        Map<String, Long> times = new HashMap<>();
        String home = "";
        for (MediaSegment segment : playlist.segments()) {
            String folder = folder(segment.uri());
            times.merge(folder, segment.durationNanos(), Long::sum);
        }
        long most = -1;
        for (MediaSegment segment : playlist.segments()) {
            String folder = folder(segment.uri());
            long time = times.getOrDefault(folder, 0L);
            if (time > most) {
                most = time;
                home = folder;
            }
        }
        return home;
    }

    private static String folder(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
