package dev.hemstitch.ads.scte35;

/**
 * A descriptor of somebody else, of a later standard, or with more bytes than its kind has; kept as it is.
 *
 * @param spliceDescriptorTag 8 bits
 * @param identifier who defines it
 * @param privateBytes what follows the identifier, at most 251 bytes
 */
public record UnknownDescriptor(int spliceDescriptorTag, FormatIdentifier identifier, Bytes privateBytes)
        implements SpliceDescriptor {
    /**
     * A descriptor. One that the standard defines is read back as its own type.
     *
     * @param spliceDescriptorTag 8 bits
     * @param identifier who defines it
     * @param privateBytes what follows the identifier, at most 251 bytes
     * @throws IllegalArgumentException if the number is out of range or there are more bytes
     */
    public UnknownDescriptor {
        Ranges.bits(8, "splice_descriptor_tag", spliceDescriptorTag);
        Ranges.atMost(DescriptorCodec.MOST_BYTES, "private bytes", privateBytes.size());
    }
}
