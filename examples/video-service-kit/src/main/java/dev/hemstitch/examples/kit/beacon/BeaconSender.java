package dev.hemstitch.examples.kit.beacon;

import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.http.HttpStatusException;
import dev.hemstitch.examples.kit.fetch.DaemonThreads;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls the URLs of beacons in the background: a viewer never waits for that. Safe for use by several threads. */
public final class BeaconSender implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TRIES = 3;
    private static final int MOST_BYTES = 1 << 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LAST_CALLS = Duration.ofSeconds(3);

    private final HttpSource http;
    private final ServiceMetrics metrics;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads = DaemonThreads.pool("beacons", MOST_THREADS, MOST_WAITING);

    /**
     * A sender.
     *
     * @param http calls URLs
     * @param metrics counts how it went
     */
    public BeaconSender(HttpSource http, ServiceMetrics metrics) {
        this.http = http.upTo(MOST_BYTES);
        this.metrics = metrics;
    }

    /**
     * Calls all URLs of a beacon soon, each again, up to three times, if nobody takes the call.
     *
     * @param beacon the beacon
     */
    void send(Beacon beacon) {
        VastMacros macros = VastMacros.builder()
                .set(VastMacro.SERVERSIDE, "1")
                .timestamp(Instant.now())
                .random(random)
                .build();
        for (String url : beacon.urls(macros)) {
            try {
                threads.execute(() -> metrics.count("beacons", called(url)));
            } catch (RejectedExecutionException e) {
                metrics.count("beacons", "dropped");
            }
        }
    }

    /** How it went, in a word. */
    private String called(String url) {
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                http.get(url, TIMEOUT);
                return "sent";
            } catch (ConnectException | HttpConnectTimeoutException e) {
                pause(i); // the only failures after which it is certain that nobody counted this call
            } catch (HttpStatusException e) {
                return e.statusCode() < 300 ? "sent" : "refused"; // 204 as a rule
            } catch (HttpTimeoutException e) {
                return "timed out";
            } catch (IOException e) {
                return "broken off";
            }
        }
        return "not connected";
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(PAUSE.toMillis() << tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives what is on its way a few seconds. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                metrics.count("beacons", "dropped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
