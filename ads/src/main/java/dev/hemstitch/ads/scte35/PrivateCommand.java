package dev.hemstitch.ads.scte35;

/**
 * {@code private_command()}: what the owner of an identifier defines.
 *
 * @param identifier the owner
 * @param privateBytes what follows it
 */
public record PrivateCommand(FormatIdentifier identifier, Bytes privateBytes) implements SpliceCommand {
    /** Its splice_command_type. */
    public static final int TYPE = 0xFF;

    @Override
    public int spliceCommandType() {
        return TYPE;
    }
}
