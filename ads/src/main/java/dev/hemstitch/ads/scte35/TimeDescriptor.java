package dev.hemstitch.ads.scte35;

/**
 * {@code time_descriptor()}: the clock on the wall, as PTP has it.
 *
 * @param taiSeconds 48 bits: seconds of International Atomic Time since 1970
 * @param taiNs 32 bits: nanoseconds of that second
 * @param utcOffset 16 bits: seconds to subtract for UTC
 */
public record TimeDescriptor(long taiSeconds, long taiNs, int utcOffset) implements SpliceDescriptor {
    /** Its splice_descriptor_tag. */
    public static final int TAG = 0x03;

    /**
     * A descriptor.
     *
     * @param taiSeconds 48 bits
     * @param taiNs 32 bits
     * @param utcOffset 16 bits
     * @throws IllegalArgumentException if a number is out of range
     */
    public TimeDescriptor {
        Ranges.bits(48, "TAI_seconds", taiSeconds);
        Ranges.bits(32, "TAI_ns", taiNs);
        Ranges.bits(16, "UTC_offset", utcOffset);
    }

    @Override
    public int spliceDescriptorTag() {
        return TAG;
    }

    static TimeDescriptor read(BitReader in) {
        long seconds = in.bits(48);
        long nanos = in.bits(32);
        return new TimeDescriptor(seconds, nanos, in.integer(16));
    }

    void write(BitWriter out) {
        out.bits(48, taiSeconds);
        out.bits(32, taiNs);
        out.bits(16, utcOffset);
    }
}
