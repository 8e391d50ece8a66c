package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hemstitch.ads.stitch.live.LiveStateStore.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MemoryStateStoreTest {
    private final RandomStates states = new RandomStates(6);
    private final LiveState first = states.next();
    private final LiveState second = states.next();

    @Test
    void only_who_read_the_latest_state_may_replace_it() {
        MemoryStateStore store = new MemoryStateStore(10, Duration.ofMinutes(1));
        assertThat(store.load("s")).isEmpty();
        assertThat(store.compareAndSet("s", Optional.of(new Stored(first, "1")), second))
                .isFalse();
        assertThat(store.compareAndSet("s", Optional.empty(), first)).isTrue();
        assertThat(store.compareAndSet("s", Optional.empty(), second)).isFalse();
        Optional<Stored> read = store.load("s");
        assertThat(read.map(Stored::state)).contains(first);
        assertThat(store.compareAndSet("s", read, second)).isTrue();
        assertThat(store.compareAndSet("s", read, first)).isFalse();
        assertThat(store.load("s").map(Stored::state)).contains(second);
        assertThat(store.load("other")).isEmpty();
    }

    @Test
    void a_state_that_came_back_is_not_the_one_that_was_read() {
        MemoryStateStore store = new MemoryStateStore(10, Duration.ofMinutes(1));
        store.compareAndSet("s", Optional.empty(), first);
        Optional<Stored> read = store.load("s");
        store.compareAndSet("s", read, second);
        store.compareAndSet("s", store.load("s"), first);
        assertThat(store.compareAndSet("s", read, second)).isFalse();
    }

    @Test
    void it_holds_no_more_sessions_than_it_may_and_forgets_those_that_are_over() {
        MemoryStateStore store = new MemoryStateStore(100, Duration.ofMinutes(1));
        for (int i = 0; i < 1_000; i++) {
            store.compareAndSet("s" + i, Optional.empty(), first);
        }
        assertThat(store.size()).isBetween(50L, 100L);
        assertThat(store.load("s999")).isPresent();
        store.forget("s999");
        assertThat(store.load("s999")).isEmpty();
        assertThat(store.compareAndSet("s999", Optional.empty(), second)).isTrue();
    }

    @Test
    void a_state_expires() throws InterruptedException {
        MemoryStateStore store = new MemoryStateStore(10, Duration.ofMillis(1));
        store.compareAndSet("s", Optional.empty(), first);
        Thread.sleep(50);
        assertThat(store.load("s")).isEmpty();
    }

    @Test
    void of_many_who_write_at_once_one_wins_each_time() throws Exception {
        MemoryStateStore store = new MemoryStateStore(10, Duration.ofMinutes(1));
        store.compareAndSet("s", Optional.empty(), first);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 100; round++) {
                Optional<Stored> read = store.load("s");
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    all.add(threads.submit(() -> store.compareAndSet("s", read, second)));
                }
                int won = 0;
                for (Future<Boolean> each : all) {
                    won += each.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_store_that_would_hold_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryStateStore(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryStateStore(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryStateStore(1, Duration.ofSeconds(-1)));
    }
}
