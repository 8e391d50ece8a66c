package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code segmentation_upid()}: which programme or ad it is. Kept as bytes, whatever they are; the other methods say what
 * they mean.
 *
 * @param type segmentation_upid_type, 8 bits
 * @param value the bytes, at most 255
 */
public record SegmentationUpid(int type, Bytes value) {
    /** Nothing is identified. */
    public static final SegmentationUpid NONE = new SegmentationUpid(0, Bytes.EMPTY);

    /** Deprecated Ad-ID: eight characters of an ISCI code. */
    public static final int ISCI = 0x02;

    /** Ad-ID: twelve characters. */
    public static final int AD_ID = 0x03;

    /** SMPTE UMID: 32 bytes. */
    public static final int UMID = 0x04;

    /** Deprecated ISAN: 8 bytes. */
    public static final int ISAN_DEPRECATED = 0x05;

    /** Versioned ISAN: 12 bytes. */
    public static final int ISAN = 0x06;

    /** Tribune Media Systems Program identifier: 12 characters. */
    public static final int TID = 0x07;

    /** Airing identifier of Turner: a number of 64 bits. */
    public static final int TI = 0x08;

    /** CableLabs metadata identifier. */
    public static final int ADI = 0x09;

    /** EIDR: 12 bytes. */
    public static final int EIDR = 0x0A;

    /** ATSC content identifier. */
    public static final int ATSC_CONTENT_ID = 0x0B;

    /** Managed private UPID: a format identifier and what its owner defines. */
    public static final int MPU = 0x0C;

    /** Several UPIDs. */
    public static final int MID = 0x0D;

    /** ADS information. */
    public static final int ADS_INFORMATION = 0x0E;

    /** URI. */
    public static final int URI = 0x0F;

    /** UUID: 16 bytes. */
    public static final int UUID = 0x10;

    /** SCR. */
    public static final int SCR = 0x11;

    /**
     * A UPID.
     *
     * @param type 8 bits
     * @param value at most 255 bytes
     * @throws IllegalArgumentException if the number is out of range or there are more bytes
     */
    public SegmentationUpid {
        Ranges.bits(8, "segmentation_upid_type", type);
        Ranges.atMost(255, "bytes of the UPID", value.size());
    }

    /**
     * Several UPIDs as one.
     *
     * @param upids the UPIDs
     * @return one of type MID
     * @throws IllegalArgumentException if they take more than 255 bytes
     */
    public static SegmentationUpid ofSeveral(List<SegmentationUpid> upids) {
        BitWriter out = new BitWriter();
        for (SegmentationUpid upid : upids) {
            upid.write(out);
        }
        return new SegmentationUpid(MID, Bytes.of(out.toArray()));
    }

    /**
     * A managed private UPID.
     *
     * @param identifier who defines it
     * @param privateData at most 251 bytes
     * @return one of type MPU
     * @throws IllegalArgumentException if there are more bytes
     */
    public static SegmentationUpid ofPrivate(FormatIdentifier identifier, Bytes privateData) {
        BitWriter out = new BitWriter();
        out.bits(32, identifier.value());
        privateData.write(out);
        return new SegmentationUpid(MPU, Bytes.of(out.toArray()));
    }

    /** {@return the UPIDs of one of type MID; empty for all other types, and if the bytes are not whole UPIDs} */
    public List<SegmentationUpid> upids() {
        if (type != MID) {
            return List.of();
        }
        List<SegmentationUpid> upids = new ArrayList<>();
        int at = 0;
        while (at < value.size()) {
            int end = at + 1 < value.size() ? at + 2 + value.at(at + 1) : Integer.MAX_VALUE;
            if (end > value.size()) {
                return List.of();
            }
            upids.add(new SegmentationUpid(value.at(at), value.slice(at + 2, end)));
            at = end;
        }
        return List.copyOf(upids);
    }

    /** {@return who defines one of type MPU; empty for all other types, and if there are fewer than four bytes} */
    public Optional<FormatIdentifier> formatIdentifier() {
        return type == MPU && value.size() >= 4 ? Optional.of(new FormatIdentifier(value(0, 4))) : Optional.empty();
    }

    /** {@return what stands behind the {@link #formatIdentifier}; empty where that is} */
    public Optional<Bytes> privateData() {
        return formatIdentifier().map(f -> value.slice(4, value.size()));
    }

    /**
     * The UPID as people write it: TI as a decimal number; EIDR and ISAN with their check characters, as
     * {@code 10.5240/F85A-E100-B068-5B8F-B1C8-T} and {@code 0000-0000-3A8D-0000-Z-0000-0000-6}; UMID in eight groups; UUID
     * in five; ISCI, Ad-ID, TID, ADI, ADS information, URI, SCR and 0x01 as the text that they are.
     *
     * @return the text; hexadecimal as of {@link Bytes#toHex} for all other types, and for bytes that do not fit the type
     */
    public String toText() {
        int size = value.size();
        return switch (type) {
            case 0x01, ISCI, AD_ID, TID, ADI, ADS_INFORMATION, URI, SCR ->
                value.toText().orElseGet(value::toHex);
            case TI -> size == 8 ? Long.toUnsignedString(value(0, 8)) : value.toHex();
            case EIDR -> size == 12 ? eidr() : value.toHex();
            case ISAN -> size == 12 ? isan() : value.toHex();
            case UMID -> size == 32 ? groups('.', 0, 4, 4, 4, 4, 4, 4, 4, 4) : value.toHex();
            case UUID -> size == 16 ? groups('-', 0, 4, 2, 2, 2, 6) : value.toHex();
            default -> value.toHex();
        };
    }

    private String eidr() {
        return "10." + value(0, 2) + "/" + groups('-', 2, 2, 2, 2, 2, 2) + "-" + checkCharacter(2, 12);
    }

    private String isan() {
        return groups('-', 0, 2, 2, 2, 2) + "-" + checkCharacter(0, 8) + "-" + groups('-', 8, 2, 2) + "-"
                + checkCharacter(0, 12);
    }

    /** ISO 7064, MOD 37,36, of the hexadecimal digits of some bytes. */
    private char checkCharacter(int from, int to) {
        int check = 36;
        for (int i = 2 * from; i < 2 * to; i++) {
            int digit = (value.at(i / 2) >> (4 - 4 * (i & 1))) & 0xF;
            int sum = (check + digit) % 36;
            check = (2 * (sum == 0 ? 36 : sum)) % 37;
        }
        return Character.toUpperCase(Character.forDigit((37 - check) % 36, 36));
    }

    private long value(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = (number << 8) | value.at(i);
        }
        return number;
    }

    private String groups(char separator, int from, int... sizes) {
        StringBuilder text = new StringBuilder();
        int at = from;
        for (int size : sizes) {
            if (at > from) {
                text.append(separator);
            }
            text.append(value.slice(at, at + size).toHex(), 2, 2 + 2 * size);
            at += size;
        }
        return text.toString();
    }

    static SegmentationUpid read(BitReader in) {
        int type = in.integer(8);
        int length = in.integer(8);
        return type == 0 && length == 0 ? NONE : new SegmentationUpid(type, in.bytes(length));
    }

    void write(BitWriter out) {
        out.bits(8, type);
        out.bits(8, value.size());
        value.write(out);
    }
}
