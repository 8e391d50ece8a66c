package dev.hemstitch.core.model;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The segments before which a date stands, which of them counts for another one, and those dates, each read once. */
final class SegmentDates {
    /** Instead of a date that does not fit into whole microseconds, or is near the end of the years that can be written. */
    static final long ODD = Long.MIN_VALUE;

    private static final long NOT_READ = Long.MAX_VALUE;
    /** Dates from here to there can be moved by as much as a playlist lasts without leaving years of four digits. */
    private static final int FIRST_YEAR = 300;

    private static final int LAST_YEAR = 9_699;

    private final SegmentIndexes dated = new SegmentIndexes();
    private final AtomicLongArray micros;

    SegmentDates(int count, IntPredicate isDated) {
        for (int i = 0; i < count; i++) {
            if (isDated.test(i)) {
                dated.add(i);
            }
        }
        micros = new AtomicLongArray(dated.count());
        for (int i = 0; i < dated.count(); i++) {
            micros.setPlain(i, NOT_READ);
        }
    }

    /** The last one with a date up to a segment, else the first one behind it, or -1. */
    int anchor(int index) {
        int before = dated.countUpTo(index);
        return dated.count() == 0 ? -1 : dated.get(Math.max(0, before - 1));
    }

    /**
     * The date of such a segment in microseconds since 1970, or {@link #ODD}.
     *
     * @param reader reads it
     */
    long micros(int anchor, IntFunction<Optional<OffsetDateTime>> reader) {
        int place = dated.find(anchor);
        long known = micros.getOpaque(place);
        if (known == NOT_READ) {
            known = reader.apply(anchor).map(SegmentDates::micros).orElse(ODD);
            micros.setOpaque(place, known);
        }
        return known;
    }

    private static long micros(OffsetDateTime date) {
        boolean isOdd = date.getNano() % 1_000 != 0 || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
        return isOdd ? ODD : inMicros(date);
    }

    /** A date in microseconds since 1970, rounded down. */
    static long inMicros(OffsetDateTime date) {
        return date.toEpochSecond() * 1_000_000 + date.getNano() / 1_000;
    }
}
