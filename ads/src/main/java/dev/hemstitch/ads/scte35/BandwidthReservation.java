package dev.hemstitch.ads.scte35;

/** {@code bandwidth_reservation()}: nothing; keeps bandwidth in use. */
public record BandwidthReservation() implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0x07;

    @Override
    public int spliceCommandType() {
        return TYPE;
    }
}
