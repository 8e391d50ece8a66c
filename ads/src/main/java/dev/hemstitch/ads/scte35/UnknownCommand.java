package dev.hemstitch.ads.scte35;

/**
 * A command whose type is reserved.
 *
 * @param spliceCommandType 8 bits, none of those that have a type of their own
 * @param bytes the command as coded
 */
public record UnknownCommand(int spliceCommandType, Bytes bytes) implements SpliceCommand {
    /**
     * A command.
     *
     * @param spliceCommandType 8 bits
     * @param bytes the command as coded
     * @throws IllegalArgumentException if the number is out of range, or that of a command that has a type of its own
     */
    public UnknownCommand {
        Ranges.bits(8, "splice_command_type", spliceCommandType);
        if (CommandCodec.isKnown(spliceCommandType)) {
            throw new IllegalArgumentException("splice_command_type " + spliceCommandType + " is a known one");
        }
    }
}
