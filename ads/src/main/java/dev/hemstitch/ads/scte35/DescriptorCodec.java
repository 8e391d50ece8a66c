package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;

/** The descriptor loop. */
final class DescriptorCodec {
    /** What descriptor_length has room for behind the identifier. */
    static final int MOST_BYTES = 255 - 4;

    private static final int HEADER_BYTES = 6;

    private DescriptorCodec() {}

    static List<SpliceDescriptor> readLoop(BitReader in, int loopEnd) {
        List<SpliceDescriptor> descriptors = new ArrayList<>(2);
        while (in.byteOffset() < loopEnd) {
            in.within(loopEnd, Scte35ErrorCode.DESCRIPTOR_TOO_LONG, "the descriptor loop");
            int start = in.byteOffset();
            int tag = in.integer(8);
            int end = in.integer(8) + start + 2;
            if (end > loopEnd) {
                throw new Scte35Exception(
                        Scte35ErrorCode.DESCRIPTOR_TOO_LONG,
                        start + 1,
                        "the descriptor at byte " + start + " ends at byte " + end
                                + ", behind the descriptor loop, which ends at byte " + loopEnd);
            }
            in.within(end, Scte35ErrorCode.DESCRIPTOR_TRUNCATED, name(tag));
            descriptors.add(read(tag, start, end, in));
        }
        return descriptors;
    }

    private static String name(int tag) {
        return switch (tag) {
            case AvailDescriptor.TAG -> "avail_descriptor";
            case DtmfDescriptor.TAG -> "DTMF_descriptor";
            case SegmentationDescriptor.TAG -> "segmentation_descriptor";
            case TimeDescriptor.TAG -> "time_descriptor";
            case AudioDescriptor.TAG -> "audio_descriptor";
            default -> "the descriptor";
        };
    }

    private static SpliceDescriptor read(int tag, int start, int end, BitReader in) {
        FormatIdentifier identifier = FormatIdentifier.of(in.bits(32));
        if (identifier.equals(FormatIdentifier.CUEI)) {
            if (tag == SegmentationDescriptor.TAG) {
                return SegmentationDescriptor.read(in);
            }
            if (tag <= AudioDescriptor.TAG) {
                SpliceDescriptor descriptor = readFixed(tag, in);
                if (in.byteOffset() == end) {
                    return descriptor;
                }
                // More than the standard has: only as bytes is all of it kept.
                in.skipTo(start + HEADER_BYTES);
            }
        }
        return new UnknownDescriptor(tag, identifier, in.rest());
    }

    /** Those that have no room for more fields. */
    private static SpliceDescriptor readFixed(int tag, BitReader in) {
        return switch (tag) {
            case AvailDescriptor.TAG -> AvailDescriptor.read(in);
            case DtmfDescriptor.TAG -> DtmfDescriptor.read(in);
            case TimeDescriptor.TAG -> TimeDescriptor.read(in);
            default -> AudioDescriptor.read(in);
        };
    }

    static void write(SpliceDescriptor descriptor, BitWriter out) {
        int start = out.size();
        out.bits(8, descriptor.spliceDescriptorTag());
        out.bits(8, 0);
        out.bits(32, descriptor.identifier().value());
        if (descriptor instanceof SegmentationDescriptor segmentation) {
            segmentation.write(out);
        } else if (descriptor instanceof AvailDescriptor avail) {
            avail.write(out);
        } else if (descriptor instanceof DtmfDescriptor dtmf) {
            dtmf.write(out);
        } else if (descriptor instanceof TimeDescriptor time) {
            time.write(out);
        } else if (descriptor instanceof AudioDescriptor audio) {
            audio.write(out);
        } else if (descriptor instanceof UnknownDescriptor unknown) {
            unknown.privateBytes().write(out);
        }
        out.patch8(start + 1, out.size() - start - 2);
    }
}
