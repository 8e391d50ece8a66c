package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import dev.hemstitch.ads.scte35.SpliceTime;
import dev.hemstitch.ads.scte35.TimeSignal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The sections that start and end a break: its own ones, or made where it has none. */
final class BreakSections {
    private static final long MOST_EVENT_ID = 0xFFFF_FFFFL;

    /** The placement opportunity that EXT-X-SPLICEPOINT-SCTE35 starts with. */
    private static final int PLACEMENT_START = 0x34;

    private static final long MOST_TICKS = (1L << 33) - 1;

    private final SignalledBreak is;

    BreakSections(SignalledBreak signalled) {
        this.is = signalled;
    }

    SpliceInfoSection out(CueDialect dialect) {
        for (SpliceInfoSection section : is.sections()) {
            if (SpliceFacts.of(section).isOut()) {
                return section;
            }
        }
        return dialect == CueDialect.SPLICEPOINT ? signal(PLACEMENT_START, ticks()) : insert(true);
    }

    SpliceInfoSection in(CueDialect dialect) {
        Optional<SegmentationDescriptor> started = Optional.empty();
        for (SpliceInfoSection section : is.sections()) {
            SpliceFacts facts = SpliceFacts.of(section);
            if (facts.isIn() && !facts.isOut()) {
                return section;
            }
            started = started.or(() -> section.segmentationDescriptors().stream()
                    .filter(descriptor -> SpliceFacts.rankOfStart(descriptor.segmentationTypeId()) == facts.outRank())
                    .filter(descriptor -> facts.outEvents().contains(descriptor.segmentationEventId()))
                    .findFirst());
        }
        if (started.isPresent()) {
            return signal(started.get().segmentationTypeId() + 1, OptionalLong.empty());
        }
        return dialect == CueDialect.SPLICEPOINT ? signal(PLACEMENT_START + 1, OptionalLong.empty()) : insert(false);
    }

    private SpliceInfoSection insert(boolean out) {
        SpliceInsert.Builder insert =
                SpliceInsert.builder(eventId()).outOfNetworkIndicator(out).immediate();
        if (out && ticks().isPresent() && ticks().getAsLong() <= MOST_TICKS) {
            insert.breakDuration(new BreakDuration(is.endNanos().isEmpty(), ticks().getAsLong()));
        }
        return SpliceInfoSection.builder(insert.build()).build();
    }

    private SpliceInfoSection signal(int type, OptionalLong ticks) {
        SegmentationDescriptor descriptor = SegmentationDescriptor.builder(eventId(), type)
                .segmentationDuration(ticks)
                .build();
        return SpliceInfoSection.builder(new TimeSignal(SpliceTime.unspecified()))
                .descriptors(List.of(descriptor))
                .build();
    }

    /** The duration in ticks of 90 kHz; empty if there is none, or one of more than 33 bits. */
    private OptionalLong ticks() {
        if (is.durationNanos().isEmpty() || is.durationNanos().getAsLong() > MOST_TICKS / 9 * 100_000) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((is.durationNanos().getAsLong() * 9 + 50_000) / 100_000);
    }

    private long eventId() {
        for (SpliceInfoSection section : is.sections()) {
            for (long event : SpliceFacts.of(section).startingEvents()) {
                return event;
            }
        }
        try {
            long number = Long.parseLong(is.eventId().orElse(is.id()));
            if (number >= 0 && number <= MOST_EVENT_ID) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is a name: the number below is made of it.
        }
        return is.id().hashCode() & MOST_EVENT_ID;
    }
}
