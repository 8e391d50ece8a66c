package dev.hemstitch.ads.cue;

import dev.hemstitch.core.text.SourceLocation;

/**
 * Something about the markers of a playlist that does not fit. Reading goes on, as its code says.
 *
 * @param code what
 * @param location where the marker stands; for {@link CueProblemCode#OVERLAPPING_BREAKS} the later one
 * @param message the same in words, in one line; echoes at most 80 characters
 */
public record CueProblem(CueProblemCode code, SourceLocation location, String message) {
    /** {@return {@code LINE:COLUMN: warning CODE message}} */
    @Override
    public String toString() {
        return location + ": warning " + code + " " + message;
    }
}
