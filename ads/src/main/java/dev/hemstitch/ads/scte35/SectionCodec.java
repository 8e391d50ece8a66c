package dev.hemstitch.ads.scte35;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The frame of a section: header, command, descriptor loop, stuffing, checksum. */
final class SectionCodec {
    static final int TABLE_ID = 0xFC;
    static final int LEGACY_LENGTH = 0xFFF;

    private static final int HEADER_BYTES = 3;
    private static final int CRC_BYTES = 4;

    /** What the rest of a transport packet behind a section is filled with. */
    private static final byte STUFFING = (byte) 0xFF;

    /** From protocol_version to splice_command_type 11, descriptor_loop_length 2, CRC_32 4. */
    private static final int LEAST_SECTION_LENGTH = 17;

    private SectionCodec() {}

    /** Reads a section whose bytes nobody changes any more. */
    static SpliceInfoSection read(byte[] data) {
        int end = checkedLength(data) - CRC_BYTES;
        BitReader in = new BitReader(data, 1, end);
        SpliceInfoSection.Builder read = new SpliceInfoSection.Builder();
        read.sectionSyntaxIndicator = in.flag();
        read.privateIndicator = in.flag();
        read.sapType = in.integer(2);
        in.bits(12);
        read.protocolVersion = in.integer(8);
        boolean encrypted = in.flag();
        read.encryptionAlgorithm = in.integer(6);
        read.ptsAdjustment = in.bits(33);
        read.cwIndex = in.integer(8);
        read.tier = in.integer(12);
        if (encrypted) {
            throw encrypted(read);
        }
        readCommand(read, in);
        readDescriptors(read, in, end);
        return new SpliceInfoSection(read);
    }

    /** How many bytes the section has. */
    private static int checkedLength(byte[] data) {
        if (data.length < HEADER_BYTES) {
            throw new Scte35Exception(
                    Scte35ErrorCode.TOO_SHORT, data.length, data.length + " bytes are too few for a section");
        }
        if ((data[0] & 0xFF) != TABLE_ID) {
            throw new Scte35Exception(
                    Scte35ErrorCode.WRONG_TABLE_ID, 0, "table_id is " + hex(data[0] & 0xFF, 2) + ", not 0xFC");
        }
        int length = ((data[1] & 0xF) << 8) | (data[2] & 0xFF);
        if (length > SpliceInfoSection.MAX_BYTES - HEADER_BYTES) {
            throw new Scte35Exception(
                    Scte35ErrorCode.SECTION_TOO_LONG, 1, "section_length is " + length + ", at most 4093 is allowed");
        }
        int found = data.length - HEADER_BYTES;
        if (length > found) {
            throw new Scte35Exception(
                    Scte35ErrorCode.TRUNCATED,
                    data.length,
                    "section_length is " + length + ", but only " + found + " bytes follow it");
        }
        if (length < LEAST_SECTION_LENGTH) {
            throw new Scte35Exception(
                    Scte35ErrorCode.SECTION_TOO_SHORT,
                    1,
                    "section_length is " + length + ", but each section has at least " + LEAST_SECTION_LENGTH);
        }
        int size = HEADER_BYTES + length;
        for (int i = size; i < data.length; i++) {
            if (data[i] != STUFFING) {
                throw new Scte35Exception(
                        Scte35ErrorCode.TRAILING_DATA,
                        i,
                        "section_length is " + length + ", but " + found + " bytes follow it, not only stuffing 0xFF");
            }
        }
        checkCrc(data, size - CRC_BYTES);
        return size;
    }

    private static void checkCrc(byte[] data, int at) {
        int expected = Crc32Mpeg.of(data, 0, at);
        int found = (int) new BitReader(data, at, at + CRC_BYTES).bits(32);
        if (found != expected) {
            throw new Scte35Exception(
                    Scte35ErrorCode.CRC_MISMATCH,
                    at,
                    "CRC_32 is " + hex(found & 0xFFFFFFFFL, 8) + ", but that of the section is "
                            + hex(expected & 0xFFFFFFFFL, 8));
        }
    }

    private static Scte35Exception encrypted(SpliceInfoSection.Builder read) {
        EncryptedSection clear = new EncryptedSection(
                read.protocolVersion, read.encryptionAlgorithm, read.ptsAdjustment, read.cwIndex, read.tier);
        return new Scte35Exception(
                Scte35ErrorCode.ENCRYPTED,
                HEADER_BYTES + 1,
                "command and descriptors are encrypted: encryption_algorithm " + clear.encryptionAlgorithm()
                        + ", cw_index " + clear.cwIndex() + "; in the clear are pts_adjustment "
                        + clear.ptsAdjustment() + " and tier " + clear.tier(),
                Optional.of(clear));
    }

    private static void readCommand(SpliceInfoSection.Builder read, BitReader in) {
        int lengthOffset = in.byteOffset();
        int length = in.integer(12);
        int type = in.integer(8);
        int start = in.byteOffset();
        String name = CommandCodec.name(type);
        int room = in.bytesLeft() - 2;
        if (length == LEGACY_LENGTH) {
            read.legacyCommandLength = true;
            if (!CommandCodec.endsByItself(type)) {
                throw new Scte35Exception(
                        Scte35ErrorCode.COMMAND_LENGTH_UNKNOWN,
                        lengthOffset,
                        "splice_command_length 0xFFF leaves open where splice_command_type " + hex(type, 2) + " ends");
            }
            in.within(start + room, Scte35ErrorCode.COMMAND_TRUNCATED, name);
            read.command = CommandCodec.read(type, in);
        } else if (length > room) {
            throw new Scte35Exception(
                    Scte35ErrorCode.COMMAND_TOO_LONG,
                    lengthOffset,
                    "splice_command_length is " + length + ", but the section has room for " + room);
        } else {
            in.within(start + length, Scte35ErrorCode.COMMAND_TRUNCATED, name);
            read.command = CommandCodec.read(type, in);
            read.commandTrailingBytes = in.rest();
        }
    }

    private static void readDescriptors(SpliceInfoSection.Builder read, BitReader in, int end) {
        in.within(end, Scte35ErrorCode.TRUNCATED, "splice_info_section");
        int length = in.integer(16);
        int start = in.byteOffset();
        if (length > end - start) {
            throw new Scte35Exception(
                    Scte35ErrorCode.DESCRIPTOR_LOOP_TOO_LONG,
                    start - 2,
                    "descriptor_loop_length is " + length + ", but the section has room for " + (end - start));
        }
        read.descriptors = List.copyOf(DescriptorCodec.readLoop(in, start + length));
        in.within(end, Scte35ErrorCode.TRUNCATED, "splice_info_section");
        read.alignmentStuffing = in.rest();
    }

    static byte[] write(SpliceInfoSection section) {
        BitWriter out = new BitWriter();
        out.bits(8, TABLE_ID);
        out.flag(section.sectionSyntaxIndicator());
        out.flag(section.privateIndicator());
        out.bits(2, section.sapType());
        out.bits(12, 0);
        out.bits(8, section.protocolVersion());
        out.flag(false);
        out.bits(6, section.encryptionAlgorithm());
        out.bits(33, section.ptsAdjustment());
        out.bits(8, section.cwIndex());
        out.bits(12, section.tier());
        int lengthAt = out.size();
        out.bits(12, section.hasLegacyCommandLength() ? LEGACY_LENGTH : 0);
        out.bits(8, section.spliceCommand().spliceCommandType());
        int start = out.size();
        CommandCodec.write(section.spliceCommand(), out);
        section.commandTrailingBytes().write(out);
        if (!section.hasLegacyCommandLength()) {
            out.patch16(lengthAt, out.size() - start);
        }
        int loop = out.size();
        out.bits(16, 0);
        for (SpliceDescriptor descriptor : section.descriptors()) {
            DescriptorCodec.write(descriptor, out);
        }
        out.patch16(loop, out.size() - loop - 2);
        section.alignmentStuffing().write(out);
        Ranges.atMost(SpliceInfoSection.MAX_BYTES, "bytes of the section", out.size() + CRC_BYTES);
        out.patch16(1, out.size() + CRC_BYTES - HEADER_BYTES);
        out.bits(32, out.crc32());
        return out.toArray();
    }

    static String hex(long value, int digits) {
        return String.format(Locale.ROOT, "0x%0" + digits + "X", value);
    }
}
