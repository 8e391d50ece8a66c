package dev.hemstitch.ads.scte35;

/** {@code splice_null()}: nothing; a heartbeat, or a carrier of descriptors. */
public record SpliceNull() implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0x00;

    @Override
    public int spliceCommandType() {
        return TYPE;
    }
}
