package dev.hemstitch.examples.kit.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a service counts. No label holds anything that strangers choose, so their number is bounded. Safe for several threads. */
public final class ServiceMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final FailureLog failures = new FailureLog(System::nanoTime);

    /** Starts counting. */
    public ServiceMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /**
     * A request was answered.
     *
     * @param route what it asked for
     * @param status the status of the answer
     * @param nanos how long it took, in nanoseconds
     */
    public void request(String route, int status, long nanos) {
        requests.computeIfAbsent(
                        route + ' ' + status,
                        key -> Timer.builder("hemstitch.requests")
                                .description("Answered requests")
                                .tag("route", route.toLowerCase(Locale.ROOT))
                                .tag("status", Integer.toString(status))
                                .serviceLevelObjectives(
                                        Duration.ofMillis(1),
                                        Duration.ofMillis(5),
                                        Duration.ofMillis(25),
                                        Duration.ofMillis(100),
                                        Duration.ofSeconds(1))
                                .register(registry))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Something happened.
     *
     * @param event what, as a constant text such as {@code ad.decision}
     * @param outcome how it went, as a constant text such as {@code timeout}
     */
    public void count(String event, String outcome) {
        counters.computeIfAbsent(
                        event + ' ' + outcome, key -> registry.counter("hemstitch." + event, "outcome", outcome))
                .increment();
    }

    /**
     * Something failed: it is counted, and now and then a line of the log says why.
     *
     * @param event what, as a constant text such as {@code sessions}
     * @param outcome how it went, as a constant text such as {@code unavailable}
     * @param cause why; of its messages nothing behind a question mark is logged, since that may name a viewer
     */
    public void failed(String event, String outcome, Throwable cause) {
        count(event, outcome);
        failures.failed(event, outcome, cause);
    }

    /**
     * Something of which there is now more, now less.
     *
     * @param what what, as a constant text such as {@code answers.bytes}
     * @param description the same in words
     * @param value how much of it there is
     */
    public void gauge(String what, String description, LongSupplier value) {
        Gauge.builder("hemstitch." + what, value::getAsLong)
                .description(description)
                .register(registry);
    }

    /** {@return all counts, as Prometheus reads them} */
    public String scrape() {
        return registry.scrape();
    }
}
