package dev.hemstitch.ads.scte35;

import java.util.Arrays;

/** Writes numbers of any number of bits, most significant first. */
final class BitWriter {
    private byte[] data = new byte[128];
    private int position;

    void flag(boolean bit) {
        bits(1, bit ? 1 : 0);
    }

    /** The lower bits of a number: 1 to 48. */
    void bits(int count, long value) {
        ensure((position + count + 7) >>> 3);
        int left = count;
        while (left > 0) {
            int free = 8 - (position & 7);
            int taken = Math.min(free, left);
            int part = (int) (value >>> (left - taken)) & ((1 << taken) - 1);
            data[position >>> 3] |= (byte) (part << (free - taken));
            position += taken;
            left -= taken;
        }
    }

    void bytes(byte[] bytes, int offset, int count) {
        ensure(size() + count);
        System.arraycopy(bytes, offset, data, size(), count);
        position += count * 8;
    }

    /** How many bytes there are; all structures end at whole bytes. */
    int size() {
        return position >>> 3;
    }

    /** Adds to the lower bits of the two bytes at an offset, which are still 0: a length that is known now. */
    void patch16(int offset, int value) {
        data[offset] |= (byte) (value >>> 8);
        data[offset + 1] |= (byte) value;
    }

    /** Sets a byte that was left 0. */
    void patch8(int offset, int value) {
        data[offset] = (byte) value;
    }

    int crc32() {
        return Crc32Mpeg.of(data, 0, size());
    }

    byte[] toArray() {
        return Arrays.copyOf(data, size());
    }

    private void ensure(int bytes) {
        if (bytes > data.length) {
            data = Arrays.copyOf(data, Math.max(bytes, 2 * data.length));
        }
    }
}
