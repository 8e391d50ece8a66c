package dev.hemstitch.ads.cue;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One statement of a marker, whatever its dialect.
 *
 * @param kind what it says
 * @param dialect how it says it
 * @param place where
 * @param durationNanos how long the break is to be, by its text; empty if that does not say
 * @param elapsedNanos how much of the break has passed, if it says
 * @param dateRangeId the ID of its date range; an empty text if it is none
 * @param textId what its text calls the break; an empty text if it does not
 * @param splice what its section says
 * @param asset variables of the break
 */
record CueMark(
        Kind kind,
        CueDialect dialect,
        CuePlace place,
        OptionalLong durationNanos,
        OptionalLong elapsedNanos,
        String dateRangeId,
        String textId,
        SpliceFacts splice,
        Map<String, String> asset) {
    enum Kind {
        /** A break starts. */
        OUT,
        /** A break goes on. */
        CONTINUED,
        /** A break ends. */
        IN,
        /** A place for ads, of no length. */
        POINT,
        /** Something about a break that other marks tell of. */
        ASSET
    }

    static CueMark of(Kind kind, CueDialect dialect, CuePlace place) {
        return new CueMark(
                kind,
                dialect,
                place,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                "",
                SpliceFacts.NOTHING,
                Map.of());
    }

    CueMark withTimes(OptionalLong duration, OptionalLong elapsed) {
        return new CueMark(kind, dialect, place, duration, elapsed, dateRangeId, textId, splice, asset);
    }

    CueMark withDateRangeId(String id) {
        return new CueMark(kind, dialect, place, durationNanos, elapsedNanos, id, textId, splice, asset);
    }

    CueMark withTextId(String id) {
        return new CueMark(kind, dialect, place, durationNanos, elapsedNanos, dateRangeId, id, splice, asset);
    }

    CueMark withSplice(SpliceFacts facts) {
        return new CueMark(kind, dialect, place, durationNanos, elapsedNanos, dateRangeId, textId, facts, asset);
    }

    CueMark withAsset(Map<String, String> variables) {
        return new CueMark(kind, dialect, place, durationNanos, elapsedNanos, dateRangeId, textId, splice, variables);
    }

    /** The tag that said it. */
    String tag() {
        if (dialect == CueDialect.CUE_OUT && kind != Kind.OUT) {
            return kind == Kind.IN ? "EXT-X-CUE-IN" : "EXT-X-CUE-OUT-CONT";
        }
        return dialect.tagName();
    }

    long nanos() {
        return place.nanos();
    }
}
