package dev.hemstitch.examples.kit.fetch;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for work that waits for others. They end when they are idle, and hold no process up. */
public final class DaemonThreads {
    private static final int FEWEST = 64;
    private static final int PER_PROCESSOR = 32;

    private DaemonThreads() {}

    /**
     * How many threads may wait for one kind of answers at the same time: with more, processors cannot keep up with what comes back, and
     * answers are too late that came in time.
     *
     * @return the most threads
     */
    public static int mostWaiting() {
        return Math.max(FEWEST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /**
     * A pool. What does not fit into its queue is refused with {@link java.util.concurrent.RejectedExecutionException}.
     *
     * @param name what the threads are called
     * @param most how many there are at most
     * @param mostWaiting how many tasks wait at most
     * @return the pool
     */
    public static ThreadPoolExecutor pool(String name, int most, int mostWaiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(mostWaiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
