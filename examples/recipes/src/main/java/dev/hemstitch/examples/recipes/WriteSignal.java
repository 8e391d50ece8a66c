package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.Bytes;
import dev.hemstitch.ads.scte35.MpegClock;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SegmentationType;
import dev.hemstitch.ads.scte35.SegmentationUpid;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import dev.hemstitch.ads.scte35.SpliceTime;
import dev.hemstitch.ads.scte35.TimeSignal;
import java.util.List;
import java.util.OptionalLong;

/** SCTE 35 sections made from their parts. */
public final class WriteSignal {
    private WriteSignal() {}

    /**
     * A break said in both ways, for receivers of either.
     *
     * @param eventId 32 bits
     * @param ptsTime 33 bits, 90 kHz ticks
     * @return a splice_insert in base64, and a time_signal as hexadecimal
     */
    public static List<String> thirtySeconds(long eventId, long ptsTime) {
        // begin
        long duration = 30 * MpegClock.TICKS_PER_SECOND;
        SpliceInsert insert = SpliceInsert.builder(eventId)
                .outOfNetworkIndicator(true)
                .spliceTime(SpliceTime.of(ptsTime))
                .breakDuration(new BreakDuration(true, duration))
                .build();
        SegmentationDescriptor opportunity = SegmentationDescriptor.builder(
                        eventId, SegmentationType.PROVIDER_PLACEMENT_OPPORTUNITY_START.id())
                .segmentationDuration(OptionalLong.of(duration))
                .segmentationUpid(new SegmentationUpid(SegmentationUpid.URI, Bytes.ofText("urn:example:break")))
                .build();
        SpliceInfoSection signal = SpliceInfoSection.builder(new TimeSignal(SpliceTime.of(ptsTime)))
                .descriptors(List.of(opportunity))
                .build();
        return List.of(SpliceInfoSection.builder(insert).build().toBase64(), signal.toHex());
        // end
    }
}
