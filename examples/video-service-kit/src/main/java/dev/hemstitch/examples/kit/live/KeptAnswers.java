package dev.hemstitch.examples.kit.live;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.session.SessionStore.Stored;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps what was answered for breaks in the session store as long as the breaks are to play, play, or may still be listed, and not for
 * the whole session: that has many breaks. Safe for use by several threads.
 */
final class KeptAnswers {
    /** How often the store is told that a break is still needed; it keeps it for longer than that. */
    private static final Duration TOLD = Duration.ofSeconds(30);

    private final SessionStore sessions;
    private final Executor threads;
    private final Ticker time;
    private final ServiceMetrics metrics;

    KeptAnswers(SessionStore sessions, Executor threads, Ticker time, ServiceMetrics metrics) {
        this.sessions = sessions;
        this.threads = threads;
        this.time = time;
        this.metrics = metrics;
    }

    /** A viewer needs what was decided: so the store keeps it for all replicas, of which it is told now and then. */
    void used(String key, BreakAds.Decided decided, Duration window) {
        long before = decided.toldAtNanos().get();
        long now = time.read();
        if (now - before >= TOLD.toNanos() && decided.toldAtNanos().compareAndSet(before, now)) {
            try {
                threads.execute(() -> keep(key, decided, window));
            } catch (RejectedExecutionException e) {
                decided.toldAtNanos().set(before);
            }
        }
    }

    /** Stores what was decided, unless another replica did; then that is kept. */
    void keep(String key, BreakAds.Decided decided, Duration window) {
        try {
            Optional<Stored> there = sessions.load(key);
            String text =
                    there.map(Stored::value).orElseGet(() -> decided.question().toText());
            sessions.compareAndSet(key, there, text, decided.question().kept(window));
        } catch (IOException e) {
            metrics.failed("sessions", "unavailable", e);
        }
    }
}
