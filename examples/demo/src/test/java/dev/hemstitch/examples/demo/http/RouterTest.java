package dev.hemstitch.examples.demo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Router router;

    @BeforeEach
    void start() throws IOException {
        router = new Router(0);
        router.open(
                        "GET",
                        "/open",
                        request -> Answer.json("\"" + request.parameter("who").orElse("nobody") + "\""))
                .own("POST", "/own/", request -> Answer.json("\"" + request.path() + request.body() + "\""))
                .own("GET", "/broken", request -> {
                    throw new IOException("a secret path");
                });
        router.start();
    }

    @AfterEach
    void stop() {
        router.close();
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(router.url() + path))
                .method(method, method.equals("POST") ? BodyPublishers.ofString("!") : BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void queries_are_decoded() throws Exception {
        assertThat(send("GET", "/open?who=J%C3%BCrgen+K&x").body()).isEqualTo("\"Jürgen K\"");
        assertThat(send("GET", "/open?who=first&who=100%25&x=").body()).isEqualTo("\"100%\"");
    }

    @Test
    void what_changes_things_is_refused_to_pages_of_others() throws Exception {
        assertThat(send("POST", "/own/thing", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/own/thing", "Origin", router.url()).body()).isEqualTo("\"/own/thing!\"");
        assertThat(send("POST", "/own/thing").statusCode()).isEqualTo(200);
    }

    @Test
    void open_routes_answer_preflight_requests() throws Exception {
        HttpResponse<String> answer = send("OPTIONS", "/open", "Origin", "http://elsewhere");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("Range");
    }

    @Test
    void unknown_paths_methods_and_failures_have_their_status() throws Exception {
        assertThat(send("GET", "/nowhere").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/open").statusCode()).isEqualTo(405);
        HttpResponse<String> failure = send("GET", "/broken");
        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.body()).doesNotContain("secret");
    }

    @Test
    void heads_have_no_body() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/open");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
