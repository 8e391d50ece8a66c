package dev.hemstitch.examples.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest extends SessionStoreContract {
    @Override
    SessionStore store(Duration kept) {
        return new MemorySessionStore(kept, 1 << 20);
    }

    @Test
    void sessionsTakeNoMoreRoomThanTheyMay() throws Exception {
        MemorySessionStore store = new MemorySessionStore(Duration.ofMinutes(1), 100_000);
        for (int i = 0; i < 1_000; i++) {
            store.compareAndSet("session-" + i, Optional.empty(), "x".repeat(1_000));
        }
        long kept = 0;
        for (int round = 0; round < 1_000 && (round == 0 || kept > 100); round++) {
            kept = 0; // room is made in the background
            for (int i = 0; i < 1_000; i++) {
                kept += store.load("session-" + i).isPresent() ? 1 : 0;
            }
        }
        assertThat(kept).isBetween(1L, 100L);
    }
}
