package dev.hemstitch.ads.scte35;

/** What is said about the command. */
public sealed interface SpliceDescriptor
        permits AvailDescriptor,
                DtmfDescriptor,
                SegmentationDescriptor,
                TimeDescriptor,
                AudioDescriptor,
                UnknownDescriptor {
    /** {@return splice_descriptor_tag, 8 bits; means something with the identifier only} */
    int spliceDescriptorTag();

    /** {@return who defines the descriptor} */
    default FormatIdentifier identifier() {
        return FormatIdentifier.CUEI;
    }
}
