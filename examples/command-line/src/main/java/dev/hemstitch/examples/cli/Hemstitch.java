package dev.hemstitch.examples.cli;

import dev.hemstitch.core.diagnostic.HlsException;
import java.io.IOException;
import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command {@code hemstitch}; each thing it can do is a subcommand. */
@Command(
        name = "hemstitch",
        description = "HLS playlists and the ads in them.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnExecutionException = Hemstitch.UNREADABLE,
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:success",
            "1:the answer is no: invalid, different, nothing could be inserted",
            "2:bad usage or unreadable input"
        },
        footer = {"", "FILE is a path, - for standard input, or an http(s) URL."})
public final class Hemstitch {
    /** Success. */
    static final int SUCCESS = CommandLine.ExitCode.OK;

    /** The answer is no. */
    static final int NO = 1;

    /** Bad usage or unreadable input. Not picocli's 1 for failures: here 1 is an answer. */
    static final int UNREADABLE = CommandLine.ExitCode.USAGE;

    private Hemstitch() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(execute(StandardStreams.ofProcess(), arguments));
    }

    /** Runs the command on any streams and gives its exit code. */
    static int execute(StandardStreams streams, String... arguments) {
        try {
            return commandLine(streams).execute(arguments);
        } catch (Error e) {
            // Too little memory, for instance. Let through, the JVM would end with 1, which is an answer here.
            return failed(e, streams);
        }
    }

    private static CommandLine commandLine(StandardStreams streams) {
        return new CommandLine(new Hemstitch())
                .addSubcommand(new CuesCommand(streams))
                .addSubcommand(new DiffCommand(streams))
                .addSubcommand(new InspectCommand(streams))
                .addSubcommand(new LiveStepCommand(streams))
                .addSubcommand(new RewriteCommand(streams))
                .addSubcommand(new Scte35Command(streams))
                .addSubcommand(new ValidateCommand(streams))
                .addSubcommand(new StitchCommand(streams))
                .addSubcommand(new TimelineCommand(streams))
                .addSubcommand(new VastCommand(streams))
                .addSubcommand(new VmapCommand(streams))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(BigDecimal.class, Hemstitch::number)
                .setOut(streams.outAsText())
                .setErr(streams.err())
                .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, streams));
    }

    /** In words of the command line, not of Java. */
    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no number");
        }
    }

    private static int failed(Throwable failure, StandardStreams streams) {
        if (failure instanceof InputException || failure instanceof HlsException) {
            streams.err().println(failure.getMessage());
        } else if (failure instanceof IOException) {
            // Reading has an exception of its own: what is left is writing, for instance into a pipe that was closed.
            streams.err().println("the result cannot be written: " + failure.getMessage());
        } else {
            streams.err().println("this is a defect of hemstitch:");
            failure.printStackTrace(streams.err());
        }
        streams.err().flush();
        return UNREADABLE;
    }
}
