package dev.hemstitch.ads.scte35;

/**
 * {@code DTMF_descriptor()}: tones to be made for old equipment.
 *
 * @param preroll 8 bits: tenths of a second from the tones' start to the splice
 * @param dtmfChars at most 7 bytes, ASCII: {@code 0} to {@code 9}, {@code *} and {@code #}
 * @param reservedBits 5 bits as coded; all ones in conforming streams
 */
public record DtmfDescriptor(int preroll, Bytes dtmfChars, int reservedBits) implements SpliceDescriptor {
    /** Its splice_descriptor_tag. */
    public static final int TAG = 0x01;

    /**
     * A descriptor as coded.
     *
     * @param preroll 8 bits
     * @param dtmfChars at most 7 bytes
     * @param reservedBits 5 bits
     * @throws IllegalArgumentException if a number is out of range or there are more bytes
     */
    public DtmfDescriptor {
        Ranges.bits(8, "preroll", preroll);
        Ranges.atMost(7, "DTMF characters", dtmfChars.size());
        Ranges.bits(5, "reserved bits", reservedBits);
    }

    /**
     * A descriptor.
     *
     * @param preroll 8 bits: tenths of a second
     * @param dtmfChars at most 7 characters
     * @throws IllegalArgumentException if the number is out of range or there are more characters
     */
    public DtmfDescriptor(int preroll, String dtmfChars) {
        this(preroll, Bytes.ofText(dtmfChars), 0x1F);
    }

    @Override
    public int spliceDescriptorTag() {
        return TAG;
    }

    static DtmfDescriptor read(BitReader in) {
        int preroll = in.integer(8);
        int count = in.integer(3);
        int reserved = in.integer(5);
        return new DtmfDescriptor(preroll, in.bytes(count), reserved);
    }

    void write(BitWriter out) {
        out.bits(8, preroll);
        out.bits(3, dtmfChars.size());
        out.bits(5, reservedBits);
        dtmfChars.write(out);
    }
}
