package dev.hemstitch.core.model;

import java.time.Duration;
import java.util.List;

/**
 * How far the dates among the lines of segments move, as {@link dev.hemstitch.core.text.IsoDateTime#plus} does; one that is
 * unreadable stays.
 *
 * @param programDates how far each EXT-X-PROGRAM-DATE-TIME moves
 * @param dateRanges how far START-DATE and END-DATE of each EXT-X-DATERANGE move: for each such line of all segments of the
 *     playlist that {@linkplain MediaSegment#has has} one, in their order; those behind the end of the list stay
 */
public record DateShift(Duration programDates, List<Duration> dateRanges) {
    /** No date moves. */
    public static final DateShift NONE = of(Duration.ZERO);

    /** Lines with dates that move. */
    static final long TAGS = HlsTag.PROGRAM_DATE_TIME.bit() | HlsTag.DATERANGE.bit();

    /**
     * A shift; the list is copied.
     *
     * @param programDates how far each EXT-X-PROGRAM-DATE-TIME moves
     * @param dateRanges how far the dates of each EXT-X-DATERANGE move
     */
    public DateShift {
        dateRanges = List.copyOf(dateRanges);
    }

    /**
     * Of dates alone.
     *
     * @param programDates how far each EXT-X-PROGRAM-DATE-TIME moves
     * @return a shift by which date ranges stay
     */
    public static DateShift of(Duration programDates) {
        return new DateShift(programDates, List.of());
    }

    /** Whether dates move that lines with these tags have. */
    boolean moves(long tags) {
        return ((tags & HlsTag.PROGRAM_DATE_TIME.bit()) != 0 && !programDates.isZero())
                || ((tags & HlsTag.DATERANGE.bit()) != 0 && !dateRanges.isEmpty());
    }

    /** How far a date range moves. */
    Duration ofRange(int place) {
        return place < 0 || place >= dateRanges.size() ? Duration.ZERO : dateRanges.get(place);
    }
}
