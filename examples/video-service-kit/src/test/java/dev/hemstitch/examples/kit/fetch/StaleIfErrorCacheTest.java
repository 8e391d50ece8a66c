package dev.hemstitch.examples.kit.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StaleIfErrorCacheTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aFreshValueServesWithoutAskingAgain() throws IOException {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        assertThat(cache.get("a", LONG, old -> loads.incrementAndGet())).isEqualTo(1);
        seconds.set(9);
        assertThat(cache.get("a", LONG, old -> loads.incrementAndGet())).isEqualTo(1);
        seconds.set(10);
        assertThat(cache.get("a", LONG, old -> loads.incrementAndGet())).isEqualTo(2);
        assertThat(cache.get("b", LONG, old -> loads.incrementAndGet())).isEqualTo(3);
    }

    @Test
    void anOldValueServesWhileAskingAgainFailsAndNobodyAsksInBetween() throws IOException {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        cache.get("a", LONG, old -> 7);
        for (int second = 20; second < 30; second++) {
            seconds.set(second);
            assertThat(cache.get("a", LONG, this::fail)).isEqualTo(7);
            assertThat(cache.get("a", LONG, this::fail)).isEqualTo(7);
        }
        assertThat(loads).hasValue(5); // every two seconds
        seconds.set(100);
        assertThatThrownBy(() -> cache.get("a", LONG, this::fail)).isInstanceOf(IOException.class);
        seconds.set(103);
        assertThat(cache.get("a", LONG, old -> 8)).isEqualTo(8);
    }

    @Test
    @Timeout(60)
    void whoFindsSomethingFreshWaitsForNobody() throws Exception {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        Integer outdated = cache.get("a", LONG, old -> 1);
        seconds.set(2);
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Future<Integer> newer = threads.submit(() -> cache.getNewer(outdated, "a", LONG, old -> {
            asking.countDown();
            awaitQuietly(answered);
            return 2;
        }));
        asking.await();
        assertThat(cache.get("a", LONG, this::fail)).isEqualTo(1);
        answered.countDown();
        assertThat(newer.get()).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatCouldNotBeHadIsNotAskedForByEveryRequest() {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> cache.get("a", LONG, this::fail)).isInstanceOf(IOException.class);
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void theLoaderIsToldWhatWasThere() throws IOException {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        cache.get("a", LONG, old -> old.orElse(0) + 1);
        seconds.set(20);
        assertThat(cache.get("a", LONG, old -> old.orElse(0) + 1)).isEqualTo(2);
    }

    @Test
    void whatTurnsOutToBeOutdatedIsAskedForBeforeItsTimeButNotAgainAndAgain() throws IOException {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        Integer outdated = cache.get("a", LONG, old -> loads.incrementAndGet());
        assertThat(cache.getNewer(outdated, "a", LONG, old -> loads.incrementAndGet()))
                .isEqualTo(1);
        seconds.set(2);
        assertThat(cache.getNewer(outdated, "a", LONG, old -> loads.incrementAndGet()))
                .isEqualTo(2);
        seconds.set(5);
        assertThat(cache.getNewer(outdated, "a", LONG, old -> loads.incrementAndGet()))
                .isEqualTo(2); // that is another one, and fresh
        assertThat(cache.get("a", LONG, old -> loads.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void anOutdatedValueServesOnIfNoOtherCanBeHad() throws IOException {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, Runnable::run);
        Integer outdated = cache.get("a", LONG, old -> 7);
        seconds.set(5);
        assertThat(cache.getNewer(outdated, "a", LONG, this::fail)).isEqualTo(7);
        assertThat(cache.getNewer(outdated, "a", LONG, this::fail)).isEqualTo(7);
        assertThat(loads).hasValue(1);
    }

    @Test
    void ofManyWhoAskAtOnceOneAsksForAll() throws Exception {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, threads);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(() -> cache.get("a", LONG, old -> {
                asked.countDown();
                await(answer);
                return loads.incrementAndGet();
            })));
        }
        asked.await();
        answer.countDown();
        for (Future<Integer> one : all) {
            assertThat(one.get()).isEqualTo(1);
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void anOldValueServesAtOnceWhileTheNewOneTakesItsTime() throws Exception {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, threads);
        cache.get("a", LONG, old -> 1);
        seconds.set(20);
        CountDownLatch answer = new CountDownLatch(1);
        assertThat(cache.get("a", LONG, old -> {
                    await(answer);
                    return 2;
                }))
                .isEqualTo(1);
        answer.countDown();
        while (cache.get("a", LONG, old -> 3) == 1) {
            Thread.onSpinWait();
        }
        assertThat(cache.get("a", LONG, old -> 4)).isEqualTo(2);
    }

    @Test
    void aNewValueIsWaitedForWhileThereIsPatience() throws Exception {
        StaleIfErrorCache<Integer> cache = cache(LONG, threads);
        cache.get("a", LONG, old -> 1);
        seconds.set(20);
        assertThat(cache.get("a", LONG, old -> 2)).isEqualTo(2);
    }

    @Test
    @Timeout(10)
    void whoComesWhenPatienceHasRunOutWaitsNoMore() throws Exception {
        StaleIfErrorCache<Integer> cache = cache(LONG, threads);
        cache.get("a", LONG, old -> 1);
        seconds.set(20);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Future<Integer> first = threads.submit(() -> cache.get("a", LONG, old -> {
            asked.countDown();
            await(answer);
            return 2;
        }));
        asked.await();
        seconds.set(20 + LONG.toSeconds());
        assertThat(cache.get("a", LONG, old -> 3)).isEqualTo(1);
        answer.countDown();
        assertThat(first.get()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsLongerThanTheyWant() {
        StaleIfErrorCache<Integer> cache = cache(Duration.ZERO, threads);
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> cache.get("a", Duration.ofMillis(20), old -> {
                    await(never);
                    return 1;
                }))
                .isInstanceOf(IOException.class);
    }

    private StaleIfErrorCache<Integer> cache(Duration patience, Executor executor) {
        Freshness<Integer> freshness = new Freshness<>(
                value -> Duration.ofSeconds(10), patience, Duration.ofSeconds(60), Duration.ofSeconds(2));
        return new StaleIfErrorCache<>(100, freshness, executor, () -> seconds.get() * 1_000_000_000L);
    }

    private Integer fail(Optional<Integer> old) throws IOException {
        loads.incrementAndGet();
        throw new IOException("down; old is " + old);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
