package dev.hemstitch.examples.kit.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nginx does as it is shipped, in front of replicas that do as they are told. */
class NginxTest {
    private static final String TOKEN = "secret-token-of-a-viewer";
    private static final String PLAYLIST = "/v/a/video.m3u8?viewer=" + TOKEN;

    @TempDir
    private Path folder;

    /** Answers, but for what is asked by a viewer whom it cannot serve just now. */
    private static final class Replica extends LoopbackServer {
        @Override
        protected void answer(HttpExchange exchange) throws IOException {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            send(exchange, query.endsWith("behind") ? 503 : 200, "{}\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Viewer.text(answer)).matches("\\{\"error\":\"[a-zA-Z ]+\"}\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void itsOwnRefusalsAreALineOfJson() throws IOException {
        String lost;
        try (Replica replica = new Replica()) {
            lost = replica.uri();
        }
        try (Nginx nginx = Nginx.start(folder, List.of(lost))) {
            assertRefused(new Viewer(nginx.uri(), "a", TOKEN).played(" ".repeat(3_000)), 413);
            assertRefused(Viewer.get(nginx.uri(), PLAYLIST + "a".repeat(9_000)), 414);
            assertRefused(Viewer.get(nginx.uri(), PLAYLIST), 502);
        }
    }

    @Test
    void noLogNamesAViewersTokenWhateverFails() throws Exception {
        try (Replica replica = new Replica();
                Replica other = new Replica()) {
            Nginx nginx = Nginx.start(folder, List.of(replica.uri(), other.uri()));
            try (nginx) {
                new Viewer(nginx.uri(), "a", TOKEN).played(" ".repeat(3_000));
                for (LoopbackServer lost : List.of(replica, other)) {
                    assertThat(Viewer.get(nginx.uri(), PLAYLIST).statusCode()).isEqualTo(200);
                    lost.close();
                    Viewer.get(nginx.uri(), PLAYLIST);
                }
            }
        }
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            assertThat(logs)
                    .hasSize(2)
                    .allSatisfy(log ->
                            assertThat(log).content(StandardCharsets.UTF_8).doesNotContain(TOKEN));
        }
        assertThat(folder.resolve("logs/access.log")).content().contains("502", "413");
    }

    @Test
    void viewersWhomNoReplicaCanServeTakeNoneFromOthers() throws IOException {
        try (Replica replica = new Replica();
                Replica other = new Replica();
                Nginx nginx = Nginx.start(folder, List.of(replica.uri(), other.uri()))) {
            for (int i = 0; i < 10; i++) {
                assertThat(Viewer.get(nginx.uri(), "/v/a/video.m3u8?viewer=behind")
                                .statusCode())
                        .isEqualTo(503);
                assertThat(Viewer.send(HttpRequest.newBuilder(URI.create(nginx.uri() + "/v/a/played?viewer=behind"))
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build())
                                .statusCode())
                        .isEqualTo(503);
                assertThat(Viewer.get(nginx.uri(), PLAYLIST).statusCode()).isEqualTo(200);
            }
        }
    }
}
