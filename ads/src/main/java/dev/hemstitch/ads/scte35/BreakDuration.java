package dev.hemstitch.ads.scte35;

/**
 * {@code break_duration()}: how long the break is.
 *
 * @param autoReturn whether it ends then without another message
 * @param duration 33 bits, 90 kHz ticks
 * @param reservedBits 6 bits as coded; all ones in conforming streams
 */
public record BreakDuration(boolean autoReturn, long duration, int reservedBits) {
    /**
     * A duration as coded.
     *
     * @param autoReturn whether the break ends then without another message
     * @param duration 33 bits
     * @param reservedBits 6 bits
     * @throws IllegalArgumentException if a number is out of range
     */
    public BreakDuration {
        Ranges.bits(33, "duration", duration);
        Ranges.bits(6, "reserved bits", reservedBits);
    }

    /**
     * A duration.
     *
     * @param autoReturn whether the break ends then without another message
     * @param duration 33 bits, 90 kHz ticks
     * @throws IllegalArgumentException if the number is out of range
     */
    public BreakDuration(boolean autoReturn, long duration) {
        this(autoReturn, duration, 0x3F);
    }

    static BreakDuration read(BitReader in) {
        boolean autoReturn = in.flag();
        int reserved = in.integer(6);
        return new BreakDuration(autoReturn, in.bits(33), reserved);
    }

    void write(BitWriter out) {
        out.flag(autoReturn);
        out.bits(6, reservedBits);
        out.bits(33, duration);
    }
}
