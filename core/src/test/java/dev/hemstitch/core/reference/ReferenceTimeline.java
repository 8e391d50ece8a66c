package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dates of all segments of a playlist, from the few that are written. */
final class ReferenceTimeline {
    private static final int NANO_DIGITS = 9;

    private final List<Optional<Instant>> written = new ArrayList<>();
    private final List<BigDecimal> starts = new ArrayList<>();
    private BigDecimal end = BigDecimal.ZERO;

    void add(Optional<Instant> date, BigDecimal duration) {
        written.add(date);
        starts.add(end);
        end = end.add(duration);
    }

    /** From the nearest date at or before the segment, else back from the first one after it. */
    List<Optional<Instant>> dates() {
        List<Optional<Instant>> dates = new ArrayList<>();
        int anchor = firstWritten();
        for (int i = 0; i < written.size(); i++) {
            anchor = written.get(i).isPresent() ? i : anchor;
            dates.add(anchor < 0 ? Optional.empty() : moved(anchor, i));
        }
        return dates;
    }

    private int firstWritten() {
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Sums are exact; what is finer than a nanosecond is cut off at the end only, towards the past. */
    private Optional<Instant> moved(int from, int to) {
        BigDecimal distance = starts.get(to).subtract(starts.get(from));
        BigDecimal seconds = distance.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = distance.subtract(seconds).movePointRight(NANO_DIGITS);
        try {
            return written.get(from)
                    .map(date -> date.plusSeconds(seconds.longValueExact()).plusNanos(nanos.longValue()));
        } catch (ArithmeticException | DateTimeException outOfRange) {
            return Optional.empty();
        }
    }
}
