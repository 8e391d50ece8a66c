package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;

/**
 * The target duration of the output: the greatest of content and ads, the same on all tracks; only subtitle and I-frame
 * playlists of type VOD have their own (RFC 8216bis, 4.4.3.1 and 6.2.4).
 */
final class TargetDurations {
    private final long common;

    TargetDurations(Presentation content, List<AdTrack> ads) {
        long greatest = 1;
        for (Track track : content.tracks()) {
            if (!mayDiffer(track)) {
                greatest = greater(greatest, own(track, ads));
            }
        }
        this.common = greatest;
    }

    long of(Track track, List<AdTrack> ads) {
        return mayDiffer(track) ? own(track, ads) : common;
    }

    private static boolean mayDiffer(Track track) {
        boolean isVod = track.playlist()
                .playlistType()
                .map(type -> type.value().equals("VOD"))
                .orElse(false);
        return isVod && (track.kind() == TrackKind.SUBTITLES || track.kind() == TrackKind.I_FRAMES);
    }

    private static long own(Track track, List<AdTrack> ads) {
        long greatest = track.playlist().targetDuration().orElseGet(() -> longest(track.playlist()));
        for (AdTrack ad : ads) {
            if (ad.isFor(track)) {
                greatest = greater(greatest, longest(ad.playlist()));
            }
        }
        return greatest;
    }

    /** The greater of two, one of which may be a number beyond a {@code long}. */
    private static long greater(long left, long right) {
        return Long.compareUnsigned(left, right) > 0 ? left : right;
    }

    /** The longest segment in seconds, rounded to the nearest one: 6.49 is 6, 6.5 is 7. */
    private static long longest(MediaPlaylist playlist) {
        long nanos = playlist.segments().stream()
                .mapToLong(MediaSegment::durationNanos)
                .max()
                .orElse(0);
        return Math.max(1, (nanos + 500_000_000L) / 1_000_000_000L);
    }
}
