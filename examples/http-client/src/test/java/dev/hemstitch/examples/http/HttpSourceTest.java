package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.vast.VastParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private LoopbackServer server;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        source = server.source().mostBytes(1_000).timeout(LONG).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void ad_responses_and_playlists_come_from_one_source() throws IOException {
        server.on("/a", 200, "body", "Content-Type", "application/xml");
        String uri = server.uri("/a?x=1");
        assertThat(source.fetch(uri).text()).asString().isEqualTo("body");
        assertThat(source.fetch(uri).uri()).isEqualTo(uri);
        assertThat(source.fetch(uri, LONG).bytes()).asString().isEqualTo("body");
        assertThat(source.fetch(uri, LONG).uri()).isEqualTo(uri);
        assertThat(source.get(uri, LONG).contentType()).contains("application/xml");
    }

    @Test
    void what_may_not_stand_in_a_uri_is_escaped_for_the_request_only() throws IOException {
        server.on("/", 200, "body");
        String uri = server.uri("/a b|[X]/%zz%41?q={1}\u00e9[Y]#f");
        assertThat(source.fetch(uri).uri()).isEqualTo(uri);
        assertThat(server.requests.get(0).getRequestURI())
                .hasToString("/a%20b%7C%5BX%5D/%25zz%41?q=%7B1%7D%C3%A9%5BY%5D");
    }

    @Test
    void a_packed_body_is_unpacked() throws IOException {
        byte[] body = "x".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        server.on("/gzip", 200, zipped(body), "Content-Encoding", "GZIP");
        assertThat(source.fetch(server.uri("/gzip")).text()).isEqualTo(body);
        assertThat(server.requests.get(0).getRequestHeaders().get("Accept-Encoding"))
                .containsExactly("gzip");
    }

    @Test
    void what_unpacks_to_more_than_the_limit_is_refused() throws IOException {
        byte[] bomb = zipped(new byte[1_001]);
        assertThat(bomb).hasSizeLessThan(100);
        server.on("/bomb", 200, bomb, "Content-Encoding", "gzip");
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/bomb")))
                .withMessage("the body is longer than 1000 bytes");
    }

    @Test
    void what_cannot_be_unpacked_is_told() {
        server.on("/text", 200, "no gzip", "Content-Encoding", "gzip")
                .on("/empty", 200, "", "Content-Encoding", "gzip")
                .on("/br", 200, "?", "Content-Encoding", "br");
        for (String path : List.of("/text", "/empty")) {
            assertThatIOException()
                    .isThrownBy(() -> source.fetch(server.uri(path)))
                    .withMessage("the packed body cannot be unpacked");
        }
        assertThatIOException()
                .isThrownBy(() -> source.fetch(server.uri("/br")))
                .withMessage("the server uses the unknown encoding br");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 304, 400, 403, 404, 410, 429, 500, 503})
    void any_status_but_200_is_told(int status) {
        server.on("/s", status, "");
        assertThatThrownBy(() -> source.fetch(server.uri("/s")))
                .isInstanceOfSatisfying(
                        HttpStatusException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(status))
                .hasMessage("the server answers with status " + status);
    }

    @Test
    void an_ad_server_that_answers_with_status_204_has_no_ad() throws Exception {
        server.on("/none", 204, "").on("/gone", 404, "");
        byte[] response = source.fetch(server.uri("/none"), LONG).bytes();
        assertThat(VastParser.create().parse(response).ads()).isEmpty();
        assertThatThrownBy(() -> source.fetch(server.uri("/gone"), LONG)).isInstanceOf(HttpStatusException.class);
    }

    @Test
    void a_viewers_headers_go_with_that_viewers_requests_only_also_behind_redirects() throws IOException {
        server.redirect("/first", "/second").on("/second", 200, "");
        ViewerHeaders viewer = ViewerHeaders.builder()
                .deviceIp("203.0.113.7")
                .deviceUserAgent("Player/1 (TV; x)")
                .forwardedFor("203.0.113.7, 198.51.100.1")
                .userAgent("Stitcher/2")
                .build();
        source.forViewer(viewer).fetch(server.uri("/first"), LONG);
        source.fetch(server.uri("/second"));
        assertThat(server.requests).hasSize(3);
        for (int i = 0; i < 2; i++) {
            assertThat(server.requests.get(i).getRequestHeaders())
                    .containsEntry("X-device-ip", List.of("203.0.113.7"))
                    .containsEntry("X-device-user-agent", List.of("Player/1 (TV; x)"))
                    .containsEntry("X-forwarded-for", List.of("203.0.113.7, 198.51.100.1"))
                    .containsEntry("User-agent", List.of("Stitcher/2"));
        }
        assertThat(server.requests.get(2).getRequestHeaders().keySet())
                .noneMatch(name -> name.startsWith("X-"))
                .contains("User-agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "a\tb", "a\u007fb", "\u00e9", "a\u2028b"})
    void what_cannot_stand_in_a_header_is_refused(String value) {
        ViewerHeaders.Builder headers = ViewerHeaders.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> headers.deviceIp(value));
        assertThatIllegalArgumentException().isThrownBy(() -> headers.deviceUserAgent(value));
        assertThatIllegalArgumentException().isThrownBy(() -> headers.forwardedFor(value));
        assertThatIllegalArgumentException().isThrownBy(() -> headers.userAgent(value));
        assertThat(headers.build().values()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> headers.userAgent("x".repeat(2_001)));
    }

    @Test
    void no_cookies_are_kept() throws IOException {
        server.on("/c", 200, "", "Set-Cookie", "session=1; Path=/");
        source.fetch(server.uri("/c"));
        source.fetch(server.uri("/c"));
        assertThat(server.requests.get(1).getRequestHeaders()).doesNotContainKey("Cookie");
    }

    @Test
    void a_client_that_would_undo_the_checks_is_refused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpClient keeps =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThatIllegalArgumentException().isThrownBy(() -> server.source().client(follows));
        assertThatIllegalArgumentException().isThrownBy(() -> server.source().client(keeps));
    }

    @Test
    void a_server_that_is_not_there_is_no_connection() {
        String uri = server.uri("/");
        server.close();
        assertThatThrownBy(() -> source.fetch(uri)).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_name_that_is_unknown_is_told() {
        HttpSource nowhere = server.source()
                .lookup(host -> {
                    throw new UnknownHostException();
                })
                .build();
        assertThatIOException()
                .isThrownBy(() -> nowhere.fetch("http://ads.test/"))
                .withMessage("the host ads.test is unknown");
    }

    @Test
    void one_source_serves_many_threads() throws Exception {
        server.on("/", exchange -> {
            byte[] body = exchange.getRequestURI().toString().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String uri = server.uri("/" + i);
                tasks.add(() -> new String(source.fetch(uri).text(), StandardCharsets.US_ASCII));
            }
            List<Future<String>> answers = threads.invokeAll(tasks);
            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(i).get()).isEqualTo("/" + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
