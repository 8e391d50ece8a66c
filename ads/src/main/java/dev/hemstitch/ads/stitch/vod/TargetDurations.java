package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import java.util.List;

/**
 * The target duration of the output: the greatest of content and ads, the same on all tracks; only subtitle and I-frame
 * playlists of type VOD have their own (RFC 8216bis, 4.4.3.1 and 6.2.4).
 */
final class TargetDurations {
    private final SplicePlan plan;
    private final long common;

    TargetDurations(List<PreparedTrack> tracks, SplicePlan plan) {
        this.plan = plan;
        long greatest = 1;
        for (PreparedTrack track : tracks) {
            if (!mayDiffer(track)) {
                greatest = greater(greatest, own(track));
            }
        }
        this.common = greatest;
    }

    long of(PreparedTrack track) {
        return mayDiffer(track) ? own(track) : common;
    }

    private static boolean mayDiffer(PreparedTrack track) {
        TrackKind kind = track.track().kind();
        return (kind == TrackKind.SUBTITLES || kind == TrackKind.I_FRAMES)
                && track.playlist()
                        .playlistType()
                        .map(type -> type.value().equals("VOD"))
                        .orElse(false);
    }

    private long own(PreparedTrack track) {
        long greatest = track.targetDuration();
        for (SplicePoint point : plan.points()) {
            for (PreparedAd ad : point.ads()) {
                AdTrack own = ad.of(track.track()).orElse(null);
                greatest = own == null ? greatest : greater(greatest, own.targetDuration());
            }
        }
        return greatest;
    }

    /** The greater of two, one of which may be a number beyond a {@code long}. */
    private static long greater(long left, long right) {
        return Long.compareUnsigned(left, right) > 0 ? left : right;
    }
}
