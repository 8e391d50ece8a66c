package dev.hemstitch.ads.matching;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import java.util.Optional;

/**
 * Which track of an ad serves a track of the content.
 *
 * @param track the ad's track; empty if none does
 * @param reason why none does; empty if one does
 * @param explanation in words, what decided
 */
public record MatchResult(Optional<Track> track, Optional<SkipReason> reason, String explanation) {
    static MatchResult found(Track track, String explanation) {
        return new MatchResult(Optional.of(track), Optional.empty(), explanation);
    }

    static MatchResult none(SkipReason reason, String explanation) {
        return new MatchResult(Optional.empty(), Optional.of(reason), explanation);
    }
}
