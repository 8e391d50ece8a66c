package dev.hemstitch.examples.demo;

import java.io.IOException;
import java.util.List;

/** Starts the demo, and prints which page to open. */
public final class Demo {
    private Demo() {}

    /**
     * Runs until it is stopped.
     *
     * @param arguments see {@code --help}
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        DemoOptions options;
        try {
            if (List.of(arguments).contains("--help")) {
                System.out.print(DemoOptions.USAGE);
                return 0;
            }
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage() + "; --help tells more");
            return 2;
        }
        try (RunningDemo demo = RunningDemo.start(options)) {
            System.out.println("catalogue            " + demo.catalogUrl());
            System.out.println("legacy service       " + demo.legacy().url());
            System.out.println("lightweight service  " + demo.lightweight().url());
            System.out.println("logs                 " + demo.folder());
            System.out.println("open                 " + demo.url() + "/");
            if (options.isCheck()) {
                boolean isGood = new DemoCheck(demo).run(System.out);
                if (!isGood) {
                    demo.keepFiles();
                }
                return isGood ? 0 : 1;
            }
            Thread.sleep(options.seconds().isPresent() ? options.seconds().getAsInt() * 1000L : Long.MAX_VALUE);
            return 0;
        } catch (IOException e) {
            System.err.println("demo: " + e.getMessage());
            return 1;
        }
    }
}
