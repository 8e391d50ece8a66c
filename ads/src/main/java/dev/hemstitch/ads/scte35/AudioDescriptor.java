package dev.hemstitch.ads.scte35;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code audio_descriptor()}: which audio there is.
 *
 * @param components at most 15, in order
 * @param reservedBits 4 bits as coded; all ones in conforming streams
 */
public record AudioDescriptor(List<Component> components, int reservedBits) implements SpliceDescriptor {
    /** Its splice_descriptor_tag. */
    public static final int TAG = 0x04;

    /**
     * A descriptor as coded; the list is copied.
     *
     * @param components at most 15, in order
     * @param reservedBits 4 bits
     * @throws IllegalArgumentException if there are more, or the number is out of range
     */
    public AudioDescriptor {
        components = List.copyOf(components);
        Ranges.atMost(15, "audio components", components.size());
        Ranges.bits(4, "reserved bits", reservedBits);
    }

    /**
     * A descriptor.
     *
     * @param components at most 15, in order
     * @throws IllegalArgumentException if there are more
     */
    public AudioDescriptor(List<Component> components) {
        this(components, 0xF);
    }

    /**
     * One audio stream.
     *
     * @param componentTag 8 bits; 0xFF if not used
     * @param isoCode 24 bits: the three letters of a language after ISO 639-2, ASCII
     * @param bitStreamMode 3 bits, after ATSC A/52
     * @param numChannels 4 bits, after ATSC A/52
     * @param fullSrvcAudio whether it is a full service, not only a part
     */
    public record Component(int componentTag, int isoCode, int bitStreamMode, int numChannels, boolean fullSrvcAudio) {
        /**
         * A component.
         *
         * @param componentTag 8 bits
         * @param isoCode 24 bits
         * @param bitStreamMode 3 bits
         * @param numChannels 4 bits
         * @param fullSrvcAudio whether it is a full service
         * @throws IllegalArgumentException if a number is out of range
         */
        public Component {
            Ranges.bits(8, "component_tag", componentTag);
            Ranges.bits(24, "ISO_code", isoCode);
            Ranges.bits(3, "Bit_Stream_Mode", bitStreamMode);
            Ranges.bits(4, "Num_Channels", numChannels);
        }

        /** {@return the letters of the language; characters beyond ASCII as in ISO 8859-1} */
        public String language() {
            return new String(
                    new char[] {(char) (isoCode >>> 16), (char) ((isoCode >>> 8) & 0xFF), (char) (isoCode & 0xFF)});
        }
    }

    @Override
    public int spliceDescriptorTag() {
        return TAG;
    }

    static AudioDescriptor read(BitReader in) {
        int count = in.integer(4);
        int reserved = in.integer(4);
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int tag = in.integer(8);
            int code = in.integer(24);
            int mode = in.integer(3);
            int channels = in.integer(4);
            components.add(new Component(tag, code, mode, channels, in.flag()));
        }
        return new AudioDescriptor(components, reserved);
    }

    void write(BitWriter out) {
        out.bits(4, components.size());
        out.bits(4, reservedBits);
        for (Component component : components) {
            out.bits(8, component.componentTag());
            out.bits(24, component.isoCode());
            out.bits(3, component.bitStreamMode());
            out.bits(4, component.numChannels());
            out.flag(component.fullSrvcAudio());
        }
    }
}
