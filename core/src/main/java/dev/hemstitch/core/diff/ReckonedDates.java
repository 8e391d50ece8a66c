package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The dates that a snapshot gives its segments without writing them, reckoned from the EXT-X-PROGRAM-DATE-TIME before (RFC
 * 8216bis, 6.3.3). A newer snapshot that writes one must not move it (6.2.1), but for what rounding adds up to: of dates up
 * to a second, of each duration half a unit of its last decimal. Over a discontinuity nothing is known.
 *
 * <p>Segments are asked for in order. Not safe for use by several threads.
 */
final class ReckonedDates {
    private static final Duration OF_DATES = Duration.ofSeconds(1);

    private final Snapshot snapshot;
    private int next;
    private Optional<IsoDateTime> date = Optional.empty();
    private Duration since = Duration.ZERO;
    private Duration rounding = Duration.ZERO;

    ReckonedDates(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * By how much the date of a segment moved, if that is certain.
     *
     * @param index which segment of the snapshot; not before the one that was last asked for
     * @param written the date that it has now; empty if none is written
     */
    Optional<Duration> moved(int index, Optional<IsoDateTime> written) {
        while (next < index) {
            pass(snapshot.segment(next++));
        }
        MediaSegment segment = snapshot.segment(index);
        if (written.isEmpty()
                || date.isEmpty()
                || segment.isDiscontinuity()
                || segment.writtenProgramDateTime().isPresent()) {
            return Optional.empty();
        }
        Duration moved =
                Duration.between(date.get().value(), written.get().value()).minus(since);
        return moved.abs().compareTo(OF_DATES.plus(rounding)) > 0 ? Optional.of(moved) : Optional.empty();
    }

    private void pass(MediaSegment segment) {
        Optional<IsoDateTime> written = segment.writtenProgramDateTime();
        if (written.isPresent() || segment.isDiscontinuity()) {
            date = written;
            since = Duration.ZERO;
            rounding = Duration.ZERO;
        }
        since = since.plus(segment.duration());
        rounding = rounding.plus(rounding(segment));
    }

    /** Half a unit of the last decimal of EXTINF. */
    private static Duration rounding(MediaSegment segment) {
        int decimals = segment.durationSeconds().map(BigDecimal::scale).orElse(0);
        long nanos = 500_000_000;
        for (int i = 0; i < decimals && nanos > 0; i++) {
            nanos /= 10;
        }
        return Duration.ofNanos(nanos);
    }
}
