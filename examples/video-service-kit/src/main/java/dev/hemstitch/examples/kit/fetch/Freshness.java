package dev.hemstitch.examples.kit.fetch;

import java.time.Duration;
import java.util.function.Function;

/**
 * How long what was fetched serves.
 *
 * @param <V> what is fetched
 * @param fresh for how long a value serves without asking again
 * @param patience for how long a new value is waited for while there is an old one, from when it was asked for
 * @param stale for how long after it was fetched an old value serves while asking again fails
 * @param retry how long nobody asks again after asking failed
 */
public record Freshness<V>(Function<V, Duration> fresh, Duration patience, Duration stale, Duration retry) {
    /**
     * The same for all values. Old ones serve at once, while they are asked for again in the background.
     *
     * @param <V> what is fetched
     * @param fresh for how long a value serves without asking again
     * @param stale for how long an old value serves while asking again fails
     * @return the freshness
     */
    public static <V> Freshness<V> of(Duration fresh, Duration stale) {
        return new Freshness<>(value -> fresh, Duration.ZERO, stale, Duration.ofSeconds(1));
    }
}
