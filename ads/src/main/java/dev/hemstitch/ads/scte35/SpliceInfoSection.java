package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code splice_info_section()}: a message about splices, after ANSI/SCTE 35. Immutable. What was read is written bit for
 * bit the same: the legacy command length, reserved bits and stuffing are kept. Not kept is how a text
 * spelt the bytes, and what filled the transport packet behind the section.
 */
// Size: the one door of the room; half of it is one accessor or setter for each field of the header.
public final class SpliceInfoSection {
    /** No section has more bytes. */
    public static final int MAX_BYTES = 4096;

    private final boolean sectionSyntaxIndicator;
    private final boolean privateIndicator;
    private final int sapType;
    private final int protocolVersion;
    private final int encryptionAlgorithm;
    private final long ptsAdjustment;
    private final int cwIndex;
    private final int tier;
    private final boolean legacyCommandLength;
    private final SpliceCommand command;
    private final Bytes commandTrailingBytes;
    private final List<SpliceDescriptor> descriptors;
    private final Bytes alignmentStuffing;

    SpliceInfoSection(Builder from) {
        this.sectionSyntaxIndicator = from.sectionSyntaxIndicator;
        this.privateIndicator = from.privateIndicator;
        this.sapType = from.sapType;
        this.protocolVersion = from.protocolVersion;
        this.encryptionAlgorithm = from.encryptionAlgorithm;
        this.ptsAdjustment = from.ptsAdjustment;
        this.cwIndex = from.cwIndex;
        this.tier = from.tier;
        this.legacyCommandLength = from.legacyCommandLength;
        this.command = from.command;
        this.commandTrailingBytes = from.commandTrailingBytes;
        this.descriptors = from.descriptors;
        this.alignmentStuffing = from.alignmentStuffing;
    }

    /**
     * Reads a section from text: base64 (of either alphabet, padded or not) or hexadecimal (of either case, with
     * {@code 0x} before it or not); white space, and quotes around it, are passed over. As each section starts with 0xFC,
     * text that starts with {@code 0x} or {@code FC}, in either case, is hexadecimal, and so is any that has nothing but
     * hexadecimal digits; all other is base64.
     *
     * @param text the text
     * @return the section
     * @throws Scte35Exception if it cannot be read
     */
    public static SpliceInfoSection parse(String text) {
        return SectionCodec.read(SectionText.decode(text));
    }

    /**
     * Reads a section.
     *
     * @param bytes the whole section; behind it bytes 0xFF may stand, which fill transport packets and are passed over
     * @return the section
     * @throws Scte35Exception if it cannot be read
     */
    public static SpliceInfoSection parse(byte[] bytes) {
        return SectionCodec.read(bytes.clone());
    }

    /**
     * Starts a section.
     *
     * @param command what it asks for
     * @return a builder
     */
    public static Builder builder(SpliceCommand command) {
        return new Builder().spliceCommand(command);
    }

    /** {@return a builder that starts with this} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.sectionSyntaxIndicator = sectionSyntaxIndicator;
        builder.privateIndicator = privateIndicator;
        builder.sapType = sapType;
        builder.protocolVersion = protocolVersion;
        builder.encryptionAlgorithm = encryptionAlgorithm;
        builder.ptsAdjustment = ptsAdjustment;
        builder.cwIndex = cwIndex;
        builder.tier = tier;
        builder.legacyCommandLength = legacyCommandLength;
        builder.command = command;
        builder.commandTrailingBytes = commandTrailingBytes;
        builder.descriptors = descriptors;
        builder.alignmentStuffing = alignmentStuffing;
        return builder;
    }

    /** {@return 0xFC} */
    public int tableId() {
        return SectionCodec.TABLE_ID;
    }

    /** {@return the bit as coded; false in conforming streams} */
    public boolean sectionSyntaxIndicator() {
        return sectionSyntaxIndicator;
    }

    /** {@return the bit as coded; false in conforming streams} */
    public boolean privateIndicator() {
        return privateIndicator;
    }

    /** {@return 2 bits: the kind of stream access point, 3 if not said} */
    public int sapType() {
        return sapType;
    }

    /** {@return 8 bits; 0 in all streams so far} */
    public int protocolVersion() {
        return protocolVersion;
    }

    /** {@return 6 bits as coded; means nothing, since an encrypted section is not read} */
    public int encryptionAlgorithm() {
        return encryptionAlgorithm;
    }

    /** {@return 33 bits, 90 kHz ticks, to be added to each pts_time of the section, modulo 2^33} */
    public long ptsAdjustment() {
        return ptsAdjustment;
    }

    /** {@return 8 bits as coded; means nothing, since an encrypted section is not read} */
    public int cwIndex() {
        return cwIndex;
    }

    /** {@return 12 bits: who is concerned; 0xFFF all} */
    public int tier() {
        return tier;
    }

    /** {@return whether splice_command_length was, and is written as, 0xFFF, as first editions of the standard allow} */
    public boolean hasLegacyCommandLength() {
        return legacyCommandLength;
    }

    /** {@return what is asked for} */
    public SpliceCommand spliceCommand() {
        return command;
    }

    /** {@return what splice_command_length counts behind the last field that the standard has; mostly nothing} */
    public Bytes commandTrailingBytes() {
        return commandTrailingBytes;
    }

    /** {@return all descriptors in order} */
    public List<SpliceDescriptor> descriptors() {
        return descriptors;
    }

    /** {@return the descriptors of segmentation in order} */
    public List<SegmentationDescriptor> segmentationDescriptors() {
        List<SegmentationDescriptor> found = new ArrayList<>(descriptors.size());
        for (SpliceDescriptor descriptor : descriptors) {
            if (descriptor instanceof SegmentationDescriptor segmentation) {
                found.add(segmentation);
            }
        }
        return List.copyOf(found);
    }

    /** {@return what stands between the descriptors and CRC_32; mostly nothing} */
    public Bytes alignmentStuffing() {
        return alignmentStuffing;
    }

    /**
     * A time of this section on the clock of the stream that carries it.
     *
     * @param ptsTime 33 bits
     * @return the sum with {@link #ptsAdjustment}, modulo 2^33
     */
    public long adjustedPts(long ptsTime) {
        return MpegClock.add(ptsTime, ptsAdjustment);
    }

    /**
     * When the command takes place.
     *
     * @return pts_time of a time_signal, or of a splice_insert in program mode, with {@link #ptsAdjustment} added modulo
     *     2^33; empty for all other commands, and where no time is coded
     */
    public OptionalLong adjustedPtsTime() {
        Optional<SpliceTime> time = Optional.empty();
        if (command instanceof TimeSignal signal) {
            time = Optional.of(signal.spliceTime());
        } else if (command instanceof SpliceInsert insert) {
            time = insert.spliceTime();
        }
        OptionalLong ptsTime = time.map(SpliceTime::ptsTime).orElse(OptionalLong.empty());
        return ptsTime.isPresent() ? OptionalLong.of(adjustedPts(ptsTime.getAsLong())) : ptsTime;
    }

    /** {@return 32 bits: the checksum, as it is written} */
    public long crc32() {
        byte[] bytes = toBytes();
        return new BitReader(bytes, bytes.length - 4, bytes.length).bits(32);
    }

    /** {@return the section as bytes, CRC_32 computed} */
    public byte[] toBytes() {
        return SectionCodec.write(this);
    }

    /** {@return the section as base64 of the standard alphabet, padded} */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(toBytes());
    }

    /** {@return the section as {@code 0xFC…}, in upper case} */
    public String toHex() {
        byte[] bytes = toBytes();
        return Bytes.view(bytes, 0, bytes.length).toHex();
    }

    /** Two are equal if they are coded the same. */
    @Override
    public boolean equals(Object object) {
        return object instanceof SpliceInfoSection other && Arrays.equals(toBytes(), other.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "SpliceInfoSection[ptsAdjustment=" + ptsAdjustment + ", spliceCommand=" + command + ", descriptors="
                + descriptors + "]";
    }

    /**
     * Makes a section. At first {@code sapType} is 3 (not said), {@code protocolVersion}, {@code ptsAdjustment} and
     * {@code cwIndex} are 0, {@code tier} is 0xFFF (all), there are no descriptors and no stuffing, and the command's
     * length is written as it is.
     */
    public static final class Builder {
        boolean sectionSyntaxIndicator;
        boolean privateIndicator;
        int sapType = 3;
        int protocolVersion;
        int encryptionAlgorithm;
        long ptsAdjustment;
        int cwIndex;
        int tier = 0xFFF;
        boolean legacyCommandLength;
        SpliceCommand command = new SpliceNull();
        Bytes commandTrailingBytes = Bytes.EMPTY;
        List<SpliceDescriptor> descriptors = List.of();
        Bytes alignmentStuffing = Bytes.EMPTY;

        Builder() {}

        /**
         * Sets the command, and drops what stood behind another one's last field.
         *
         * @param asked what is asked for
         * @return this
         */
        public Builder spliceCommand(SpliceCommand asked) {
            command = asked;
            commandTrailingBytes = Bytes.EMPTY;
            return this;
        }

        /**
         * Sets the descriptors.
         *
         * @param list all descriptors in order
         * @return this
         */
        public Builder descriptors(List<? extends SpliceDescriptor> list) {
            descriptors = List.copyOf(list);
            return this;
        }

        /**
         * Sets sap_type.
         *
         * @param type 2 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder sapType(int type) {
            Ranges.bits(2, "sap_type", type);
            sapType = type;
            return this;
        }

        /**
         * Sets protocol_version.
         *
         * @param version 8 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder protocolVersion(int version) {
            Ranges.bits(8, "protocol_version", version);
            protocolVersion = version;
            return this;
        }

        /**
         * Sets pts_adjustment.
         *
         * @param ticks 33 bits, 90 kHz
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder ptsAdjustment(long ticks) {
            Ranges.bits(33, "pts_adjustment", ticks);
            ptsAdjustment = ticks;
            return this;
        }

        /**
         * Sets cw_index.
         *
         * @param index 8 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder cwIndex(int index) {
            Ranges.bits(8, "cw_index", index);
            cwIndex = index;
            return this;
        }

        /**
         * Sets tier.
         *
         * @param bits 12 bits
         * @return this
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder tier(int bits) {
            Ranges.bits(12, "tier", bits);
            tier = bits;
            return this;
        }

        /**
         * Writes splice_command_length as 0xFFF, for receivers of the first editions of the standard.
         *
         * @param legacy whether to do so
         * @return this
         */
        public Builder legacyCommandLength(boolean legacy) {
            legacyCommandLength = legacy;
            return this;
        }

        /**
         * Sets what stands between the descriptors and CRC_32.
         *
         * @param stuffing the bytes
         * @return this
         */
        public Builder alignmentStuffing(Bytes stuffing) {
            alignmentStuffing = stuffing;
            return this;
        }

        /**
         * Makes the section.
         *
         * @return the section
         * @throws IllegalArgumentException if it takes more than 4096 bytes, or has the legacy length and a command whose
         *     length nothing else tells
         */
        public SpliceInfoSection build() {
            if (legacyCommandLength && !CommandCodec.endsByItself(command.spliceCommandType())) {
                throw new IllegalArgumentException("this command needs its length");
            }
            if (legacyCommandLength && !commandTrailingBytes.isEmpty()) {
                throw new IllegalArgumentException("the bytes behind the command's last field need its length");
            }
            SpliceInfoSection section = new SpliceInfoSection(this);
            // For its length to be checked.
            section.toBytes();
            return section;
        }
    }
}
