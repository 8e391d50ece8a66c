package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.RefusedAd;
import dev.hemstitch.core.model.MediaPlaylist;
import java.util.Optional;

/** What keeps an ad from being an asset: no rendition has to match, but how long it is must be known. */
final class Usable {
    /** A day in nanoseconds. */
    private static final long LONGEST_NANOS = 86_400_000_000_000L;

    private Usable() {}

    /** Why an ad is left out; empty if it can be used. */
    static Optional<RefusedAd> problem(Ad ad) {
        if (ad.presentation().isEmpty()) {
            return Optional.of(new RefusedAd(ad, "", ad.problem().orElse(SkipReason.AD_UNAVAILABLE), ad.message()));
        }
        for (Track track : ad.presentation().get().tracks()) {
            Optional<SkipReason> problem = problem(track.playlist());
            if (problem.isPresent()) {
                String message = "the ad's playlist " + track.name() + " cannot be used";
                return Optional.of(new RefusedAd(ad, "", problem.get(), message));
            }
        }
        return Optional.empty();
    }

    private static Optional<SkipReason> problem(MediaPlaylist playlist) {
        if (playlist.segments().isEmpty() || playlist.durationNanos() == 0) {
            return Optional.of(SkipReason.AD_EMPTY);
        }
        if (playlist.durationNanos() > LONGEST_NANOS) {
            return Optional.of(SkipReason.AD_TOO_LONG);
        }
        return playlist.endList() ? Optional.empty() : Optional.of(SkipReason.AD_IS_LIVE);
    }
}
