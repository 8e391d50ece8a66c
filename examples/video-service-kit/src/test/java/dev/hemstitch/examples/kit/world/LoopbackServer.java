package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of this process that can be made to fail in the ways in which servers fail. */
public abstract class LoopbackServer implements AutoCloseable {
    /** How it fails. */
    public enum Fault {
        NONE,
        /** Answers with status 503. */
        DOWN,
        /** Answers only when the test is over. */
        SLOW,
        /** Answers what nobody can read. */
        GARBAGE
    }

    private static final byte[] NONSENSE = "<html>\0 not what you want &&& \u00ff</".getBytes(StandardCharsets.UTF_8);

    static {
        // Else headers and body, written apart, wait for an acknowledgement that comes 40 ms later.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Failure failure = new Failure("", Fault.NONE);
    private final AtomicInteger begun = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    /** How it fails, and for which paths: those that hold a text. */
    private record Failure(String path, Fault how) {}

    protected LoopbackServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        begun.incrementAndGet();
        sleep();
        Failure now = failure;
        boolean isHit = exchange.getRequestURI().getPath().contains(now.path());
        switch (isHit ? now.how() : Fault.NONE) {
            case NONE -> answer(exchange);
            case DOWN -> send(exchange, 503, new byte[0]);
            case GARBAGE -> send(exchange, 200, NONSENSE);
            case SLOW -> {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    protected abstract void answer(HttpExchange exchange) throws IOException;

    protected static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public void fail(Fault how) {
        fail("", how);
    }

    /** Fails for those paths only that hold a text. */
    public void fail(String path, Fault how) {
        failure = new Failure(path, how);
    }

    /** Answers no sooner than this, as those who are far away. */
    public void delay(Duration time) {
        delay = time;
    }

    /** How many requests have come, answered or not. */
    public int begun() {
        return begun.get();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
