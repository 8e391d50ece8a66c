package dev.hemstitch.examples.kit.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * What others serve, kept: of all requests for a key one asks, the others wait for its answer or take the old one, and if asking
 * fails the old one serves on. Safe for use by several threads.
 *
 * @param <V> what is kept
 */
public final class StaleIfErrorCache<V> {
    private final Freshness<V> freshness;
    private final Executor threads;
    private final LongSupplier nanoTime;
    private final Cache<String, Slot> slots;

    /**
     * How a value is had.
     *
     * @param <V> what is had
     */
    @FunctionalInterface
    public interface Loader<V> {
        /**
         * Gets it anew.
         *
         * @param old what was had before; empty the first time. If nothing has changed, the same may be returned
         * @return the value
         * @throws IOException if it cannot be had
         */
        V load(Optional<V> old) throws IOException;
    }

    /**
     * An empty cache.
     *
     * @param most how many values it keeps at most
     * @param freshness how long they serve
     * @param threads what waits for others
     */
    public StaleIfErrorCache(int most, Freshness<V> freshness, Executor threads) {
        this(most, freshness, threads, System::nanoTime);
    }

    /**
     * An empty cache of another time than the system's.
     *
     * @param most how many values it keeps at most
     * @param freshness how long they serve
     * @param threads what waits for others
     * @param nanoTime the time, in nanoseconds from anywhere
     */
    public StaleIfErrorCache(int most, Freshness<V> freshness, Executor threads, LongSupplier nanoTime) {
        this.freshness = freshness;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.slots = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * A value: a fresh one, or an old one if there is no other.
     *
     * @param key what to call it
     * @param longest how long to wait for it if there is no old one
     * @param loader gets it
     * @return the value
     * @throws IOException if it cannot be had, or not in time
     */
    public V get(String key, Duration longest, Loader<V> loader) throws IOException {
        return get(key, Optional.empty(), longest, loader);
    }

    /**
     * A value in place of one that turned out to be outdated before its time: asked for at once, unless that was just done.
     *
     * @param outdated what {@link #get} gave
     * @param key what it is called
     * @param longest how long to wait for it if there is no old one
     * @param loader gets it
     * @return the value; the same if no other can be had
     * @throws IOException if it cannot be had, or not in time
     */
    public V getNewer(V outdated, String key, Duration longest, Loader<V> loader) throws IOException {
        return get(key, Optional.of(outdated), longest, loader);
    }

    private V get(String key, Optional<V> outdated, Duration longest, Loader<V> loader) throws IOException {
        return slots.get(key, none -> new Slot()).get(outdated, longest, loader);
    }

    /**
     * A value.
     *
     * @param <V> what is kept
     * @param value the value
     * @param at when it was there
     */
    private record Held<V>(V value, long at) {}

    private final class Slot {
        /** Read without a lock, as nearly all who ask find something fresh. */
        private volatile Optional<Held<V>> held = Optional.empty();

        private long nextTryAt = Long.MIN_VALUE;
        private Optional<CompletableFuture<V>> running = Optional.empty();
        private long startedAt;

        V get(Optional<V> outdated, Duration longest, Loader<V> loader) throws IOException {
            Optional<Held<V>> fresh = held.filter(last -> isFresh(last, nanoTime.getAsLong(), outdated));
            return fresh.isPresent() ? fresh.get().value() : asked(outdated, longest, loader);
        }

        private V asked(Optional<V> outdated, Duration longest, Loader<V> loader) throws IOException {
            CompletableFuture<V> coming;
            Optional<V> old;
            Duration patience;
            synchronized (this) {
                long now = nanoTime.getAsLong();
                old = held.filter(last -> isGood(last, now)).map(Held::value);
                boolean isFresh =
                        held.filter(last -> isFresh(last, now, outdated)).isPresent();
                boolean isTooEarly = nextTryAt != Long.MIN_VALUE && now - nextTryAt < 0;
                if (isFresh || (isTooEarly && old.isPresent())) {
                    return old.get();
                }
                if (isTooEarly) {
                    throw new IOException("it could not be had a moment ago");
                }
                coming = running.orElseGet(() -> start(loader));
                // Whoever comes late waits for the rest only: what does not answer holds few threads up, however many
                // ask.
                patience = freshness.patience().minusNanos(Math.max(0, now - startedAt));
            }
            return await(coming, old.isPresent() ? patience : longest, old);
        }

        private boolean isGood(Held<V> last, long now) {
            return now - last.at() < freshness.stale().toNanos();
        }

        private boolean isFresh(Held<V> last, long now, Optional<V> outdated) {
            return isGood(last, now)
                    && now - last.at() < fresh(last.value(), outdated).toNanos();
        }

        /** What is outdated is asked for no more often than what fails. */
        @SuppressWarnings("ReferenceEquality") // this very one
        private Duration fresh(V value, Optional<V> outdated) {
            Duration fresh = freshness.fresh().apply(value);
            boolean isOutdated = outdated.isPresent() && outdated.get() == value;
            return isOutdated && fresh.compareTo(freshness.retry()) > 0 ? freshness.retry() : fresh;
        }

        private CompletableFuture<V> start(Loader<V> loader) {
            CompletableFuture<V> coming = new CompletableFuture<>();
            running = Optional.of(coming);
            startedAt = nanoTime.getAsLong();
            Optional<V> old = held.map(Held::value);
            try {
                threads.execute(() -> load(loader, old, coming));
            } catch (RejectedExecutionException e) {
                end(Optional.empty());
                coming.completeExceptionally(new IOException("too much is waited for already", e));
            }
            return coming;
        }

        private void load(Loader<V> loader, Optional<V> old, CompletableFuture<V> coming) {
            try {
                V loaded = loader.load(old);
                end(Optional.of(loaded));
                coming.complete(loaded);
            } catch (IOException | RuntimeException e) {
                end(Optional.empty());
                coming.completeExceptionally(e);
            }
        }

        private synchronized void end(Optional<V> loaded) {
            running = Optional.empty();
            if (loaded.isPresent()) {
                held = Optional.of(new Held<>(loaded.get(), nanoTime.getAsLong()));
                nextTryAt = Long.MIN_VALUE;
            } else {
                nextTryAt = nanoTime.getAsLong() + freshness.retry().toNanos();
            }
        }
    }

    private static <V> V await(CompletableFuture<V> coming, Duration longest, Optional<V> old) throws IOException {
        try {
            return coming.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (TimeoutException | ExecutionException e) {
            if (old.isPresent()) {
                return old.get();
            }
            throw new IOException("it cannot be had, or not in time", e);
        }
    }
}
