package dev.hemstitch.examples.lightweight;

import com.sun.management.OperatingSystemMXBean;
import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;
import dev.hemstitch.examples.kit.world.World;
import dev.hemstitch.examples.settings.CommonThreads;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What the start of a break costs when many watch: all viewers of a channel refresh once in the time of a segment, as players do, and
 * for each the ad server is asked. The service is asked without a server in front, so that what is measured is it; origin and ad
 * server are in the same process, with threads of their own. See {@code load/break-start.sh}.
 */
final class BreakStartLoad implements AutoCloseable {
    private static final long SEGMENT_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final int THREADS = 128;
    private static final int REFRESHES = 6;
    private static final Set<String> PARTS =
            Set.of("ads", "request", "world", "http-client", "host-lookup", "ads-ahead");

    private final World world = new World();
    private final VideoService service;
    private final int viewers;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "request"));

    private BreakStartLoad(int viewers, String adMillis) {
        this.viewers = viewers;
        this.service = new VideoService(world.configuration(
                "ad.timeout.ms", adMillis, "session.memory.megabytes", "512", "live.snapshot.ms", "100"));
    }

    /**
     * Measures.
     *
     * @param arguments how many viewers, {@code ad.timeout.ms}, and how long the ad server takes, in milliseconds
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        CommonThreads.keep();
        JsonLogs.start("error");
        try (BreakStartLoad load = new BreakStartLoad(Integer.parseInt(arguments[0]), arguments[1])) {
            load.world.ads.delay(Duration.ofMillis(Long.parseLong(arguments[2])));
            for (int round = 0; round < 3; round++) { // the first one warms up
                System.out.println("break " + round);
                load.world.live.advanceToBreak();
                load.refresh("before");
                for (int refresh = 0; refresh < REFRESHES; refresh++) {
                    load.world.live.advance();
                    load.refresh(refresh == 0 ? "start" : "behind");
                }
                load.tracking();
            }
        }
    }

    /** One refresh of every viewer, spread over a segment. */
    private void refresh(String when) throws InterruptedException {
        AtomicInteger withAds = new AtomicInteger();
        paced(when, SEGMENT_NANOS, viewer -> {
            if (get("v180-media.m3u8", viewer).contains("/ad-1")) {
                withAds.incrementAndGet();
            }
        });
        System.out.printf("   with ads %d%n", withAds.get());
    }

    private void tracking() throws InterruptedException {
        paced("tracking", SEGMENT_NANOS, viewer -> get("tracking.json", viewer));
        System.out.println();
    }

    private void paced(String what, long nanos, IntConsumer request) throws InterruptedException {
        Map<String, Long> before = processorNanos();
        long[] late = new long[viewers];
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger running = new AtomicInteger(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (int viewer = next.getAndIncrement(); viewer < viewers; viewer = next.getAndIncrement()) {
                    long due = start + nanos / viewers * viewer;
                    sleepUntil(due);
                    request.accept(viewer);
                    late[viewer] = System.nanoTime() - due;
                }
                running.decrementAndGet();
            });
        }
        while (running.get() > 0) {
            Thread.sleep(5);
        }
        long took = System.nanoTime() - start;
        Thread.sleep(1_500); // what goes on in the background belongs to it
        Arrays.sort(late);
        System.out.printf(
                "%-9s %5.1f s   p50 %5d ms   p99 %5d ms   most %5d ms   processor, us a viewer: ",
                what,
                took / 1e9,
                late[viewers / 2] / 1_000_000,
                late[viewers - 1 - viewers / 100] / 1_000_000,
                late[viewers - 1] / 1_000_000);
        processorNanos()
                .forEach((name, used) ->
                        System.out.printf("%s %d  ", name, (used - before.getOrDefault(name, 0L)) / 1_000 / viewers));
    }

    private static void sleepUntil(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String get(String file, int viewer) {
        ServiceAnswer answer = service.answer(new ServiceRequest(
                "GET",
                "/v/channel/" + file,
                Optional.of("viewer=load-" + viewer),
                new Device("127.0.0.1", Optional.of("load")),
                InputStream.nullInputStream()));
        if (answer.status() != 200) {
            throw new IllegalStateException(file + ": " + answer.status());
        }
        return new String(answer.body().toBytes(), StandardCharsets.UTF_8);
    }

    /** By what threads are for. */
    private static Map<String, Long> processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> used = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                String name = thread.getThreadName();
                String what = name.startsWith("HttpClient") || name.equals("http-client")
                        ? "http-client"
                        : name.startsWith("pool-") || name.startsWith("HTTP-Dispatcher") ? "world" : name;
                if (PARTS.contains(what)) {
                    used.merge(what, Math.max(0, threads.getThreadCpuTime(thread.getThreadId())), Long::sum);
                }
            }
        }
        // With what the system, the compiler and the collector do for it.
        used.put("all", ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
        return used;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        service.close();
        world.close();
    }
}
