package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * {@code segmentation_descriptor()}: what starts or ends at the time of the command. Immutable. Where
 * {@link #segmentationEventCancelIndicator} is set, nothing but the event's identifier is coded, and all else is as
 * {@link Builder} starts.
 */
// Size: seventeen fields, each with its accessor and its setter, and all bits of them read and written side by side.
public final class SegmentationDescriptor implements SpliceDescriptor {
    /** Its splice_descriptor_tag. */
    public static final int TAG = 0x02;

    /**
     * One component in component mode.
     *
     * @param componentTag 8 bits
     * @param reservedBits 7 bits as coded; all ones in conforming streams
     * @param ptsOffset 33 bits, 90 kHz ticks, to be added to the time of the command
     */
    public record Component(int componentTag, int reservedBits, long ptsOffset) {
        /**
         * A component as coded.
         *
         * @param componentTag 8 bits
         * @param reservedBits 7 bits
         * @param ptsOffset 33 bits
         * @throws IllegalArgumentException if a number is out of range
         */
        public Component {
            Ranges.bits(8, "component_tag", componentTag);
            Ranges.bits(7, "reserved bits", reservedBits);
            Ranges.bits(33, "pts_offset", ptsOffset);
        }

        /**
         * A component.
         *
         * @param componentTag 8 bits
         * @param ptsOffset 33 bits, 90 kHz ticks
         * @throws IllegalArgumentException if a number is out of range
         */
        public Component(int componentTag, long ptsOffset) {
            this(componentTag, 0x7F, ptsOffset);
        }
    }

    private final long segmentationEventId;
    private final boolean segmentationEventCancelIndicator;
    private final boolean segmentationEventIdComplianceIndicator;
    private final int reservedBits;
    private final Optional<DeliveryRestrictions> deliveryRestrictions;
    private final boolean programSegmentationFlag;
    private final List<Component> components;
    private final OptionalLong segmentationDuration;
    private final SegmentationUpid segmentationUpid;
    private final int segmentationTypeId;
    private final int segmentNum;
    private final int segmentsExpected;
    private final OptionalInt subSegmentNum;
    private final OptionalInt subSegmentsExpected;
    private final Bytes trailingBytes;

    private SegmentationDescriptor(Builder from) {
        this.segmentationEventId = from.segmentationEventId;
        this.segmentationEventCancelIndicator = from.segmentationEventCancelIndicator;
        this.segmentationEventIdComplianceIndicator = from.segmentationEventIdComplianceIndicator;
        this.reservedBits = from.reservedBits;
        this.deliveryRestrictions = from.deliveryRestrictions;
        this.programSegmentationFlag = from.programSegmentationFlag;
        this.components = from.components;
        this.segmentationDuration = from.segmentationDuration;
        this.segmentationUpid = from.segmentationUpid;
        this.segmentationTypeId = from.segmentationTypeId;
        this.segmentNum = from.segmentNum;
        this.segmentsExpected = from.segmentsExpected;
        this.subSegmentNum = from.subSegmentNum;
        this.subSegmentsExpected = from.subSegmentsExpected;
        this.trailingBytes = from.trailingBytes;
    }

    /**
     * Starts a descriptor.
     *
     * @param segmentationEventId 32 bits
     * @param segmentationTypeId 8 bits
     * @return a builder
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Builder builder(long segmentationEventId, int segmentationTypeId) {
        Ranges.bits(32, "segmentation_event_id", segmentationEventId);
        return new Builder(segmentationEventId).segmentationTypeId(segmentationTypeId);
    }

    /** {@return a builder that starts with this} */
    public Builder toBuilder() {
        Builder builder = new Builder(segmentationEventId);
        builder.segmentationEventCancelIndicator = segmentationEventCancelIndicator;
        builder.segmentationEventIdComplianceIndicator = segmentationEventIdComplianceIndicator;
        builder.reservedBits = reservedBits;
        builder.deliveryRestrictions = deliveryRestrictions;
        builder.programSegmentationFlag = programSegmentationFlag;
        builder.components = components;
        builder.segmentationDuration = segmentationDuration;
        builder.segmentationUpid = segmentationUpid;
        builder.segmentationTypeId = segmentationTypeId;
        builder.segmentNum = segmentNum;
        builder.segmentsExpected = segmentsExpected;
        builder.subSegmentNum = subSegmentNum;
        builder.subSegmentsExpected = subSegmentsExpected;
        builder.trailingBytes = trailingBytes;
        return builder;
    }

    @Override
    public int spliceDescriptorTag() {
        return TAG;
    }

    /** {@return 32 bits} */
    public long segmentationEventId() {
        return segmentationEventId;
    }

    /** {@return whether an event that was sent before is cancelled} */
    public boolean segmentationEventCancelIndicator() {
        return segmentationEventCancelIndicator;
    }

    /** {@return the bit as coded: false says that event identifiers are used as the standard recommends} */
    public boolean segmentationEventIdComplianceIndicator() {
        return segmentationEventIdComplianceIndicator;
    }

    /** {@return where it may be delivered; empty if that is not restricted} */
    public Optional<DeliveryRestrictions> deliveryRestrictions() {
        return deliveryRestrictions;
    }

    /** {@return true if all components are meant, false in component mode} */
    public boolean programSegmentationFlag() {
        return programSegmentationFlag;
    }

    /** {@return the components in component mode, as coded; else empty} */
    public List<Component> components() {
        return components;
    }

    /** {@return 40 bits, 90 kHz ticks; empty if not said} */
    public OptionalLong segmentationDuration() {
        return segmentationDuration;
    }

    /** {@return which programme or ad it is; type 0 without bytes if none} */
    public SegmentationUpid segmentationUpid() {
        return segmentationUpid;
    }

    /** {@return 8 bits; see {@link #segmentationType}} */
    public int segmentationTypeId() {
        return segmentationTypeId;
    }

    /** {@return what starts or ends; 0, not indicated, if the event is cancelled} */
    public SegmentationType segmentationType() {
        return new SegmentationType(segmentationTypeId);
    }

    /** {@return 8 bits: which of the expected segments this is} */
    public int segmentNum() {
        return segmentNum;
    }

    /** {@return 8 bits: how many segments there will be; 0 if not said} */
    public int segmentsExpected() {
        return segmentsExpected;
    }

    /** {@return 8 bits: which of the expected sub-segments this is; empty if not coded, as in older streams} */
    public OptionalInt subSegmentNum() {
        return subSegmentNum;
    }

    /** {@return 8 bits: how many sub-segments there will be; empty exactly if {@link #subSegmentNum} is} */
    public OptionalInt subSegmentsExpected() {
        return subSegmentsExpected;
    }

    /** {@return what stands behind the last field that the standard has; mostly nothing} */
    public Bytes trailingBytes() {
        return trailingBytes;
    }

    static SegmentationDescriptor read(BitReader in) {
        Builder read = new Builder(in.bits(32));
        read.segmentationEventCancelIndicator = in.flag();
        read.segmentationEventIdComplianceIndicator = in.flag();
        read.reservedBits = (in.integer(6) << 5) | 0x1F;
        if (!read.segmentationEventCancelIndicator) {
            readFields(read, in);
        }
        read.trailingBytes = in.rest();
        return new SegmentationDescriptor(read);
    }

    private static void readFields(Builder read, BitReader in) {
        read.programSegmentationFlag = in.flag();
        boolean hasDuration = in.flag();
        boolean notRestricted = in.flag();
        int bits = in.integer(5);
        if (notRestricted) {
            read.reservedBits = (read.reservedBits & ~0x1F) | bits;
        } else {
            read.deliveryRestrictions = Optional.of(DeliveryRestrictions.of(bits));
        }
        if (!read.programSegmentationFlag) {
            read.components = readComponents(in);
        }
        if (hasDuration) {
            read.segmentationDuration = OptionalLong.of(in.bits(40));
        }
        read.segmentationUpid = SegmentationUpid.read(in);
        read.segmentationTypeId = in.integer(8);
        read.segmentNum = in.integer(8);
        read.segmentsExpected = in.integer(8);
        // Which types have these two changed from one edition to the next, and old streams have them for none.
        if (in.bytesLeft() >= 2) {
            read.subSegmentNum = OptionalInt.of(in.integer(8));
            read.subSegmentsExpected = OptionalInt.of(in.integer(8));
        }
    }

    private static List<Component> readComponents(BitReader in) {
        int count = in.integer(8);
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int tag = in.integer(8);
            int reserved = in.integer(7);
            components.add(new Component(tag, reserved, in.bits(33)));
        }
        return List.copyOf(components);
    }

    void write(BitWriter out) {
        out.bits(32, segmentationEventId);
        out.flag(segmentationEventCancelIndicator);
        out.flag(segmentationEventIdComplianceIndicator);
        out.bits(6, reservedBits >>> 5);
        if (!segmentationEventCancelIndicator) {
            writeFields(out);
        }
        trailingBytes.write(out);
    }

    private void writeFields(BitWriter out) {
        out.flag(programSegmentationFlag);
        out.flag(segmentationDuration.isPresent());
        out.flag(deliveryRestrictions.isEmpty());
        if (deliveryRestrictions.isPresent()) {
            deliveryRestrictions.get().write(out);
        } else {
            out.bits(5, reservedBits);
        }
        if (!programSegmentationFlag) {
            out.bits(8, components.size());
            for (Component component : components) {
                out.bits(8, component.componentTag());
                out.bits(7, component.reservedBits());
                out.bits(33, component.ptsOffset());
            }
        }
        if (segmentationDuration.isPresent()) {
            out.bits(40, segmentationDuration.getAsLong());
        }
        segmentationUpid.write(out);
        out.bits(8, segmentationTypeId);
        out.bits(8, segmentNum);
        out.bits(8, segmentsExpected);
        if (subSegmentNum.isPresent()) {
            out.bits(8, subSegmentNum.getAsInt());
            out.bits(8, subSegmentsExpected.orElse(0));
        }
    }

    private Bytes coded() {
        BitWriter out = new BitWriter();
        write(out);
        return Bytes.of(out.toArray());
    }

    /** Two are equal if they are coded the same. */
    @Override
    public boolean equals(Object object) {
        return object instanceof SegmentationDescriptor other && coded().equals(other.coded());
    }

    @Override
    public int hashCode() {
        return coded().hashCode();
    }

    @Override
    public String toString() {
        return "SegmentationDescriptor[segmentationEventId=" + segmentationEventId + ", segmentationType="
                + segmentationType() + ", segmentationDuration=" + segmentationDuration + ", segmentationUpid="
                + segmentationUpid + "]";
    }

    /**
     * Makes a descriptor. At first it is one of program mode without restrictions, duration and UPID;
     * {@code segmentNum} and {@code segmentsExpected} are 0, sub-segments are absent, and
     * {@code segmentationEventIdComplianceIndicator} is true as encoders have it that do not know it.
     */
    public static final class Builder {
        private final long segmentationEventId;
        private boolean segmentationEventCancelIndicator;
        private boolean segmentationEventIdComplianceIndicator = true;
        private int reservedBits = 0x7FF;
        private Optional<DeliveryRestrictions> deliveryRestrictions = Optional.empty();
        private boolean programSegmentationFlag = true;
        private List<Component> components = List.of();
        private OptionalLong segmentationDuration = OptionalLong.empty();
        private SegmentationUpid segmentationUpid = SegmentationUpid.NONE;
        private int segmentationTypeId;
        private int segmentNum;
        private int segmentsExpected;
        private OptionalInt subSegmentNum = OptionalInt.empty();
        private OptionalInt subSegmentsExpected = OptionalInt.empty();
        private Bytes trailingBytes = Bytes.EMPTY;

        private Builder(long segmentationEventId) {
            this.segmentationEventId = segmentationEventId;
        }

        /**
         * Sets segmentation_type_id.
         *
         * @param id 8 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder segmentationTypeId(int id) {
            Ranges.bits(8, "segmentation_type_id", id);
            segmentationTypeId = id;
            return this;
        }

        /**
         * Sets segmentation_event_id_compliance_indicator.
         *
         * @param flag the bit: false says that event identifiers are used as the standard recommends
         * @return this
         */
        public Builder segmentationEventIdComplianceIndicator(boolean flag) {
            segmentationEventIdComplianceIndicator = flag;
            return this;
        }

        /**
         * Sets or removes restrictions.
         *
         * @param restrictions where it may be delivered; empty if that is not restricted
         * @return this
         */
        public Builder deliveryRestrictions(Optional<DeliveryRestrictions> restrictions) {
            deliveryRestrictions = restrictions;
            reservedBits |= 0x1F;
            return this;
        }

        /**
         * Means all components.
         *
         * @return this
         */
        public Builder program() {
            programSegmentationFlag = true;
            components = List.of();
            return this;
        }

        /**
         * Means single components.
         *
         * @param list at most 255
         * @return this
         * @throws IllegalArgumentException if there are more
         */
        public Builder components(List<Component> list) {
            Ranges.atMost(255, "components", list.size());
            programSegmentationFlag = false;
            components = List.copyOf(list);
            return this;
        }

        /**
         * Sets or removes segmentation_duration.
         *
         * @param ticks 40 bits, 90 kHz; empty if it is not said
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder segmentationDuration(OptionalLong ticks) {
            Ranges.bits(40, "segmentation_duration", ticks.orElse(0));
            segmentationDuration = ticks;
            return this;
        }

        /**
         * Sets the UPID.
         *
         * @param upid which programme or ad it is
         * @return this
         */
        public Builder segmentationUpid(SegmentationUpid upid) {
            segmentationUpid = upid;
            return this;
        }

        /**
         * Sets segment_num and segments_expected.
         *
         * @param num 8 bits
         * @param expected 8 bits
         * @return this
         * @throws IllegalArgumentException if a number is out of range
         */
        public Builder segments(int num, int expected) {
            Ranges.bits(8, "segment_num", num);
            Ranges.bits(8, "segments_expected", expected);
            segmentNum = num;
            segmentsExpected = expected;
            return this;
        }

        /**
         * Sets sub_segment_num and sub_segments_expected.
         *
         * @param num 8 bits
         * @param expected 8 bits
         * @return this
         * @throws IllegalArgumentException if a number is out of range
         */
        public Builder subSegments(int num, int expected) {
            Ranges.bits(8, "sub_segment_num", num);
            Ranges.bits(8, "sub_segments_expected", expected);
            subSegmentNum = OptionalInt.of(num);
            subSegmentsExpected = OptionalInt.of(expected);
            return this;
        }

        /**
         * Leaves sub-segments and all behind them out.
         *
         * @return this
         */
        public Builder noSubSegments() {
            subSegmentNum = OptionalInt.empty();
            subSegmentsExpected = OptionalInt.empty();
            trailingBytes = Bytes.EMPTY;
            return this;
        }

        /**
         * Makes the descriptor.
         *
         * @return the descriptor
         * @throws IllegalArgumentException if it takes more bytes than descriptor_length has room for
         */
        public SegmentationDescriptor build() {
            SegmentationDescriptor descriptor = new SegmentationDescriptor(this);
            Ranges.atMost(
                    DescriptorCodec.MOST_BYTES,
                    "bytes of the descriptor",
                    descriptor.coded().size());
            return descriptor;
        }

        /** {@return a descriptor that cancels the event; of what was set nothing but its identifier is coded} */
        public SegmentationDescriptor cancel() {
            Builder cancelled = new Builder(segmentationEventId);
            cancelled.segmentationEventCancelIndicator = true;
            return new SegmentationDescriptor(cancelled);
        }
    }
}
