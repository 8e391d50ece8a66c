package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Variables;
import java.util.List;
import java.util.Optional;

/** What keeps a Media Playlist from being spliced into another one. */
final class AdChecks {
    private AdChecks() {}

    /** A day in nanoseconds. */
    private static final long LONGEST_NANOS = 86_400_000_000_000L;

    static Optional<SkipReason> problem(MediaPlaylist playlist) {
        List<MediaSegment> segments = playlist.segments();
        if (segments.isEmpty() || playlist.durationNanos() == 0) {
            return Optional.of(SkipReason.AD_EMPTY);
        }
        if (playlist.durationNanos() > LONGEST_NANOS) {
            return Optional.of(SkipReason.AD_TOO_LONG);
        }
        if (!playlist.endList()) {
            return Optional.of(SkipReason.AD_IS_LIVE);
        }
        if (segments.stream().anyMatch(MediaSegment::isGap)) {
            return Optional.of(SkipReason.AD_HAS_GAPS);
        }
        return playlist.variableDefinitions().isEmpty() && segments.stream().noneMatch(AdChecks::refersToVariables)
                ? Optional.empty()
                : Optional.of(SkipReason.AD_UNDEFINED_VARIABLE);
    }

    /** What is defined has been replaced when the playlist was loaded. */
    private static boolean refersToVariables(MediaSegment segment) {
        return isReference(segment.uri())
                || segment.map().filter(map -> isReference(map.uri())).isPresent()
                || segment.keys().stream().anyMatch(AdChecks::refersToVariables);
    }

    private static boolean refersToVariables(Key key) {
        return key.uri().filter(AdChecks::isReference).isPresent()
                || key.iv().filter(AdChecks::isReference).isPresent();
    }

    private static boolean isReference(String text) {
        return !Variables.NONE.undefinedIn(text).isEmpty();
    }

    /** The discontinuities within the ad: that of its first segment is the splice's own. */
    static long discontinuities(MediaPlaylist playlist) {
        return playlist.segments().stream()
                .skip(1)
                .filter(MediaSegment::isDiscontinuity)
                .count();
    }
}
