package dev.hemstitch.examples.settings;

import java.util.Properties;

/**
 * Java's own threads for what is done asynchronously. On one or two processors it keeps none, and starts one each time: its HTTP client
 * does so for each answer.
 */
public final class CommonThreads {
    static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";
    private static final int FEWEST = 2;

    private CommonThreads() {}

    /** Lets Java keep threads on few processors, too, unless it was told how many: before anything is done asynchronously. */
    public static void keep() {
        keep(Runtime.getRuntime().availableProcessors(), System.getProperties());
    }

    static void keep(int processors, Properties properties) {
        if (processors <= FEWEST) {
            properties.putIfAbsent(PARALLELISM, Integer.toString(FEWEST));
        }
    }
}
