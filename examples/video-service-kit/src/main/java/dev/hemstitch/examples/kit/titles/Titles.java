package dev.hemstitch.examples.kit.titles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.fetch.StaleIfErrorCache;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The titles of the catalog, read as a whole every few seconds: so a request for an unknown title, of which strangers can make as
 * many as they like, asks nobody. What is older is read again before it is said, so that the first viewer finds a new title. While
 * the catalog is down, or takes longer than half a second, what it said last holds. Safe for use by several threads.
 */
public final class Titles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration STALE = Duration.ofDays(7);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String uri;
    private final HttpSource http;
    private final Duration timeout;
    private final ServiceMetrics metrics;
    private final StaleIfErrorCache<Map<String, Title>> titles;

    /**
     * The titles of a catalog.
     *
     * @param catalog where it is
     * @param http gets its answers
     * @param timeout how long the first request waits for it
     * @param threads what waits for it
     * @param metrics counts when it does not answer
     */
    public Titles(URI catalog, HttpSource http, Duration timeout, Executor threads, ServiceMetrics metrics) {
        this.uri = catalog + "/titles";
        this.http = http;
        this.timeout = timeout;
        this.metrics = metrics;
        this.titles = new StaleIfErrorCache<>(1, new Freshness<>(read -> FRESH, PATIENCE, STALE, RETRY), threads);
    }

    /**
     * A title.
     *
     * @param id its id
     * @return the title
     * @throws RefusedException with status 404 if there is none, or 503 if the catalog has never answered
     */
    public Title find(String id) {
        return Optional.ofNullable(all().get(id))
                .orElseThrow(() -> new RefusedException(404, "there is no such title"));
    }

    /**
     * All titles.
     *
     * @return the titles by their ids
     * @throws RefusedException with status 503 if the catalog has never answered
     */
    public Map<String, Title> all() {
        try {
            return titles.get(uri, timeout, old -> asked());
        } catch (IOException e) {
            throw new RefusedException(503, "the catalog does not answer");
        }
    }

    private Map<String, Title> asked() throws IOException {
        try {
            return read();
        } catch (IOException e) {
            metrics.failed("catalog", "failed", e);
            throw e;
        }
    }

    private Map<String, Title> read() throws IOException {
        Map<String, Title> read = new HashMap<>();
        for (JsonNode json : JSON.readTree(http.get(uri, timeout).bytes()).path("titles")) {
            Title title = Title.of(json);
            read.put(title.id(), title);
        }
        return Map.copyOf(read);
    }
}
