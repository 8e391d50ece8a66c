package dev.hemstitch.benchmarks.workload;

import java.time.Instant;
import java.util.Optional;

/**
 * What a segment is meant to be: its text is made from this, and whoever reads that text must find this again.
 *
 * @param uri the URI as it is written
 * @param duration the decimal digits of the duration in seconds
 * @param title the title; empty for none
 * @param key the attributes of the key in force; empty for none
 * @param map the attributes of the map in force; empty for none
 * @param byteRange length and offset as in {@code 1024@0}; empty for none
 * @param date when the segment starts
 * @param isDateWritten whether the date stands in the text; otherwise it follows from an earlier one
 * @param dateRange the attributes of a date range that is written before this segment; empty for none
 */
public record SegmentFacts(
        String uri,
        String duration,
        String title,
        String key,
        String map,
        String byteRange,
        Optional<Instant> date,
        boolean isDateWritten,
        String dateRange) {
    /**
     * A clear segment without a date.
     *
     * @param uri the URI as it is written
     * @param duration the decimal digits of the duration in seconds
     * @return the segment
     */
    public static SegmentFacts of(String uri, String duration) {
        return new SegmentFacts(uri, duration, "", "", "", "", Optional.empty(), false, "");
    }

    /**
     * The same segment, encrypted.
     *
     * @param attributes the attributes of the key in force
     * @return the segment
     */
    public SegmentFacts withKey(String attributes) {
        return new SegmentFacts(uri, duration, title, attributes, map, byteRange, date, isDateWritten, dateRange);
    }

    /**
     * The same segment as a part of a file in fragmented MP4.
     *
     * @param attributes the attributes of the map in force
     * @param range length and offset
     * @return the segment
     */
    public SegmentFacts withMap(String attributes, String range) {
        return new SegmentFacts(uri, duration, title, key, attributes, range, date, isDateWritten, dateRange);
    }

    /**
     * The same segment with a date.
     *
     * @param start when it starts
     * @param isWritten whether that stands in the text
     * @return the segment
     */
    public SegmentFacts withDate(Instant start, boolean isWritten) {
        return new SegmentFacts(uri, duration, title, key, map, byteRange, Optional.of(start), isWritten, dateRange);
    }

    /**
     * The same segment with a date range before it.
     *
     * @param attributes the attributes of the date range
     * @return the segment
     */
    public SegmentFacts withDateRange(String attributes) {
        return new SegmentFacts(uri, duration, title, key, map, byteRange, date, isDateWritten, attributes);
    }

    /**
     * The same segment with a title.
     *
     * @param text the title
     * @return the segment
     */
    public SegmentFacts withTitle(String text) {
        return new SegmentFacts(uri, duration, text, key, map, byteRange, date, isDateWritten, dateRange);
    }
}
