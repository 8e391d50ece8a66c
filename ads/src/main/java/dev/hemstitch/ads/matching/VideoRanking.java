package dev.hemstitch.ads.matching;

import dev.hemstitch.core.text.DecimalResolution;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;

/** Ranks video: dynamic range, size, frame rate, bandwidth; at last what the lines say, so that order never counts. */
final class VideoRanking {
    private VideoRanking() {}

    static Comparator<TrackTraits> of(TrackTraits wanted) {
        return Comparator.<TrackTraits>comparingInt(
                        candidate -> candidate.videoRange().equals(wanted.videoRange()) ? 0 : 1)
                .thenComparing(candidate -> candidate.resolution().isEmpty())
                .thenComparing(candidate -> sizeDistance(wanted, candidate))
                .thenComparing(candidate -> frameRateDistance(wanted, candidate))
                .thenComparing(candidate -> bandwidthDistance(wanted, candidate))
                .thenComparing(candidate -> candidate.track().rendition().isPresent()
                        != wanted.track().rendition().isPresent())
                .thenComparing(candidate -> candidate.bandwidth().orElse(0))
                .thenComparing(candidate -> candidate.track().uri());
    }

    /** By width and height, so that upright video is far from lying video of as many pixels. */
    private static BigInteger sizeDistance(TrackTraits wanted, TrackTraits candidate) {
        if (wanted.resolution().isEmpty() || candidate.resolution().isEmpty()) {
            return BigInteger.ZERO;
        }
        DecimalResolution left = wanted.resolution().get();
        DecimalResolution right = candidate.resolution().get();
        return distance(left.width(), right.width()).add(distance(left.height(), right.height()));
    }

    private static BigInteger distance(long left, long right) {
        return unsigned(left).subtract(unsigned(right)).abs();
    }

    private static BigDecimal frameRateDistance(TrackTraits wanted, TrackTraits candidate) {
        return wanted.frameRate().isPresent() && candidate.frameRate().isPresent()
                ? wanted.frameRate().get().subtract(candidate.frameRate().get()).abs()
                : BigDecimal.ZERO;
    }

    private static BigInteger bandwidthDistance(TrackTraits wanted, TrackTraits candidate) {
        return wanted.bandwidth().isPresent() && candidate.bandwidth().isPresent()
                ? distance(wanted.bandwidth().getAsLong(), candidate.bandwidth().getAsLong())
                : BigInteger.ZERO;
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    static String explain(TrackTraits wanted, TrackTraits best) {
        return wanted.videoRange() + " as " + best.videoRange() + ", " + size(wanted) + " as " + size(best)
                + ", bandwidth " + bandwidth(wanted) + " as " + bandwidth(best);
    }

    private static String size(TrackTraits traits) {
        return traits.resolution().map(Object::toString).orElse("unknown size");
    }

    private static String bandwidth(TrackTraits traits) {
        return traits.bandwidth().isPresent()
                ? Long.toUnsignedString(traits.bandwidth().getAsLong())
                : "unknown";
    }
}
