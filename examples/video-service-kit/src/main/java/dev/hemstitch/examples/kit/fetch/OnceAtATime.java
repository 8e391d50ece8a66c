package dev.hemstitch.examples.kit.fetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work that is the same for all who ask for it at the same moment: one does it, on its own thread, and the others wait. Safe for
 * use by several threads.
 *
 * @param <V> what comes of it
 */
public final class OnceAtATime<V> {
    private final ConcurrentMap<String, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    /** Nothing is done yet. */
    public OnceAtATime() {}

    /**
     * Does the work, or waits for whoever does it.
     *
     * @param key what work it is
     * @param work the work; what it throws is thrown to all who wait
     * @return what comes of it
     */
    public V get(String key, Supplier<V> work) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> other = running.putIfAbsent(key, own);
        if (other != null) {
            return await(other);
        }
        try {
            own.complete(work.get());
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            running.remove(key, own);
        }
        return await(own);
    }

    private static <V> V await(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
