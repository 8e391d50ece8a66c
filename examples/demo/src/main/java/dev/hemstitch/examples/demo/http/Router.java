package dev.hemstitch.examples.demo.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on the loopback address, with routes. What other pages may read (playlists, media, ads) is open to all origins; what
 * changes something may be asked for only by the page of this server, or by no page.
 */
public final class Router implements AutoCloseable {
    private static final int BODY_LIMIT = 64 * 1024;

    private record Registered(String method, String path, boolean isPrefix, boolean isPublic, Route route) {
        boolean serves(String asked) {
            return isPrefix ? asked.startsWith(path) : asked.equals(path);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Registered> routes = new ArrayList<>();

    /**
     * A server that does not listen yet.
     *
     * @param port the port, 0 for any that is free
     * @throws IOException if the port is taken
     */
    public Router(int port) throws IOException {
        // Without it every answer of more than one packet waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "demo-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /**
     * Where this server listens.
     *
     * @return scheme, address and port
     */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * A route that pages of all origins may use.
     *
     * @param method the method
     * @param path the path; with a slash at its end, all that begin with it
     * @param route what answers
     * @return this
     */
    public Router open(String method, String path, Route route) {
        routes.add(new Registered(method, path, path.endsWith("/"), true, route));
        return this;
    }

    /**
     * A route for the page of this server only.
     *
     * @param method the method
     * @param path the path; with a slash at its end, all that begin with it
     * @param route what answers
     * @return this
     */
    public Router own(String method, String path, Route route) {
        routes.add(new Registered(method, path, path.endsWith("/"), false, route));
        return this;
    }

    /** Listens. Routes are registered before. */
    public void start() {
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            Answer answer;
            try {
                answer = route(request, exchange.getResponseHeaders());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer = Answer.NONE;
            } catch (IOException | RuntimeException e) {
                answer = Answer.problem(500, e.getClass().getSimpleName());
            }
            if (answer != Answer.NONE) {
                send(exchange, request, answer);
            }
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
        String rawQuery = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        Headers headers = exchange.getRequestHeaders();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                rawQuery,
                Request.readQuery(rawQuery),
                Optional.ofNullable(headers.getFirst("Origin")),
                Optional.ofNullable(headers.getFirst("Range")),
                new String(body, StandardCharsets.UTF_8));
    }

    private Answer route(Request request, Headers headers) throws IOException, InterruptedException {
        boolean isKnownPath = false;
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        for (Registered registered : routes) {
            if (!registered.serves(request.path())) {
                continue;
            }
            isKnownPath = true;
            if (registered.isPublic()) {
                headers.set("Access-Control-Allow-Origin", "*");
                if (method.equals("OPTIONS")) {
                    headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
                    headers.set("Access-Control-Allow-Headers", "Range");
                    return Answer.empty(204);
                }
            } else if (!request.origin().map(url()::equals).orElse(true)) {
                return Answer.problem(403, "only the page of the demo may ask for this");
            }
            if (registered.method().equals(method)) {
                return registered.route().answer(request);
            }
        }
        return isKnownPath ? Answer.problem(405, "not with this method") : Answer.problem(404, "nothing here");
    }

    private static void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", answer.cacheable ? "public, max-age=3600" : "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (answer.body.length > 0) {
            headers.set("Content-Type", answer.contentType);
        }
        int status = answer.status;
        int from = 0;
        int length = answer.body.length;
        Optional<ByteRangeHeader> range = status == 200
                ? request.range().flatMap(header -> ByteRangeHeader.read(header, answer.body.length))
                : Optional.empty();
        if (range.isPresent()) {
            status = 206;
            from = range.get().from();
            length = range.get().length();
            headers.set("Content-Range", range.get().contentRange(answer.body.length));
        }
        boolean isHead = request.method().equals("HEAD");
        exchange.sendResponseHeaders(status, length == 0 || isHead ? -1 : length);
        if (length > 0 && !isHead) {
            exchange.getResponseBody().write(answer.body, from, length);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
