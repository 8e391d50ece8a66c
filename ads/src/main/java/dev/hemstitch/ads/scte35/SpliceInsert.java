package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code splice_insert()}: leave the network feed, or return to it. Immutable. Where {@link #spliceEventCancelIndicator}
 * is set, nothing but the event's identifier is coded, and all else is as {@link Builder} starts.
 */
public final class SpliceInsert implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0x05;

    /**
     * One component of a splice in component mode.
     *
     * @param componentTag 8 bits
     * @param spliceTime when; empty exactly if the splice is immediate
     */
    public record Component(int componentTag, Optional<SpliceTime> spliceTime) {
        /**
         * A component.
         *
         * @param componentTag 8 bits
         * @param spliceTime when; empty exactly if the splice is immediate
         * @throws IllegalArgumentException if the number is out of range
         */
        public Component {
            Ranges.bits(8, "component_tag", componentTag);
        }
    }

    private final long spliceEventId;
    private final boolean spliceEventCancelIndicator;
    private final boolean outOfNetworkIndicator;
    private final boolean programSpliceFlag;
    private final boolean spliceImmediateFlag;
    private final boolean eventIdComplianceFlag;
    private final int reservedBits;
    private final Optional<SpliceTime> spliceTime;
    private final List<Component> components;
    private final Optional<BreakDuration> breakDuration;
    private final int uniqueProgramId;
    private final int availNum;
    private final int availsExpected;

    private SpliceInsert(Builder from) {
        this.spliceEventId = from.spliceEventId;
        this.spliceEventCancelIndicator = from.spliceEventCancelIndicator;
        this.outOfNetworkIndicator = from.outOfNetworkIndicator;
        this.programSpliceFlag = from.programSpliceFlag;
        this.spliceImmediateFlag = from.spliceImmediateFlag;
        this.eventIdComplianceFlag = from.eventIdComplianceFlag;
        this.reservedBits = from.reservedBits;
        this.spliceTime = from.spliceTime;
        this.components = from.components;
        this.breakDuration = from.breakDuration;
        this.uniqueProgramId = from.uniqueProgramId;
        this.availNum = from.availNum;
        this.availsExpected = from.availsExpected;
    }

    /**
     * Starts a command.
     *
     * @param spliceEventId 32 bits
     * @return a builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Builder builder(long spliceEventId) {
        Ranges.bits(32, "splice_event_id", spliceEventId);
        return new Builder(spliceEventId);
    }

    /** {@return a builder that starts with this} */
    public Builder toBuilder() {
        Builder builder = new Builder(spliceEventId);
        builder.spliceEventCancelIndicator = spliceEventCancelIndicator;
        builder.outOfNetworkIndicator = outOfNetworkIndicator;
        builder.programSpliceFlag = programSpliceFlag;
        builder.spliceImmediateFlag = spliceImmediateFlag;
        builder.eventIdComplianceFlag = eventIdComplianceFlag;
        builder.reservedBits = reservedBits;
        builder.spliceTime = spliceTime;
        builder.components = components;
        builder.breakDuration = breakDuration;
        builder.uniqueProgramId = uniqueProgramId;
        builder.availNum = availNum;
        builder.availsExpected = availsExpected;
        return builder;
    }

    @Override
    public int spliceCommandType() {
        return TYPE;
    }

    /** {@return 32 bits} */
    public long spliceEventId() {
        return spliceEventId;
    }

    /** {@return whether an event that was sent before is cancelled} */
    public boolean spliceEventCancelIndicator() {
        return spliceEventCancelIndicator;
    }

    /** {@return true to leave the network feed (a break starts), false to return to it} */
    public boolean outOfNetworkIndicator() {
        return outOfNetworkIndicator;
    }

    /** {@return true if all components are spliced at one time, false in component mode} */
    public boolean programSpliceFlag() {
        return programSpliceFlag;
    }

    /** {@return true to splice as soon as possible; no time is coded then} */
    public boolean spliceImmediateFlag() {
        return spliceImmediateFlag;
    }

    /** {@return the bit as coded: false says that event identifiers are used as the standard recommends} */
    public boolean eventIdComplianceFlag() {
        return eventIdComplianceFlag;
    }

    /** {@return when; empty if immediate, in component mode, or cancelled} */
    public Optional<SpliceTime> spliceTime() {
        return spliceTime;
    }

    /** {@return the components in component mode, as coded; else empty} */
    public List<Component> components() {
        return components;
    }

    /** {@return how long the break is; empty if not said} */
    public Optional<BreakDuration> breakDuration() {
        return breakDuration;
    }

    /** {@return 16 bits} */
    public int uniqueProgramId() {
        return uniqueProgramId;
    }

    /** {@return 8 bits: which of the expected avails this is; 0 if not used} */
    public int availNum() {
        return availNum;
    }

    /** {@return 8 bits: how many avails there will be; 0 if not used} */
    public int availsExpected() {
        return availsExpected;
    }

    static SpliceInsert read(BitReader in) {
        Builder read = new Builder(in.bits(32));
        read.spliceEventCancelIndicator = in.flag();
        read.reservedBits = (in.integer(7) << 3) | 7;
        if (!read.spliceEventCancelIndicator) {
            read.outOfNetworkIndicator = in.flag();
            read.programSpliceFlag = in.flag();
            boolean durationFlag = in.flag();
            read.spliceImmediateFlag = in.flag();
            read.eventIdComplianceFlag = in.flag();
            read.reservedBits = (read.reservedBits & ~7) | in.integer(3);
            if (!read.programSpliceFlag) {
                read.components = readComponents(in, read.spliceImmediateFlag);
            } else if (!read.spliceImmediateFlag) {
                read.spliceTime = Optional.of(SpliceTime.read(in));
            }
            if (durationFlag) {
                read.breakDuration = Optional.of(BreakDuration.read(in));
            }
            read.uniqueProgramId = in.integer(16);
            read.availNum = in.integer(8);
            read.availsExpected = in.integer(8);
        }
        return new SpliceInsert(read);
    }

    private static List<Component> readComponents(BitReader in, boolean immediate) {
        int count = in.integer(8);
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int tag = in.integer(8);
            components.add(new Component(tag, immediate ? Optional.empty() : Optional.of(SpliceTime.read(in))));
        }
        return List.copyOf(components);
    }

    void write(BitWriter out) {
        out.bits(32, spliceEventId);
        out.flag(spliceEventCancelIndicator);
        out.bits(7, reservedBits >>> 3);
        if (spliceEventCancelIndicator) {
            return;
        }
        out.flag(outOfNetworkIndicator);
        out.flag(programSpliceFlag);
        out.flag(breakDuration.isPresent());
        out.flag(spliceImmediateFlag);
        out.flag(eventIdComplianceFlag);
        out.bits(3, reservedBits);
        if (!programSpliceFlag) {
            out.bits(8, components.size());
            for (Component component : components) {
                out.bits(8, component.componentTag());
                component.spliceTime().ifPresent(time -> time.write(out));
            }
        }
        spliceTime.ifPresent(time -> time.write(out));
        breakDuration.ifPresent(duration -> duration.write(out));
        out.bits(16, uniqueProgramId);
        out.bits(8, availNum);
        out.bits(8, availsExpected);
    }

    private Bytes coded() {
        BitWriter out = new BitWriter();
        write(out);
        return Bytes.of(out.toArray());
    }

    /** Two are equal if they are coded the same. */
    @Override
    public boolean equals(Object object) {
        return object instanceof SpliceInsert other && coded().equals(other.coded());
    }

    @Override
    public int hashCode() {
        return coded().hashCode();
    }

    @Override
    public String toString() {
        return "SpliceInsert[spliceEventId=" + spliceEventId + ", outOfNetworkIndicator=" + outOfNetworkIndicator
                + ", spliceTime=" + spliceTime + ", breakDuration=" + breakDuration + "]";
    }

    /**
     * Makes a command. At first it returns to the network ({@code outOfNetworkIndicator} false) as soon as possible
     * ({@code spliceImmediateFlag} true) in program mode, has no duration, {@code uniqueProgramId}, {@code availNum} and
     * {@code availsExpected} 0, and {@code eventIdComplianceFlag} true as encoders have it that do not know it.
     */
    public static final class Builder {
        private static final int ALL_RESERVED = 0x3FF;

        private final long spliceEventId;
        private boolean spliceEventCancelIndicator;
        private boolean outOfNetworkIndicator;
        private boolean programSpliceFlag = true;
        private boolean spliceImmediateFlag = true;
        private boolean eventIdComplianceFlag = true;
        private int reservedBits = ALL_RESERVED;
        private Optional<SpliceTime> spliceTime = Optional.empty();
        private List<Component> components = List.of();
        private Optional<BreakDuration> breakDuration = Optional.empty();
        private int uniqueProgramId;
        private int availNum;
        private int availsExpected;

        private Builder(long spliceEventId) {
            this.spliceEventId = spliceEventId;
        }

        /**
         * Says whether to leave the network feed.
         *
         * @param out true to leave, false to return
         * @return this
         */
        public Builder outOfNetworkIndicator(boolean out) {
            outOfNetworkIndicator = out;
            return this;
        }

        /**
         * Splices as soon as possible, in program mode.
         *
         * @return this
         */
        public Builder immediate() {
            spliceImmediateFlag = true;
            return program(Optional.empty());
        }

        /**
         * Splices at a time, in program mode.
         *
         * @param time when
         * @return this
         */
        public Builder spliceTime(SpliceTime time) {
            spliceImmediateFlag = false;
            return program(Optional.of(time));
        }

        private Builder program(Optional<SpliceTime> time) {
            programSpliceFlag = true;
            components = List.of();
            spliceTime = time;
            return this;
        }

        /**
         * Splices in component mode: immediately if no component has a time.
         *
         * @param list at most 255, all with a time or all without
         * @return this
         * @throws IllegalArgumentException if there are more, or only some have a time
         */
        public Builder components(List<Component> list) {
            Ranges.atMost(255, "components", list.size());
            spliceImmediateFlag = list.stream().allMatch(c -> c.spliceTime().isEmpty());
            if (!spliceImmediateFlag
                    && list.stream().anyMatch(c -> c.spliceTime().isEmpty())) {
                throw new IllegalArgumentException("all components have a time, or none has one");
            }
            programSpliceFlag = false;
            spliceTime = Optional.empty();
            components = List.copyOf(list);
            return this;
        }

        /**
         * Says how long the break is.
         *
         * @param duration how long
         * @return this
         */
        public Builder breakDuration(BreakDuration duration) {
            breakDuration = Optional.of(duration);
            return this;
        }

        /**
         * Leaves open how long the break is.
         *
         * @return this
         */
        public Builder noBreakDuration() {
            breakDuration = Optional.empty();
            return this;
        }

        /**
         * Sets event_id_compliance_flag.
         *
         * @param flag the bit: false says that event identifiers are used as the standard recommends
         * @return this
         */
        public Builder eventIdComplianceFlag(boolean flag) {
            eventIdComplianceFlag = flag;
            return this;
        }

        /**
         * Sets unique_program_id.
         *
         * @param id 16 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder uniqueProgramId(int id) {
            Ranges.bits(16, "unique_program_id", id);
            uniqueProgramId = id;
            return this;
        }

        /**
         * Sets avail_num and avails_expected.
         *
         * @param num 8 bits: which avail this is
         * @param expected 8 bits: how many there will be
         * @return this
         * @throws IllegalArgumentException if a number is out of range
         */
        public Builder avails(int num, int expected) {
            Ranges.bits(8, "avail_num", num);
            Ranges.bits(8, "avails_expected", expected);
            availNum = num;
            availsExpected = expected;
            return this;
        }

        /** {@return the command} */
        public SpliceInsert build() {
            return new SpliceInsert(this);
        }

        /** {@return a command that cancels the event; of what was set nothing but its identifier is coded} */
        public SpliceInsert cancel() {
            Builder cancelled = new Builder(spliceEventId);
            cancelled.spliceEventCancelIndicator = true;
            return new SpliceInsert(cancelled);
        }
    }
}
