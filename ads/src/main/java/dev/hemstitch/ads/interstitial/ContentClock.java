package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The dates of the content, told once for all tracks: by the first one that has any, else from an epoch on. */
final class ContentClock {
    private final Optional<List<MediaSegment>> dated;
    private final OffsetDateTime epoch;

    ContentClock(List<Track> tracks, OffsetDateTime epoch) {
        this.dated = tracks.stream()
                .map(track -> track.playlist().segments())
                .filter(ContentClock::isDated)
                .findFirst();
        this.epoch = epoch;
    }

    /** Whether segments have dates: from one that is written, those of all others follow. */
    static boolean isDated(List<MediaSegment> segments) {
        return !segments.isEmpty() && segments.get(0).programDateTime().isPresent();
    }

    /** Whether a date has a year of four digits, as ISO 8601 asks for. */
    static boolean isWritable(OffsetDateTime date) {
        return date.getYear() >= 0 && date.getYear() <= 9999;
    }

    /** The date at a time of the content: of the segment that starts or plays then, behind the end of the last one. */
    OffsetDateTime at(long nanos) {
        if (dated.isEmpty()) {
            return epoch.plusNanos(nanos);
        }
        MediaSegment playing = dated.get().get(indexAt(dated.get(), nanos));
        return playing.programDateTime().orElseThrow().plusNanos(nanos - playing.startNanos());
    }

    /**
     * The date to write for a segment of a track without dates. Behind a discontinuity it is that of the same discontinuity
     * where dates are told: they may jump there, and tracks do not reach it at quite the same time.
     */
    OffsetDateTime of(MediaSegment segment) {
        if (dated.isEmpty() || !segment.has(HlsTag.DISCONTINUITY)) {
            return at(segment.startNanos());
        }
        return dated.get().stream()
                .filter(other -> other.has(HlsTag.DISCONTINUITY)
                        && other.discontinuitySequence() == segment.discontinuitySequence())
                .findFirst()
                .flatMap(MediaSegment::programDateTime)
                .orElseGet(() -> at(segment.startNanos()));
    }

    /** The segment that plays at a time; the last one behind the end. */
    static int indexAt(List<MediaSegment> segments, long nanos) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).startNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
