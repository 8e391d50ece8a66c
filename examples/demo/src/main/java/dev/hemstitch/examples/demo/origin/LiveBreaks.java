package dev.hemstitch.examples.demo.origin;

import java.util.Optional;

/**
 * Which segments of the channel lie in breaks: one break in every period, by turns a short one and a long one. Segments are
 * counted from 0 since the channel went on air.
 *
 * @param periodSegments from one break to the next, more than {@code longSegments}
 * @param shortSegments the length of every other break
 * @param longSegments the length of the others
 */
record LiveBreaks(int periodSegments, int shortSegments, int longSegments) {
    LiveBreaks {
        if (periodSegments <= longSegments || longSegments < shortSegments || shortSegments < 1) {
            throw new IllegalArgumentException(
                    "breaks of %d and %d segments every %d".formatted(shortSegments, longSegments, periodSegments));
        }
    }

    /** The segment's place in a break: how many of the break's segments are before it, and how many there are. */
    record Place(int elapsed, int length) {}

    /** The number of the break that the segment is in, or in front of. */
    long number(long segment) {
        return Math.floorDiv(segment, periodSegments);
    }

    /** Where the segment stands in its break; empty if it is in none. */
    Optional<Place> at(long segment) {
        int length = number(segment) % 2 == 0 ? shortSegments : longSegments;
        int elapsed = (int) Math.floorMod(segment, (long) periodSegments) - (periodSegments - length);
        return elapsed < 0 ? Optional.empty() : Optional.of(new Place(elapsed, length));
    }
}
