package dev.hemstitch.benchmarks.contender;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A segment as a player takes it.
 *
 * @param uri the URI as it is written
 * @param duration the duration in seconds
 * @param digits the duration as it is written
 * @param title the title; empty for none
 * @param isDiscontinuity whether it follows a discontinuity
 * @param keys the keys in force, each with the vector in force; empty for none
 * @param map the attributes of the map in force; empty for none
 * @param byteRange length and offset; empty for none
 * @param date when it starts, written or reckoned from its neighbours
 */
record EffectiveSegment(
        String uri,
        BigDecimal duration,
        String digits,
        String title,
        boolean isDiscontinuity,
        String keys,
        String map,
        String byteRange,
        Optional<Instant> date) {
    EffectiveSegment withDate(Instant start) {
        return new EffectiveSegment(
                uri, duration, digits, title, isDiscontinuity, keys, map, byteRange, Optional.of(start));
    }

    long millis() {
        return duration.movePointRight(3).longValueExact();
    }
}
