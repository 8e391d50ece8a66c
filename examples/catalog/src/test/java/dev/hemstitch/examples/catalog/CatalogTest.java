package dev.hemstitch.examples.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private static final String FILM = """
            {"id":"film","name":"A film","kind":"vod","origin":"http://origin.example/film.m3u8","vmap":"http://ads.example/?r=[CACHEBUSTING]",
            "service":"http://legacy.example:8081"}""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path file;
    private Catalog catalog;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("titles.json");
        Files.writeString(file, "{\"titles\":[" + FILM + "]}");
        catalog = open();
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    private Catalog open() throws IOException {
        Catalog opened = new Catalog(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TitleDocument.load(Optional.of(file)));
        opened.start("127.0.0.1");
        return opened;
    }

    @Test
    void titlesAreServedAsTheyAreWritten() throws Exception {
        JsonNode film = new ObjectMapper().readTree(FILM);
        assertThat(json("GET", "/titles", "").path("titles")).hasSize(1).first().isEqualTo(film);
        assertThat(json("GET", "/titles/film", "")).isEqualTo(film);
        assertThat(send("GET", "/titles/none", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/health", "").body()).isEqualTo("{\"status\":\"up\"}\n");
    }

    @Test
    void movingATitleMovesNothingElseAndOutlivesTheProcess() throws Exception {
        assertThat(send("PUT", "/titles/film/service", "{\"service\":\"http://light.example:8082\"}")
                        .statusCode())
                .isEqualTo(204);
        catalog.close();
        catalog = open();
        JsonNode moved = json("GET", "/titles/film", "");
        assertThat(moved.path("service").asText()).isEqualTo("http://light.example:8082");
        assertThat(moved.path("origin").asText()).isEqualTo("http://origin.example/film.m3u8");
        assertThat(json("GET", "/titles/film/service", "").path("service").asText())
                .isEqualTo("http://light.example:8082");
    }

    @Test
    void titlesComeAndGo() throws Exception {
        String live = FILM.replace("film", "channel").replace("vod", "live");
        assertThat(send("PUT", "/titles/channel", live).statusCode()).isEqualTo(204);
        assertThat(json("GET", "/titles", "").path("titles")).hasSize(2);
        assertThat(send("DELETE", "/titles/film", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/titles/film", "").statusCode()).isEqualTo(404);
        assertThat(json("GET", "/titles", "").path("titles").findValuesAsText("id"))
                .containsExactly("channel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"service\":\"\"}",
                "{\"service\":\"ftp://a\"}",
                "{\"service\":\"javascript:alert(1)\"}",
            })
    void aServiceThatIsNoUrlIsRefused(String body) throws Exception {
        assertThat(send("PUT", "/titles/film/service", body).statusCode()).isEqualTo(400);
        assertThat(json("GET", "/titles/film", "").path("service").asText()).isEqualTo("http://legacy.example:8081");
    }

    @Test
    void whatIsNoTitleIsRefused() throws Exception {
        assertThat(send("PUT", "/titles/new", "{\"kind\":\"vod\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/titles/a%2Fb", FILM).statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/titles/new", FILM.replace("vod", "radio")).statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/titles/new", " ".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/titles/none/service", "{\"service\":\"http://a\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/titles/film", FILM).statusCode()).isEqualTo(405);
        assertThat(send("GET", "/../etc/passwd", "").statusCode()).isEqualTo(404);
    }

    private JsonNode json(String method, String path, String body) throws Exception {
        return new ObjectMapper().readTree(send(method, path, body).body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catalog.port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
