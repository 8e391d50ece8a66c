package dev.hemstitch.benchmarks.contender;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What can be right or wrong about an output. */
enum Aspect {
    HEADER,
    URIS,
    DURATIONS,
    DIGITS,
    TITLES,
    DISCONTINUITIES,
    KEYS,
    MAPS,
    BYTE_RANGES,
    DATES,
    DATE_RANGES,
    OTHER_LINES,
    END;

    /** What is wrong about an output. */
    static Set<Aspect> lost(ReadBack expected, ReadBack actual) {
        Set<Aspect> lost = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : values()) {
            if (!aspect.of(expected).equals(aspect.of(actual))) {
                lost.add(aspect);
            }
        }
        return lost;
    }

    private Object of(ReadBack playlist) {
        return switch (this) {
            case HEADER -> playlist.header();
            case URIS -> each(playlist, EffectiveSegment::uri);
            case DURATIONS -> each(playlist, EffectiveSegment::duration);
            case DIGITS -> each(playlist, EffectiveSegment::digits);
            case TITLES -> each(playlist, EffectiveSegment::title);
            case DISCONTINUITIES -> each(playlist, EffectiveSegment::isDiscontinuity);
            case KEYS -> each(playlist, EffectiveSegment::keys);
            case MAPS -> each(playlist, EffectiveSegment::map);
            case BYTE_RANGES -> each(playlist, EffectiveSegment::byteRange);
            case DATES -> each(playlist, EffectiveSegment::date);
            case DATE_RANGES -> playlist.dateRanges();
            case OTHER_LINES -> playlist.others();
            case END -> playlist.isComplete();
        };
    }

    private static List<Object> each(ReadBack playlist, Function<EffectiveSegment, Object> part) {
        return playlist.segments().stream().map(part).toList();
    }
}
