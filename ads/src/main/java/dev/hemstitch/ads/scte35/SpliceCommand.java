package dev.hemstitch.ads.scte35;

/** What a section asks for. */
public sealed interface SpliceCommand
        permits SpliceNull,
                SpliceSchedule,
                SpliceInsert,
                TimeSignal,
                BandwidthReservation,
                PrivateCommand,
                UnknownCommand {
    /** {@return splice_command_type, 8 bits} */
    int spliceCommandType();
}
