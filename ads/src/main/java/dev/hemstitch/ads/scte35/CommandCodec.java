package dev.hemstitch.ads.scte35;

/** Commands by their type. */
final class CommandCodec {
    private CommandCodec() {}

    static boolean isKnown(int type) {
        return switch (type) {
            case SpliceNull.TYPE,
                    SpliceSchedule.TYPE,
                    SpliceInsert.TYPE,
                    TimeSignal.TYPE,
                    BandwidthReservation.TYPE,
                    PrivateCommand.TYPE -> true;
            default -> false;
        };
    }

    /** Whether the end of a command follows from its fields, which the legacy length 0xFFF needs. */
    static boolean endsByItself(int type) {
        return isKnown(type) && type != PrivateCommand.TYPE;
    }

    static String name(int type) {
        return switch (type) {
            case SpliceNull.TYPE -> "splice_null";
            case SpliceSchedule.TYPE -> "splice_schedule";
            case SpliceInsert.TYPE -> "splice_insert";
            case TimeSignal.TYPE -> "time_signal";
            case BandwidthReservation.TYPE -> "bandwidth_reservation";
            case PrivateCommand.TYPE -> "private_command";
            default -> "the command";
        };
    }

    static SpliceCommand read(int type, BitReader in) {
        return switch (type) {
            case SpliceNull.TYPE -> new SpliceNull();
            case SpliceSchedule.TYPE -> SpliceSchedule.read(in);
            case SpliceInsert.TYPE -> SpliceInsert.read(in);
            case TimeSignal.TYPE -> new TimeSignal(SpliceTime.read(in));
            case BandwidthReservation.TYPE -> new BandwidthReservation();
            case PrivateCommand.TYPE -> new PrivateCommand(FormatIdentifier.of(in.bits(32)), in.rest());
            default -> new UnknownCommand(type, in.rest());
        };
    }

    static void write(SpliceCommand command, BitWriter out) {
        if (command instanceof TimeSignal signal) {
            signal.spliceTime().write(out);
        } else if (command instanceof SpliceInsert insert) {
            insert.write(out);
        } else if (command instanceof SpliceSchedule schedule) {
            schedule.write(out);
        } else if (command instanceof PrivateCommand own) {
            out.bits(32, own.identifier().value());
            own.privateBytes().write(out);
        } else if (command instanceof UnknownCommand unknown) {
            unknown.bytes().write(out);
        }
    }
}
