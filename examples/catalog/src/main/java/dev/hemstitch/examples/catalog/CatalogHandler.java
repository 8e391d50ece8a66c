package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /titles}, {@code GET PUT DELETE /titles/ID}, {@code PUT /titles/ID/service}, {@code GET /health}. Pages of any origin
 * may read; the page that edits is one's own, behind the same door as the catalog.
 */
final class CatalogHandler implements HttpHandler {
    private static final String TITLES = "/titles";
    private static final int MOST_BYTES = 1 << 16;

    private final TitleDocument document;

    CatalogHandler(TitleDocument document) {
        this.document = document;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            send(exchange, 204, new byte[0]);
        } else if (path.equals("/health") && method.equals("GET")) {
            send(exchange, 200, "{\"status\":\"up\"}\n".getBytes(StandardCharsets.UTF_8));
        } else if (path.equals(TITLES) && method.equals("GET")) {
            send(exchange, 200, TitleDocument.JSON.writeValueAsBytes(document.all()));
        } else if (path.startsWith(TITLES + '/')) {
            title(exchange, method, path.substring(TITLES.length() + 1));
        } else {
            refuse(exchange, 404, "there is nothing here");
        }
    }

    private void title(HttpExchange exchange, String method, String rest) throws IOException {
        String id = rest.endsWith("/service") ? rest.substring(0, rest.length() - "/service".length()) : rest;
        boolean isService = id.length() < rest.length();
        try {
            switch (method) {
                case "GET" -> show(exchange, id, isService);
                case "PUT" -> edit(exchange, id, isService);
                case "DELETE" -> done(exchange, !isService && document.remove(id));
                default -> {
                    exchange.getResponseHeaders().set("Allow", isService ? "GET, PUT" : "DELETE, GET, PUT");
                    refuse(exchange, 405, "this method is not allowed here");
                }
            }
        } catch (InvalidTitleException e) {
            refuse(exchange, 400, e.reason());
        } catch (NotSavedException e) {
            tell(e);
            refuse(exchange, 500, "the titles cannot be written: nothing was changed");
        }
    }

    /** To whoever runs the catalog; whoever asked is not told where files are. */
    @SuppressWarnings("SystemOut")
    private static void tell(NotSavedException e) {
        System.err.println("catalog: " + e.getMessage());
    }

    private void show(HttpExchange exchange, String id, boolean isService) throws IOException {
        JsonNode title = document.title(id).<JsonNode>map(found -> found).orElse(TitleDocument.JSON.missingNode());
        if (title.isMissingNode()) {
            done(exchange, false);
        } else {
            JsonNode shown =
                    isService ? TitleDocument.JSON.createObjectNode().set("service", title.path("service")) : title;
            send(exchange, 200, TitleDocument.JSON.writeValueAsBytes(shown));
        }
    }

    private void edit(HttpExchange exchange, String id, boolean isService) throws IOException {
        ObjectNode body = body(exchange);
        if (isService) {
            TitleForm.checkUrl(body, "service");
            done(exchange, document.move(id, body.path("service").asText()));
        } else {
            TitleForm.check(body.put("id", id));
            document.put(body);
            done(exchange, true);
        }
    }

    private static ObjectNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        try {
            if (bytes.length <= MOST_BYTES && TitleDocument.JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // the same as another kind of JSON
        }
        throw new InvalidTitleException("the body is a JSON object of up to 64 KiB");
    }

    private static void done(HttpExchange exchange, boolean wasThere) throws IOException {
        if (wasThere) {
            send(exchange, 204, new byte[0]);
        } else {
            refuse(exchange, 404, "there is no such title");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
        send(exchange, status, ("{\"error\":\"" + reason + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
