package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.internal.dates.DateOverlap;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.Optional;

/**
 * The dates of content that is replaced and keeps them: where it goes on before its ads end, dates run back, by less than a
 * second at most and not to before the last segment of the ads (RFC 8216bis, 6.2.1), since else a date would be two places.
 * Immutable.
 */
final class KeptDates {
    /** Of the first track that has dates; of the reference track if dates are to be invented. */
    private final List<MediaSegment> segments;

    private final Boundaries boundaries;
    private final boolean areWritten;

    private KeptDates(MediaPlaylist playlist, boolean areWritten) {
        this.segments = playlist.segments();
        this.boundaries = new Boundaries(playlist);
        this.areWritten = areWritten;
    }

    /** The dates of a presentation; empty if the output has none, or if they move. */
    static Optional<KeptDates> of(Presentation content, StitchOptions options) {
        if (options.mode() == SpliceMode.INSERT || options.datePolicy() != DatePolicy.KEEP) {
            return Optional.empty();
        }
        for (Track track : content.tracks()) {
            List<MediaSegment> segments = track.playlist().segments();
            if (!segments.isEmpty() && segments.get(0).programDateTimeMicros().isPresent()) {
                return Optional.of(new KeptDates(track.playlist(), true));
            }
        }
        return options.markers() == MarkerStyle.DATERANGE
                ? Optional.of(new KeptDates(content.reference().playlist(), false))
                : Optional.empty();
    }

    /**
     * Whether content may go on.
     *
     * @param cutNanos where it is cut, on its timeline
     * @param adsEndNanos where the ads end, on the same
     * @param lastNanos how long their last segment is
     * @param resumeNanos where it would go on, before its end
     */
    boolean allow(long cutNanos, long adsEndNanos, long lastNanos, long resumeNanos) {
        long ends = micros(cutNanos, cutNanos - 1) + (adsEndNanos - cutNanos) / 1_000;
        long back = ends - micros(resumeNanos, resumeNanos);
        return back < DateOverlap.LIMIT_NANOS / 1_000 && back <= lastNanos / 1_000;
    }

    /**
     * How far dates of a track may run back in all: before the ads, at each of their segments, and behind them.
     *
     * @param before the segment of content before the ads, if there is one
     */
    static long room(Track track, Optional<MediaSegment> before, List<PreparedAd> ads) {
        long room = DateOverlap.most(before.map(DateOverlap::limit).orElse(DateOverlap.LIMIT_NANOS));
        for (PreparedAd ad : ads) {
            for (AdTrack of : ad.of(track).stream().toList()) {
                room += of.playlist().segments().stream()
                        .mapToLong(segment -> DateOverlap.most(DateOverlap.limit(segment)))
                        .sum();
            }
        }
        return room;
    }

    /** The date at a time, reckoned from that of the segment that plays at another one. */
    private long micros(long nanos, long byNanos) {
        if (!areWritten) {
            return nanos / 1_000;
        }
        MediaSegment segment = segments.get(Math.min(boundaries.floor(byNanos), segments.size() - 1));
        return segment.programDateTimeMicros().orElse(0) + Math.floorDiv(nanos - segment.startNanos(), 1_000L);
    }
}
