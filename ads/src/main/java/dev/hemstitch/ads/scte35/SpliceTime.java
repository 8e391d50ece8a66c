package dev.hemstitch.ads.scte35;

import java.util.OptionalLong;

/**
 * {@code splice_time()}: when, on the clock of the stream.
 *
 * @param ptsTime 33 bits, 90 kHz ticks, before pts_adjustment is added; empty: as soon as possible
 * @param reservedBits as coded: 6 with a time, 7 without; all ones in conforming streams
 */
public record SpliceTime(OptionalLong ptsTime, int reservedBits) {
    private static final SpliceTime UNSPECIFIED = new SpliceTime(OptionalLong.empty(), 0x7F);

    /**
     * A time as coded.
     *
     * @param ptsTime 33 bits; empty: as soon as possible
     * @param reservedBits 6 with a time, 7 without
     * @throws IllegalArgumentException if a number is out of range
     */
    public SpliceTime {
        Ranges.bits(33, "pts_time", ptsTime.orElse(0));
        Ranges.bits(ptsTime.isPresent() ? 6 : 7, "reserved bits", reservedBits);
    }

    /**
     * A time.
     *
     * @param ptsTime 33 bits, 90 kHz ticks
     * @return the time
     * @throws IllegalArgumentException if the number is out of range
     */
    public static SpliceTime of(long ptsTime) {
        return new SpliceTime(OptionalLong.of(ptsTime), 0x3F);
    }

    /** {@return no time: as soon as possible} */
    public static SpliceTime unspecified() {
        return UNSPECIFIED;
    }

    static SpliceTime read(BitReader in) {
        if (in.flag()) {
            int reserved = in.integer(6);
            return new SpliceTime(OptionalLong.of(in.bits(33)), reserved);
        }
        return new SpliceTime(OptionalLong.empty(), in.integer(7));
    }

    void write(BitWriter out) {
        out.flag(ptsTime.isPresent());
        if (ptsTime.isPresent()) {
            out.bits(6, reservedBits);
            out.bits(33, ptsTime.getAsLong());
        } else {
            out.bits(7, reservedBits);
        }
    }
}
