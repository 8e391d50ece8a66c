package dev.hemstitch.examples.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.session.SessionStore.Stored;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every session store does. */
abstract class SessionStoreContract {
    abstract SessionStore store(Duration kept) throws IOException;

    @Test
    void whatIsStoredIsLoaded() throws IOException {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            assertThat(store.load("none")).isEmpty();
            assertThat(store.compareAndSet("a", Optional.empty(), "one \u00e9\n{}"))
                    .isPresent();
            assertThat(store.load("a")).map(Stored::value).contains("one \u00e9\n{}");
            assertThat(store.load("b")).isEmpty();
        }
    }

    @Test
    void nothingIsWrittenOverWhatAnotherWrote() throws IOException {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            store.compareAndSet("a", Optional.empty(), "one");
            assertThat(store.compareAndSet("a", Optional.empty(), "two")).isEmpty();
            Optional<Stored> one = store.load("a");
            assertThat(store.compareAndSet("a", one, "three")).isPresent();
            assertThat(store.compareAndSet("a", one, "four")).isEmpty();
            assertThat(store.load("a")).map(Stored::value).contains("three");
        }
    }

    @Test
    void theSameValueWrittenTwiceIsTwoVersions() throws IOException {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            store.compareAndSet("a", Optional.empty(), "one");
            Optional<Stored> one = store.load("a");
            store.compareAndSet("a", one, "two");
            store.compareAndSet("a", store.load("a"), "one");
            assertThat(store.compareAndSet("a", one, "three")).isEmpty();
        }
    }

    @Test
    void aVersionTellsWhichOthersItWasMadeOf() throws Exception {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            Stored one = store.compareAndSet("a", Optional.empty(), "one").orElseThrow();
            Stored two = store.compareAndSet("a", Optional.of(one), "two").orElseThrow();
            Stored other = store.compareAndSet("b", Optional.empty(), "one").orElseThrow();
            assertThat(store.load("a")).contains(two);
            assertThat(two.isOfOneLine(one)).isTrue();
            assertThat(two.isOfOneLine(other)).isFalse();
        }
    }

    @Test
    void whatExpiredIsGoneAndMayBeWrittenAnew() throws Exception {
        try (SessionStore store = store(Duration.ofMillis(50))) {
            store.compareAndSet("a", Optional.empty(), "one");
            Optional<Stored> one = store.load("a");
            while (store.load("a").isPresent()) {
                Thread.sleep(100); // longer than it lives; loading makes it live on
            }
            assertThat(store.compareAndSet("a", one, "two")).isEmpty();
            assertThat(store.compareAndSet("a", Optional.empty(), "three")).isPresent();
        }
    }

    @Test
    void whatIsNotNeededForLongGoesBeforeOthersAlsoWhenItWasLoaded() throws Exception {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            store.compareAndSet("long", Optional.empty(), "one");
            store.compareAndSet("short", Optional.empty(), "one", Duration.ofMillis(50));
            for (int i = 0; i < 50 && store.load("short").isPresent(); i++) {
                Thread.sleep(100);
            }
            assertThat(store.load("short")).isEmpty();
            assertThat(store.load("long")).isPresent();
        }
    }

    @Test
    void nothingIsKeptLongerThanTheStoreKeepsAnything() throws Exception {
        try (SessionStore store = store(Duration.ofMillis(50))) {
            store.compareAndSet("a", Optional.empty(), "one", SessionStore.LONGEST);
            for (int i = 0; i < 50 && store.load("a").isPresent(); i++) {
                Thread.sleep(100);
            }
            assertThat(store.load("a")).isEmpty();
        }
    }

    @Test
    void noIncrementOfManyThreadsIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    for (int k = 0; k < 50; k++) {
                        increment(store);
                    }
                    return true;
                }));
            }
            for (Future<?> future : all) {
                future.get();
            }
            assertThat(store.load("count")).map(Stored::value).contains("400");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void increment(SessionStore store) throws IOException {
        Optional<Stored> now = store.load("count");
        int next = now.map(stored -> Integer.parseInt(stored.value())).orElse(0) + 1;
        if (store.compareAndSet("count", now, Integer.toString(next)).isEmpty()) {
            increment(store);
        }
    }
}
