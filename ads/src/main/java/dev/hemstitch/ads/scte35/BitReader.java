package dev.hemstitch.ads.scte35;

/**
 * Reads numbers of any number of bits, most significant first, from within limits. Structures lie in each other (a
 * descriptor in the loop in the section), so the limit moves and what lies behind it is as good as not there.
 */
final class BitReader {
    private final byte[] data;
    private int position;
    private int limit;
    private Scte35ErrorCode overrun = Scte35ErrorCode.TRUNCATED;
    private String structure = "splice_info_section";

    BitReader(byte[] data, int byteOffset, int byteLimit) {
        this.data = data;
        this.position = byteOffset * 8;
        this.limit = byteLimit * 8;
    }

    /** From here to a limit a structure is read; what to say if it has more than there is room for. */
    void within(int byteLimit, Scte35ErrorCode code, String name) {
        limit = byteLimit * 8;
        overrun = code;
        structure = name;
    }

    /** Offset of the byte that is read next; all structures start at whole bytes. */
    int byteOffset() {
        return position >>> 3;
    }

    int bytesLeft() {
        return (limit - position) >>> 3;
    }

    void skipTo(int byteOffset) {
        position = byteOffset * 8;
    }

    boolean flag() {
        return bits(1) != 0;
    }

    int integer(int count) {
        return (int) bits(count);
    }

    /** The next bits as an unsigned number: 1 to 48. */
    long bits(int count) {
        if (count > limit - position) {
            throw overrun(count);
        }
        int last = position + count - 1;
        long value = data[position >>> 3] & (0xFF >>> (position & 7));
        for (int i = (position >>> 3) + 1; i <= last >>> 3; i++) {
            value = (value << 8) | (data[i] & 0xFF);
        }
        position = last + 1;
        return value >>> (7 - (last & 7));
    }

    /** The next whole bytes. */
    Bytes bytes(int count) {
        if (count > bytesLeft()) {
            throw overrun(count * 8);
        }
        int offset = byteOffset();
        position += count * 8;
        return Bytes.view(data, offset, count);
    }

    /** What is left up to the limit. */
    Bytes rest() {
        return bytes(bytesLeft());
    }

    private Scte35Exception overrun(int bits) {
        return new Scte35Exception(
                overrun,
                byteOffset(),
                structure + " ends at byte " + (limit >>> 3) + ", but needs " + ((bits + 7) >>> 3) + " more from byte "
                        + byteOffset());
    }
}
