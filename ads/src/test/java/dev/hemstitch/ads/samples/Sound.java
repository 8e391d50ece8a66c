package dev.hemstitch.ads.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Decoded sound: one channel of 16-bit samples, 48,000 each second. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sound(short[] samples) {
    static final int RATE = 48_000;
    static final int AAC_FRAME = 1024;

    private static final Map<String, Integer> TONES = Map.of("content", 440, "ad-10", 880, "ad-15", 1320);

    /** The hertz of a source's tone; those of German sound are a quarter higher. */
    static int tone(String source, String language) {
        int english = TONES.get(source);
        return language.equals("de") ? english * 5 / 4 : english;
    }

    static Sound of(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / 2];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return new Sound(samples);
    }

    /** The hertz of the tone between two samples, counted by the changes of sign. */
    double tone(int from, int to) {
        int changes = 0;
        for (int i = from + 1; i < to; i++) {
            changes += (samples[i] < 0) == (samples[i - 1] < 0) ? 0 : 1;
        }
        return changes * (double) RATE / (2.0 * (to - from));
    }
}
