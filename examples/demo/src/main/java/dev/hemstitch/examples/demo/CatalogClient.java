package dev.hemstitch.examples.demo;

import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the catalogue, also for the page: what the page asks for below {@code /catalog/} is asked of the catalogue, so that the
 * page talks to one host. Thread-safe.
 */
final class CatalogClient {
    static final String PATH = "/catalog/";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<String> url;

    CatalogClient(Supplier<String> url) {
        this.url = url;
    }

    /** Hands a request of the page on. */
    Answer forward(Request request) throws IOException, InterruptedException {
        String path = request.path().substring(PATH.length());
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(URI.create(url.get() + "/" + path)).timeout(Duration.ofSeconds(3));
        if (request.method().equals("PUT")) {
            asked.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(request.body()));
        }
        try {
            HttpResponse<String> answer = http.send(asked.build(), BodyHandlers.ofString());
            return Answer.json(answer.body()).withStatus(answer.statusCode());
        } catch (IOException e) {
            return Answer.problem(502, "the catalogue does not answer");
        }
    }

    /** Moves the viewers of a title to a service. */
    void move(String title, String service) throws IOException, InterruptedException {
        Answer answer = forward(new Request(
                "PUT",
                PATH + "titles/" + title + "/service",
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                "{\"service\":\"" + service + "\"}"));
        if (answer.status() / 100 != 2) {
            throw new IOException("the catalogue answers " + answer.status() + " to the service of " + title);
        }
    }
}
