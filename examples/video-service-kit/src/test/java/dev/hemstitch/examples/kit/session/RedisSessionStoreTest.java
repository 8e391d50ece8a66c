package dev.hemstitch.examples.kit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.examples.kit.world.RedisServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisSessionStoreTest extends SessionStoreContract {
    private static RedisServer redis;

    @BeforeAll
    static void start() throws IOException {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @BeforeEach
    void empty() throws Exception {
        redis.kill();
        redis.startAgain();
    }

    @Override
    SessionStore store(Duration kept) {
        return new RedisSessionStore(URI.create(redis.uri()), kept);
    }

    @Test
    void twoReplicasSeeTheSame() throws IOException {
        try (SessionStore one = store(Duration.ofMinutes(1));
                SessionStore other = store(Duration.ofMinutes(1))) {
            one.compareAndSet("a", Optional.empty(), "one");
            assertThat(other.compareAndSet("a", Optional.empty(), "two")).isEmpty();
            assertThat(other.load("a")).isEqualTo(one.load("a")).isPresent();
        }
    }

    @Test
    void aRedisThatWasRestartedIsUsedAgain() throws Exception {
        try (SessionStore store = store(Duration.ofMinutes(1))) {
            store.compareAndSet("a", Optional.empty(), "one");
            redis.kill();
            assertThatThrownBy(() -> store.load("a")).isInstanceOf(IOException.class);
            redis.startAgain();
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (true) {
                try {
                    assertThat(store.load("a")).as("it forgot everything").isEmpty();
                    break;
                } catch (IOException e) {
                    assertThat(System.nanoTime()).isLessThan(until);
                }
            }
            assertThat(store.compareAndSet("a", Optional.empty(), "two")).isPresent();
        }
    }

    @Test
    void aRedisThatHangsIsNotWaitedForByEveryRequest() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                SessionStore store = new RedisSessionStore(
                        URI.create("redis://127.0.0.1:" + silent.getLocalPort()), Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> store.load("a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.load("a"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a moment ago")
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }
}
