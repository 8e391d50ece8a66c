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
    /** From this version on, durations count rounded to the nearest second. */
    private static final int ROUNDING_VERSION = 6;

    private final SplicePlan plan;
    private final long[] own;
    private final long common;
    private final long greatest;
    private final boolean raised;

    TargetDurations(List<PreparedTrack> tracks, SplicePlan plan) {
        this.plan = plan;
        long ofMost = 1;
        long ofAll = 1;
        this.own = new long[tracks.size()];
        for (PreparedTrack track : tracks) {
            long longest = own(track);
            own[track.index()] = longest;
            ofMost = mayDiffer(track) ? ofMost : greater(ofMost, longest);
            ofAll = greater(ofAll, longest);
        }
        this.common = ofMost;
        this.greatest = ofAll;
        boolean anyRaised = false;
        for (PreparedTrack track : tracks) {
            anyRaised = anyRaised || of(track) != track.targetDuration();
        }
        this.raised = anyRaised;
    }

    /**
     * What EXT-X-SERVER-CONTROL must suit, which is the same on all tracks (RFC 8216bis, 6.2.4): the greatest of all if any
     * is not what it was; else 0.
     */
    long ofServerControl() {
        return raised ? greatest : 0;
    }

    long of(PreparedTrack track) {
        return mayDiffer(track) ? own[track.index()] : common;
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
        boolean rounds = Long.compareUnsigned(track.declaredVersion(), ROUNDING_VERSION) >= 0
                || track.neededVersion() >= ROUNDING_VERSION;
        long rounded = track.targetDuration();
        long exact = rounded;
        for (SplicePoint point : plan.points()) {
            for (PreparedAd prepared : point.ads()) {
                AdTrack ad = prepared.of(track.track()).orElse(null);
                if (ad != null) {
                    rounds = rounds || ad.neededVersion() >= ROUNDING_VERSION;
                    rounded = greater(rounded, ad.targetDuration());
                    exact = greater(exact, ad.targetDurationBeforeVersion6());
                }
            }
        }
        return rounds ? rounded : exact;
    }

    /** The greater of two, one of which may be a number beyond a {@code long}. */
    private static long greater(long left, long right) {
        return Long.compareUnsigned(left, right) > 0 ? left : right;
    }
}
