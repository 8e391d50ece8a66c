package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code splice_schedule()}: breaks that are to come, by the clock on the wall.
 *
 * @param events at most 255, in order
 */
public record SpliceSchedule(List<Event> events) implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0x04;

    /**
     * A schedule; the list is copied.
     *
     * @param events at most 255, in order
     * @throws IllegalArgumentException if there are more
     */
    public SpliceSchedule {
        events = List.copyOf(events);
        Ranges.atMost(255, "splice events", events.size());
    }

    /**
     * A scheduled event, or the cancellation of one.
     *
     * @param spliceEventId 32 bits
     * @param eventIdComplianceFlag the bit as coded
     * @param reservedBits 6 bits as coded; all ones in conforming streams
     * @param splice what happens; empty if the event is cancelled
     */
    public record Event(long spliceEventId, boolean eventIdComplianceFlag, int reservedBits, Optional<Splice> splice) {
        /**
         * An event as coded.
         *
         * @param spliceEventId 32 bits
         * @param eventIdComplianceFlag the bit
         * @param reservedBits 6 bits
         * @param splice what happens; empty if the event is cancelled
         * @throws IllegalArgumentException if a number is out of range
         */
        public Event {
            Ranges.bits(32, "splice_event_id", spliceEventId);
            Ranges.bits(6, "reserved bits", reservedBits);
        }

        /**
         * An event.
         *
         * @param spliceEventId 32 bits
         * @param splice what happens; empty to cancel the event
         * @throws IllegalArgumentException if the number is out of range
         */
        public Event(long spliceEventId, Optional<Splice> splice) {
            this(spliceEventId, true, 0x3F, splice);
        }
    }

    /**
     * What is scheduled. Times are seconds since 6 January 1980, 00:00:00 UTC, leap seconds counted (GPS seconds).
     *
     * @param outOfNetworkIndicator true to leave the network feed, false to return to it
     * @param reservedBits 5 bits as coded; all ones in conforming streams
     * @param utcSpliceTime 32 bits, in program mode; empty in component mode
     * @param components in component mode, at most 255; empty in program mode
     * @param breakDuration how long the break is; empty if not said
     * @param uniqueProgramId 16 bits
     * @param availNum 8 bits
     * @param availsExpected 8 bits
     */
    public record Splice(
            boolean outOfNetworkIndicator,
            int reservedBits,
            OptionalLong utcSpliceTime,
            List<Component> components,
            Optional<BreakDuration> breakDuration,
            int uniqueProgramId,
            int availNum,
            int availsExpected) {
        /**
         * What is scheduled; the list is copied.
         *
         * @param outOfNetworkIndicator true to leave the network feed, false to return to it
         * @param reservedBits 5 bits
         * @param utcSpliceTime 32 bits, in program mode; empty in component mode
         * @param components in component mode, at most 255; empty in program mode
         * @param breakDuration how long the break is; empty if not said
         * @param uniqueProgramId 16 bits
         * @param availNum 8 bits
         * @param availsExpected 8 bits
         * @throws IllegalArgumentException if a number is out of range, or there are a time and components
         */
        public Splice {
            components = List.copyOf(components);
            Ranges.bits(5, "reserved bits", reservedBits);
            Ranges.bits(32, "utc_splice_time", utcSpliceTime.orElse(0));
            Ranges.atMost(utcSpliceTime.isPresent() ? 0 : 255, "components", components.size());
            Ranges.bits(16, "unique_program_id", uniqueProgramId);
            Ranges.bits(8, "avail_num", availNum);
            Ranges.bits(8, "avails_expected", availsExpected);
        }
    }

    /**
     * One component of a splice in component mode.
     *
     * @param componentTag 8 bits
     * @param utcSpliceTime 32 bits, GPS seconds
     */
    public record Component(int componentTag, long utcSpliceTime) {
        /**
         * A component.
         *
         * @param componentTag 8 bits
         * @param utcSpliceTime 32 bits, GPS seconds
         * @throws IllegalArgumentException if a number is out of range
         */
        public Component {
            Ranges.bits(8, "component_tag", componentTag);
            Ranges.bits(32, "utc_splice_time", utcSpliceTime);
        }
    }

    @Override
    public int spliceCommandType() {
        return TYPE;
    }

    static SpliceSchedule read(BitReader in) {
        int count = in.integer(8);
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long id = in.bits(32);
            boolean cancelled = in.flag();
            boolean compliance = in.flag();
            int reserved = in.integer(6);
            events.add(new Event(id, compliance, reserved, cancelled ? Optional.empty() : Optional.of(readSplice(in))));
        }
        return new SpliceSchedule(events);
    }

    private static Splice readSplice(BitReader in) {
        boolean outOfNetwork = in.flag();
        boolean program = in.flag();
        boolean hasDuration = in.flag();
        int reserved = in.integer(5);
        OptionalLong time = program ? OptionalLong.of(in.bits(32)) : OptionalLong.empty();
        List<Component> components = program ? List.of() : readComponents(in);
        Optional<BreakDuration> duration = hasDuration ? Optional.of(BreakDuration.read(in)) : Optional.empty();
        int programId = in.integer(16);
        int availNum = in.integer(8);
        return new Splice(outOfNetwork, reserved, time, components, duration, programId, availNum, in.integer(8));
    }

    private static List<Component> readComponents(BitReader in) {
        int count = in.integer(8);
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int tag = in.integer(8);
            components.add(new Component(tag, in.bits(32)));
        }
        return components;
    }

    void write(BitWriter out) {
        out.bits(8, events.size());
        for (Event event : events) {
            out.bits(32, event.spliceEventId());
            out.flag(event.splice().isEmpty());
            out.flag(event.eventIdComplianceFlag());
            out.bits(6, event.reservedBits());
            event.splice().ifPresent(splice -> write(splice, out));
        }
    }

    private static void write(Splice splice, BitWriter out) {
        out.flag(splice.outOfNetworkIndicator());
        out.flag(splice.utcSpliceTime().isPresent());
        out.flag(splice.breakDuration().isPresent());
        out.bits(5, splice.reservedBits());
        if (splice.utcSpliceTime().isPresent()) {
            out.bits(32, splice.utcSpliceTime().getAsLong());
        } else {
            out.bits(8, splice.components().size());
            for (Component component : splice.components()) {
                out.bits(8, component.componentTag());
                out.bits(32, component.utcSpliceTime());
            }
        }
        splice.breakDuration().ifPresent(duration -> duration.write(out));
        out.bits(16, splice.uniqueProgramId());
        out.bits(8, splice.availNum());
        out.bits(8, splice.availsExpected());
    }
}
