package dev.hemstitch.examples.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "vmap, file:///etc/passwd",
        "vmap, [VIEWER]",
        "vmap, //ads.example/",
        "adTag, ads.example/?r=1",
        "adTag, 'http://ads example/'",
        "origin, film.m3u8",
        "origin, http:film.m3u8",
        "service, ftp://a",
    })
    void aTitleWithAUrlThatIsNoneIsRefusedByTheNameOfTheField(String field, String url) throws Exception {
        ObjectNode title = ((ObjectNode) new ObjectMapper().readTree(FILM)).put(field, url);
        HttpResponse<String> answer = send("PUT", "/titles/new", title.toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"" + field + " is ");
        assertThat(send("GET", "/titles/new", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ads.example/[asset.region]/vast?v=[VIEWER]&d=[BREAKMAXDURATION]&c=%%RANDOM%%&p=a|b",
                "https://[2001:db8::1]:8080/vast",
                "",
            })
    void macrosAndWhateverQueriesHoldAreTakenInUrlsOfAds(String url) throws Exception {
        ObjectNode title = ((ObjectNode) new ObjectMapper().readTree(FILM))
                .put("adTag", url)
                .put("vmap", url);
        assertThat(send("PUT", "/titles/film", title.toString()).statusCode()).isEqualTo(204);
        assertThat(json("GET", "/titles/film", "")).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|titles",
                "{\"titles\":[]|JSON",
                "{\"titles\":[]} {}|JSON",
                "{\"titles\":[],\"titles\":[]}|titles",
                "{\"titels\":[]}|titles",
                "{\"titles\":{}}|titles",
                "{\"titles\":[],\"version\":2}|titles",
                "[]|titles",
                "{\"titles\":[FILM,5]}|title 2",
                "{\"titles\":[FILM,FILM]}|film",
                "{\"titles\":[FILM,{\"id\":\"a b\"}]}|title 2: id",
                "{\"titles\":[{\"id\":\"a\",\"kind\":\"radio\"}]}|title 1: kind",
            })
    void aFileThatIsNotUnderstoodIsNamedAndLeftAsItIs(String text, String reason) throws IOException {
        String written = text.replace("FILM", FILM);
        Files.writeString(file, written);
        assertThatThrownBy(() -> TitleDocument.load(Optional.of(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
        assertThat(file).hasContent(written);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> TitleDocument.load(Optional.of(file))).hasMessageContaining(file.toString());
    }

    @Test
    void anEditThatCannotBeWrittenIsRefusedAndNotMade() throws Exception {
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        assertThat(send("PUT", "/titles/new", FILM).body()).startsWith("{\"error\":");
        assertThat(send("PUT", "/titles/new", FILM).statusCode()).isEqualTo(500);
        assertThat(send("DELETE", "/titles/film", "").statusCode()).isEqualTo(500);
        assertThat(send("PUT", "/titles/film/service", "{\"service\":\"http://other.example\"}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(json("GET", "/titles", "").path("titles")).containsExactly(new ObjectMapper().readTree(FILM));
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
        assertThat(send("POST", "/titles/film", FILM).headers().firstValue("Allow"))
                .contains("DELETE, GET, PUT");
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
