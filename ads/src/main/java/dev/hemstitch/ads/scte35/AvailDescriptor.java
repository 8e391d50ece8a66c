package dev.hemstitch.ads.scte35;

/**
 * {@code avail_descriptor()}: which avail a splice_insert is.
 *
 * @param providerAvailId 32 bits
 */
public record AvailDescriptor(long providerAvailId) implements SpliceDescriptor {
    /** Its splice_descriptor_tag. */
    public static final int TAG = 0x00;

    /**
     * A descriptor.
     *
     * @param providerAvailId 32 bits
     * @throws IllegalArgumentException if the number is out of range
     */
    public AvailDescriptor {
        Ranges.bits(32, "provider_avail_id", providerAvailId);
    }

    @Override
    public int spliceDescriptorTag() {
        return TAG;
    }

    static AvailDescriptor read(BitReader in) {
        return new AvailDescriptor(in.bits(32));
    }

    void write(BitWriter out) {
        out.bits(32, providerAvailId);
    }
}
