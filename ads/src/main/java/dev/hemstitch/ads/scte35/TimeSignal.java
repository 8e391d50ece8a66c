package dev.hemstitch.ads.scte35;

/**
 * {@code time_signal()}: at this time happens what the descriptors say.
 *
 * @param spliceTime the time
 */
public record TimeSignal(SpliceTime spliceTime) implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0x06;

    @Override
    public int spliceCommandType() {
        return TYPE;
    }
}
