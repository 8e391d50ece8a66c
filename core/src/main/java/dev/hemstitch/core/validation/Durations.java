package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PartInformation;
import dev.hemstitch.core.text.Attribute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Durations as rules compare them: exact, in seconds, and only those that can be meant. */
final class Durations {
    private Durations() {}

    /** The target duration, rounded up if it has decimals; empty if there is none of at least 1. */
    static Optional<BigDecimal> target(CheckedPlaylist playlist) {
        return playlist.media()
                .map(MediaPlaylist::targetDuration)
                .filter(target -> target.isPresent() && target.getAsLong() != 0)
                .map(target -> new BigDecimal(new BigInteger(Long.toUnsignedString(target.getAsLong()))));
    }

    /** The Part Target Duration; empty if there is none above 0. */
    static Optional<BigDecimal> partTarget(CheckedPlaylist playlist) {
        return playlist.first(HlsTag.PART_INF)
                .flatMap(line -> read(line, PartInformation.PART_TARGET))
                .filter(target -> target.signum() > 0);
    }

    /** The value of an attribute; empty if it is absent, unreadable or negative. */
    static Optional<BigDecimal> read(PlacedLine line, Attribute<BigDecimal> attribute) {
        return line.get(attribute).filter(value -> value.signum() >= 0);
    }

    /** The sum of values of an attribute; empty if one is absent, unreadable or negative. */
    static Optional<BigDecimal> sum(List<PlacedLine> lines, Attribute<BigDecimal> attribute) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PlacedLine line : lines) {
            Optional<BigDecimal> value = read(line, attribute);
            if (value.isEmpty()) {
                return value;
            }
            sum = sum.add(value.get());
        }
        return Optional.of(sum);
    }

    /** An amount of time in seconds. */
    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
    }

    /** A number as a message shows it. */
    static String shown(BigDecimal seconds) {
        String text = seconds.toPlainString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The EXTINF that counts for a segment: the last one. */
    static Optional<PlacedLine> extinf(PlacedSegment segment) {
        List<PlacedLine> all = segment.all(HlsTag.INF);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
