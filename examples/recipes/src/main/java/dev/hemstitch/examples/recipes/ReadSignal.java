package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.scte35.MpegClock;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import java.time.Duration;
import java.util.Optional;

/** What an SCTE 35 section says of a break. */
public final class ReadSignal {
    private ReadSignal() {}

    /**
     * How long the break is that a section starts.
     *
     * @param text the section in base64 or hexadecimal
     * @return the duration; empty if the section starts no break or does not say
     */
    public static Optional<Duration> breakDuration(String text) {
        // begin
        SpliceInfoSection section = SpliceInfoSection.parse(text);
        if (section.spliceCommand() instanceof SpliceInsert insert && insert.outOfNetworkIndicator()) {
            return insert.breakDuration().map(d -> MpegClock.toDuration(d.duration()));
        }
        return section.segmentationDescriptors().stream()
                .filter(d ->
                        d.segmentationType().isOut() && d.segmentationDuration().isPresent())
                .map(d -> MpegClock.toDuration(d.segmentationDuration().getAsLong()))
                .findFirst();
        // end
    }
}
