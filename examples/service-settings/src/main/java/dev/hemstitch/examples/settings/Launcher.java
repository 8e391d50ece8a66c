package dev.hemstitch.examples.settings;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a program. What its user did wrong is told in a line, with no stack trace. */
public final class Launcher {
    private static final int SET_UP_WRONGLY = 2;
    private static final int CANNOT_START = 1;

    private final String name;
    private final Set<Setting> known;
    private final Program program;

    /** What is started. */
    @FunctionalInterface
    public interface Program {
        /**
         * Starts it; the process goes on until it is told to stop.
         *
         * @param settings how it is set up
         * @throws SettingException if it is set up wrongly
         * @throws IOException if it cannot do what it is set up for, such as to listen
         * @throws Exception for what is wrong in the program itself
         */
        void start(Settings settings) throws Exception;
    }

    /**
     * A program.
     *
     * @param name the name of its jar, without the extension
     * @param known what settings it has
     * @param program the program
     */
    public Launcher(String name, Set<Setting> known, Program program) {
        this.name = name;
        this.known = Set.copyOf(known);
        this.program = program;
    }

    /**
     * Starts the program. If it cannot be started the process ends: with 2 if it is set up wrongly, with 1 if it cannot do what it is
     * set up for; with 0 if it was only asked for help.
     *
     * @param arguments nothing, a properties file, or {@code --help}
     * @throws Exception for what is wrong in the program itself
     */
    @SuppressWarnings("SystemOut") // what they are for
    public void launch(String... arguments) throws Exception {
        OptionalInt status = launch(List.of(arguments), System.getenv(), System.out, System.err);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
    }

    /** Gives the status to end with; nothing if the program runs. */
    OptionalInt launch(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err)
            throws Exception {
        CommonThreads.keep();
        if (arguments.contains("--help")) {
            out.print(usage());
            return OptionalInt.of(0);
        }
        try {
            program.start(Settings.load(known, file(arguments), environment));
            return OptionalInt.empty();
        } catch (SettingException e) {
            err.println(name + ": " + e.getMessage());
            return OptionalInt.of(SET_UP_WRONGLY);
        } catch (IOException e) {
            err.println(name + ": " + reasons(e));
            return OptionalInt.of(CANNOT_START);
        }
    }

    private static Optional<Path> file(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String first = arguments.get(0);
        if (arguments.size() > 1 || first.startsWith("-")) {
            throw new SettingException(
                    "the one argument is a properties file, not " + arguments + "; --help tells what can be in it");
        }
        try {
            return Optional.of(Path.of(first));
        } catch (InvalidPathException e) {
            throw new SettingException(first + " is no name of a file", e);
        }
    }

    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private String usage() {
        String settings = Arrays.stream(Setting.values())
                .filter(known::contains)
                .map(setting -> "  %-25s%s%n".formatted(setting.key(), setting.meaning()))
                .collect(Collectors.joining());
        return """
                Usage: java -jar %s.jar [FILE]

                FILE is a properties file. The environment counts more: there, %s is %s.

                %s""".formatted(name, Setting.PORT.key(), Setting.PORT.variable(), settings);
    }
}
