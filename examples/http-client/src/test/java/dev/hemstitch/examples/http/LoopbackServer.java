package dev.hemstitch.examples.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server of this process. It counts what it was asked for, and what it could send before the other side hung up. */
final class LoopbackServer implements AutoCloseable {
    /** 127.0.0.1 beside what is public: for sources that are to reach this server, but nothing else of this machine. */
    static final AddressPolicy THIS_AND_PUBLIC =
            address -> address.getHostAddress().equals("127.0.0.1") || AddressPolicy.PUBLIC.allows(address);

    final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
    final AtomicLong sent = new AtomicLong();
    final CountDownLatch hungUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;

    LoopbackServer() throws IOException {
        this("http", HttpServer.create());
    }

    LoopbackServer(String scheme, HttpServer server) throws IOException {
        this.scheme = scheme;
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    HttpSourceBuilder source() {
        return HttpSource.builder().ports(Set.of()).addresses(THIS_AND_PUBLIC);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String uri(String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    LoopbackServer on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange);
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    LoopbackServer on(String path, int status, String body, String... headers) {
        return on(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    LoopbackServer on(String path, int status, byte[] body, String... headers) {
        return on(path, exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    LoopbackServer redirect(String from, String to) {
        return on(from, 302, "", "Location", to);
    }

    /** Does not answer before the test is over. */
    LoopbackServer silent(String path) {
        return on(path, exchange -> await(closed));
    }

    /** Sends pieces, with pauses between, until the other side hangs up or all are sent. */
    LoopbackServer stream(String path, long contentLength, int pieceLength, long pieces, int pauseMillis) {
        return on(path, exchange -> {
            exchange.sendResponseHeaders(200, contentLength);
            OutputStream out = exchange.getResponseBody();
            try {
                for (long i = 0; i < pieces; i++) {
                    out.write(new byte[pieceLength]);
                    out.flush();
                    sent.addAndGet(pieceLength);
                    if (pauseMillis > 0) {
                        Thread.sleep(pauseMillis);
                    }
                }
            } catch (IOException e) {
                hungUp.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
