package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What plays where ads leave room in a break: as often as it fits, the last time up to a segment boundary. It is no ad: nothing
 * is called for it.
 *
 * <p>Safe for use by several threads; keep one for all breaks, so that what was found out of it is found out once.
 */
public final class Slate {
    /** The most times that a slate follows itself in one break. */
    public static final int MOST_TIMES = 1_000;

    private final String id;
    private final Presentation presentation;
    private final long durationNanos;
    private final Ad whole;

    /** Its beginnings by the number of segments of its first track: always the same object, which others remember. */
    private final ConcurrentMap<Integer, Ad> beginnings = new ConcurrentHashMap<>();

    private Slate(String id, Presentation presentation) {
        this.id = id;
        this.presentation = presentation;
        this.whole = Ad.of(id, presentation);
        this.durationNanos = whole.durationNanos();
    }

    /**
     * A slate.
     *
     * @param id what reports call it
     * @param presentation its playlists
     * @return the slate
     */
    public static Slate of(String id, Presentation presentation) {
        return new Slate(id, presentation);
    }

    /**
     * Fills a stretch of time, not beyond its end.
     *
     * @param nanos how long it is, in nanoseconds
     * @return what is to play, in order; less than asked for where no segment of the slate fits
     */
    public List<Ad> fill(long nanos) {
        List<Ad> pieces = new ArrayList<>();
        long left = nanos;
        while (durationNanos > 0 && left >= durationNanos && pieces.size() < MOST_TIMES) {
            pieces.add(whole);
            left -= durationNanos;
        }
        if (pieces.size() < MOST_TIMES) {
            beginning(left).ifPresent(pieces::add);
        }
        return pieces;
    }

    private Optional<Ad> beginning(long nanos) {
        MediaPlaylist reference = presentation.reference().playlist();
        int count = 0;
        while (count < reference.segments().size() && endNanos(reference, count) <= nanos) {
            count++;
        }
        return count == 0 ? Optional.empty() : Optional.of(beginnings.computeIfAbsent(count, this::cut));
    }

    private static long endNanos(MediaPlaylist playlist, int index) {
        MediaSegment segment = playlist.segments().get(index);
        return segment.startNanos() + segment.durationNanos();
    }

    private Ad cut(int count) {
        MediaPlaylist reference = presentation.reference().playlist();
        if (count == reference.segments().size()) {
            return whole;
        }
        long end = endNanos(reference, count - 1);
        List<Track> tracks =
                presentation.tracks().stream().map(track -> cut(track, end)).toList();
        return Ad.of(id, new Presentation(presentation.uri(), presentation.multivariant(), tracks));
    }

    /** The track up to the boundary that is nearest to a time, but with one segment at least. */
    private static Track cut(Track track, long nanos) {
        List<MediaSegment> segments = track.playlist().segments();
        int count = Math.min(1, segments.size());
        while (count < segments.size()
                && Math.abs(endNanos(track.playlist(), count) - nanos)
                        <= Math.abs(endNanos(track.playlist(), count - 1) - nanos)) {
            count++;
        }
        MediaPlaylist shorter = track.playlist().toBuilder()
                .segments(segments.subList(0, count))
                .build();
        return new Track(
                track.kind(), track.name(), track.uri(), shorter, track.variants(), track.rendition(), track.iFrames());
    }
}
