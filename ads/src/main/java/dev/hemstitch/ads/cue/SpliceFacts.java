package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.scte35.Scte35Exception;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SpliceDescriptor;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a splice_info_section says of breaks.
 *
 * @param section the section, if there is one that can be read
 * @param outEvents the events that it starts
 * @param inEvents the events that it ends
 * @param outRank what kind of stretch it starts: a greater one holds lesser ones; 0 if it starts none or does not tell
 * @param inRank the same of what it ends
 * @param durationNanos how long the stretch is to be that it starts
 */
record SpliceFacts(
        Optional<SpliceInfoSection> section,
        Set<Long> outEvents,
        Set<Long> inEvents,
        int outRank,
        int inRank,
        OptionalLong durationNanos) {
    /** No section. */
    static final SpliceFacts NOTHING =
            new SpliceFacts(Optional.empty(), Set.of(), Set.of(), 0, 0, OptionalLong.empty());

    /** Typographic and plain quotes that stand round payloads in the field. */
    private static final String QUOTES = "\"'\u201C\u201D\u201E";

    static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    /**
     * Reads a section.
     *
     * @throws Scte35Exception if it cannot be read
     */
    static SpliceFacts read(String text) {
        return of(SpliceInfoSection.parse(unquoted(text)));
    }

    static SpliceFacts of(SpliceInfoSection section) {
        if (section.spliceCommand() instanceof SpliceInsert insert) {
            return ofInsert(section, insert);
        }
        Set<Long> outEvents = new LinkedHashSet<>();
        Set<Long> inEvents = new LinkedHashSet<>();
        int outRank = 0;
        int inRank = 0;
        OptionalLong duration = OptionalLong.empty();
        for (SpliceDescriptor descriptor : section.descriptors()) {
            if (descriptor instanceof SegmentationDescriptor segmentation
                    && !segmentation.segmentationEventCancelIndicator()) {
                int type = segmentation.segmentationTypeId();
                int out = rankOfStart(type);
                int in = rankOfStart(type - 1);
                if (out > outRank) {
                    outRank = out;
                    outEvents.clear();
                    outEvents.add(segmentation.segmentationEventId());
                    duration = nanos(segmentation.segmentationDuration());
                } else if (in > inRank) {
                    inRank = in;
                    inEvents.clear();
                    inEvents.add(segmentation.segmentationEventId());
                }
            }
        }
        return new SpliceFacts(
                Optional.of(section), Set.copyOf(outEvents), Set.copyOf(inEvents), outRank, inRank, duration);
    }

    private static SpliceFacts ofInsert(SpliceInfoSection section, SpliceInsert insert) {
        if (insert.spliceEventCancelIndicator()) {
            return new SpliceFacts(Optional.of(section), Set.of(), Set.of(), 0, 0, OptionalLong.empty());
        }
        Set<Long> event = Set.of(insert.spliceEventId());
        boolean out = insert.outOfNetworkIndicator();
        OptionalLong duration = out
                ? nanos(insert.breakDuration().stream()
                        .mapToLong(breakDuration -> breakDuration.duration())
                        .findFirst())
                : OptionalLong.empty();
        return new SpliceFacts(Optional.of(section), out ? event : Set.of(), out ? Set.of() : event, 0, 0, duration);
    }

    /** Breaks hold opportunities, and these hold ads; all else, such as programs, starts no break. */
    static int rankOfStart(int segmentationTypeId) {
        return switch (segmentationTypeId) {
            case 0x22 -> 4;
            case 0x44, 0x46 -> 3;
            case 0x34, 0x36 -> 2;
            case 0x30, 0x32 -> 1;
            default -> 0;
        };
    }

    /** Ticks of 90 kHz, of at most 40 bits, as nanoseconds. */
    private static OptionalLong nanos(OptionalLong ticks) {
        return ticks.isEmpty() ? ticks : OptionalLong.of((ticks.getAsLong() * 100_000 + 4) / 9);
    }

    /** This with ranks that the words of a tag give. */
    SpliceFacts ranked(int out, int in) {
        return new SpliceFacts(section, outEvents, inEvents, out, in, durationNanos);
    }

    /** The events that a mark is about that starts or continues a break. */
    Set<Long> startingEvents() {
        return outEvents.isEmpty() ? inEvents : outEvents;
    }

    /** The events that a mark is about that ends a break. */
    Set<Long> endingEvents() {
        return inEvents.isEmpty() ? outEvents : inEvents;
    }

    boolean isOut() {
        return !outEvents.isEmpty();
    }

    boolean isIn() {
        return !inEvents.isEmpty();
    }
}
