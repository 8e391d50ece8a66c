package dev.hemstitch.examples.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the demo is started with.
 *
 * @param root the project's root: samples and jars are found below it
 * @param port the port of the page, 0 for any
 * @param seconds after how many seconds it stops by itself; absent: when it is stopped
 * @param isCheck whether it checks itself and ends
 * @param breakSegments from one break of the channel to the next, in segments of four seconds
 * @param adMillis how long the services wait for ads, and for playlists, in milliseconds
 */
public record DemoOptions(Path root, int port, OptionalInt seconds, boolean isCheck, int breakSegments, int adMillis) {
    static final String USAGE = """
            Usage: java -jar demo.jar [--port N] [--break-every SECONDS] [--ad-timeout MILLIS] [--root FOLDER]
                                [--seconds N | --check]

              --port N               port of the page (default: any that is free)
              --break-every SECONDS  a break of the channel begins that often: 36 to 3600 (default 60)
              --ad-timeout MILLIS    services wait that long for ads, and for playlists: 1 to 60000 (default 2000)
              --root FOLDER          the project's root (default: found from here upwards)
              --seconds N            stop by itself after N seconds
              --check                start everything, ask both services for every title, compare, follow the
                                     playlists to their segments, stop; status 0 if all is well

            Jars are looked for in examples/NAME/target/NAME.jar; -Ddemo.jar.NAME=FILE names another.
            """;

    /**
     * The defaults.
     *
     * @param root the project's root
     * @return options with any port and a break every minute
     */
    public static DemoOptions in(Path root) {
        return new DemoOptions(root.toAbsolutePath().normalize(), 0, OptionalInt.empty(), false, 15, 2000);
    }

    /**
     * Other breaks.
     *
     * @param segments from one break to the next, in segments of four seconds
     * @return the options with it
     */
    public DemoOptions withBreakSegments(int segments) {
        return new DemoOptions(root, port, seconds, isCheck, segments, adMillis);
    }

    /**
     * More patience with the ad server, or less.
     *
     * @param millis how long the services wait for ads, and for playlists, in milliseconds
     * @return the options with it
     */
    public DemoOptions withAdMillis(int millis) {
        return new DemoOptions(root, port, seconds, isCheck, breakSegments, millis);
    }

    static DemoOptions parse(String[] arguments) {
        DemoOptions defaults = in(Path.of(""));
        Optional<Path> root = Optional.empty();
        int port = 0;
        OptionalInt seconds = OptionalInt.empty();
        boolean isCheck = false;
        int breakSegments = defaults.breakSegments();
        int adMillis = defaults.adMillis();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> port = number(arguments, ++i, 0, 65535);
                case "--seconds" -> seconds = OptionalInt.of(number(arguments, ++i, 1, 86400));
                case "--break-every" -> breakSegments = number(arguments, ++i, 36, 3600) / 4;
                case "--ad-timeout" -> adMillis = number(arguments, ++i, 1, 60_000);
                case "--root" -> root = Optional.of(root(value(arguments, ++i)));
                case "--check" -> isCheck = true;
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        return new DemoOptions(root.orElseGet(DemoOptions::findRoot), port, seconds, isCheck, breakSegments, adMillis);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " wants a value");
        }
        return arguments[index];
    }

    private static int number(String[] arguments, int index, int least, int greatest) {
        String text = value(arguments, index);
        try {
            int number = Integer.parseInt(text);
            if (least <= number && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException told) {
            // below, in the same words
        }
        throw new IllegalArgumentException(
                "%s wants a number from %d to %d, not %s".formatted(arguments[index - 1], least, greatest, text));
    }

    private static Path root(String folder) {
        Path root = Path.of(folder);
        if (!hasSamples(root)) {
            throw new IllegalArgumentException("--root wants the project's root, with samples/fmp4, not " + folder);
        }
        return root;
    }

    private static boolean hasSamples(Path folder) {
        return Files.isDirectory(folder.resolve("samples/fmp4"));
    }

    private static Path findRoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (hasSamples(folder)) {
                return folder;
            }
        }
        throw new IllegalArgumentException("no samples/fmp4 in " + here + " or above: name the project with --root");
    }

    Path samples() {
        return root.resolve("samples");
    }

    Path jar(String name) {
        String other = System.getProperty("demo.jar." + name, "");
        return other.isEmpty()
                ? root.resolve("examples/%s/target/%s.jar".formatted(name, name))
                : Path.of(other).toAbsolutePath();
    }
}
