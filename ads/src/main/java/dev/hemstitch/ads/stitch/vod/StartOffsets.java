package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.stitch.StitchedTimeline;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Keeps EXT-X-START at the content that it named: its offset is on the content's timeline, ads move what it means. An
 * offset of 0 stays, so that a pre-roll plays.
 */
final class StartOffsets {
    private StartOffsets() {}

    /** The tag to write instead, or empty to leave it as it is. */
    static Optional<Start> moved(Optional<Start> start, StitchedTimeline timeline, long contentNanos) {
        if (start.isEmpty() || start.get().timeOffset().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal offset = start.get().timeOffset();
        long nanos = Decimals.toNanos(offset);
        Optional<Long> stitched = timeline.toStitched(offset.signum() > 0 ? nanos : contentNanos + nanos);
        return stitched.map(time -> offset.signum() > 0 ? time : time - timeline.durationNanos())
                .filter(moved -> moved != nanos && moved != 0)
                .map(moved -> start.get().toBuilder()
                        .set(Start.TIME_OFFSET, Decimals.ofNanos(moved))
                        .build());
    }
}
