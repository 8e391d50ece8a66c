package dev.hemstitch.ads.scte35;

/** CRC-32/MPEG-2: polynomial 0x04C11DB7, starts with all ones, not reflected, not inverted. Of the JDK's none is it. */
final class Crc32Mpeg {
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int[] TABLE = table();

    private Crc32Mpeg() {}

    static int of(byte[] data, int from, int to) {
        int crc = -1;
        for (int i = from; i < to; i++) {
            crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ (data[i] & 0xFF)];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ ((crc >> 31) & POLYNOMIAL);
            }
            table[i] = crc;
        }
        return table;
    }
}
