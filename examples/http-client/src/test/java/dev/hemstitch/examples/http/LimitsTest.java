package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time and size: whatever a server does, a fetch ends. */
class LimitsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MEGABYTE = 1 << 20;

    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Well before the server would be done, with room for a machine that is busy. */
    private static void timesOut(ThrowingCallable fetch) {
        long start = System.nanoTime();
        assertThatThrownBy(fetch).isInstanceOf(HttpTimeoutException.class).hasMessageContaining("timed out");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void headers_that_do_not_come_are_a_timeout() {
        server.silent("/silent");
        HttpSource source = server.source().timeout(SHORT).build();
        timesOut(() -> source.fetch(server.uri("/silent")));
        timesOut(() -> source.fetch(server.uri("/silent"), LONG));
    }

    @Test
    void the_time_that_is_left_holds_if_it_is_less() {
        server.silent("/silent");
        HttpSource source = server.source().timeout(LONG).build();
        timesOut(() -> source.fetch(server.uri("/silent"), SHORT));
        timesOut(() -> source.fetch(server.uri("/silent"), Duration.ZERO));
        timesOut(() -> source.fetch(server.uri("/silent"), Duration.ofSeconds(-1)));
    }

    @ParameterizedTest(name = "Content-Length as the server sends it: {0}")
    @ValueSource(longs = {0, 1_000_000})
    void a_body_that_trickles_is_a_timeout_and_the_connection_is_closed(long contentLength) throws Exception {
        server.stream("/trickle", contentLength, 1, 1_000_000, 20);
        timesOut(() -> server.source().timeout(SHORT).build().fetch(server.uri("/trickle")));
        assertThat(server.sent).hasPositiveValue();
        assertThat(server.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_time_is_for_all_redirects_together() {
        for (int i = 0; i < 5; i++) {
            String next = "/" + (i + 1);
            server.on("/" + i, exchange -> {
                pause(150);
                exchange.getResponseHeaders().set("Location", next);
                exchange.sendResponseHeaders(302, -1);
            });
        }
        server.on("/5", 200, "body");
        timesOut(() -> server.source().timeout(SHORT).build().fetch(server.uri("/0")));
    }

    @Test
    void a_lookup_that_hangs_is_a_timeout() {
        CountDownLatch over = new CountDownLatch(1);
        HttpSource source = server.source()
                .timeout(SHORT)
                .lookup(host -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build();
        timesOut(() -> source.fetch(server.uri("/")));
        over.countDown();
    }

    @Test
    void a_connection_that_is_not_accepted_is_a_timeout() throws IOException {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
            }
            HttpSource source =
                    server.source().connectTimeout(SHORT).timeout(LONG).build();
            timesOut(() -> source.fetch("http://127.0.0.1:" + full.getLocalPort() + "/"));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void a_thread_that_is_interrupted_stops_waiting() throws Exception {
        server.silent("/silent");
        HttpSource source = server.source().timeout(LONG).build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> source.fetch(server.uri("/silent"))).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest(name = "Content-Length: {0}")
    @ValueSource(longs = {1_073_741_824, 0})
    void a_gigabyte_is_given_up_early(long contentLength) throws Exception {
        server.stream("/huge", contentLength, MEGABYTE, 1024, 0);
        HttpSource source =
                server.source().timeout(LONG).mostBytes(2 * MEGABYTE).build();
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/huge")))
                .withMessage("the body is longer than 2097152 bytes");
        assertThat(server.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        // What is under way in the buffers of both sides, and no more.
        assertThat(server.sent).hasValueLessThan(64 * MEGABYTE);
    }

    @Test
    void a_length_over_the_limit_is_refused_before_the_body_comes() {
        server.on("/announced", exchange -> {
            exchange.sendResponseHeaders(200, 1_001);
            exchange.getResponseBody().flush();
            pause(20_000);
        });
        long start = System.nanoTime();
        assertThatIOException()
                .isThrownBy(() ->
                        server.source().timeout(LONG).mostBytes(1_000).build().fetch(server.uri("/announced")))
                .withMessage("the body is longer than 1000 bytes");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_body_may_be_as_long_as_the_limit() throws IOException {
        server.on("/exact", 200, "x".repeat(1_000)).stream("/chunked", 0, 500, 2, 0).stream("/more", 0, 1, 1_001, 0);
        HttpSource source = server.source().mostBytes(1_000).build();
        assertThat(source.fetch(server.uri("/exact")).text()).hasSize(1_000);
        assertThat(source.fetch(server.uri("/chunked")).text()).hasSize(1_000);
        assertThatIOException().isThrownBy(() -> source.fetch(server.uri("/more")));
    }

    @Test
    void the_endless_page_of_an_error_is_not_read() throws Exception {
        server.on("/error", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            try {
                for (int i = 0; i < 1_024; i++) {
                    exchange.getResponseBody().write(new byte[MEGABYTE]);
                    server.sent.addAndGet(MEGABYTE);
                }
            } catch (IOException e) {
                server.hungUp.countDown();
            }
        });
        assertThatThrownBy(() -> server.source().timeout(LONG).build().fetch(server.uri("/error")))
                .isInstanceOf(HttpStatusException.class);
        assertThat(server.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.sent).hasValueLessThan(64 * MEGABYTE);
    }

    /** What a server of the JDK would not send. */
    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Content-Length: 9||short",
        "HTTP/1.1 200 OK|Content-Length: x||body",
        "HTTP/1.1 200 OK|Content-Length: 99999999999999999999||body",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|body",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||4|bo",
        "HTTP/1.1 20x OK||body",
        "no HTTP at all",
        "''"
    })
    void an_answer_that_is_none_is_an_io_exception(String answer) throws Exception {
        refused(answer.replace("|", "\r\n"));
    }

    /** The client's own limit (the system property jdk.http.maxHeaderSize), 384 KiB if nothing is said. */
    @Test
    void headers_without_end_are_an_io_exception() throws Exception {
        refused("HTTP/1.1 200 OK\r\n" + "X-Header: value\r\n".repeat(200_000));
        refused("HTTP/1.1 200 OK\r\nX-Header: " + "x".repeat(3_000_000));
    }

    private void refused(String answer) throws IOException {
        try (ServerSocket raw = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                // The client asks again if a connection is closed before there is an answer.
                while (!raw.isClosed()) {
                    try (Socket socket = raw.accept()) {
                        if (socket.getInputStream().read(new byte[10_000]) > 0) {
                            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                        }
                    } catch (IOException e) {
                        // One side has hung up.
                    }
                }
            });
            thread.start();
            HttpSource source = server.source().timeout(LONG).build();
            assertThatThrownBy(() -> source.fetch("http://127.0.0.1:" + raw.getLocalPort() + "/"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
