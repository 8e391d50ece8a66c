package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What strangers send to a service: refused with a status and a reason, and neither the answer nor the log tells too much. */
// Size: one kind of bad request after another, against one running service.
class BadRequestsTest {
    private static final int TEN_MEGABYTES = 10 << 20;
    private static final long LONG_PLAYLIST = 100_000;
    private static final String SECRET = "secret-token-of-a-viewer";

    private static World world;
    private static BothServices services;
    private static ListAppender<ILoggingEvent> log;

    @BeforeAll
    static void start() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("dev.hemstitch");
        ours.setLevel(Level.DEBUG);
        log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        world = new World();
        services = BothServices.start(world.configuration("client.timeout.ms", "1000"));
    }

    @AfterAll
    static void stop() {
        services.close();
        world.close();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource({
        "404, /v/unknown/multivariant.m3u8?viewer=a",
        "404, /v/ts/unknown.m3u8?viewer=a",
        "404, /v/ts/tracking.xml?viewer=a",
        "404, /v/ts/",
        "404, /v/ts",
        "400, /v/ts/v90-media.m3u8",
        "400, /v/ts/tracking.json",
        "400, /v/ts/multivariant.m3u8?viewer=",
        "400, /v/ts/multivariant.m3u8?viewer=a%20b",
        "400, /v/ts/multivariant.m3u8?viewer=a%0d%0aSet-Cookie:x",
        "400, /v/ts/multivariant.m3u8?viewer=../../other",
        "400, /v/ts/multivariant.m3u8?viewer=a&viewer=b",
        "400, /v/ts/multivariant.m3u8?viewer=<script>",
        "400, /v/ts/%2e%2e/%2e%2e/etc/passwd.m3u8?viewer=a",
        "400, /v/ts/..%2f..%2fpasswd.m3u8?viewer=a",
        "400, /v/ts/..%5c..%5cpasswd.m3u8?viewer=a",
        "400, /v/ts/%252e%252e%252fpasswd.m3u8?viewer=a",
        "400, /v/ts/%c0%ae%c0%ae/passwd.m3u8?viewer=a",
        "400, /v/ts/v90-media.m3u8;jsessionid=1?viewer=a",
        "400, /v/ts/v90-media.m3u8%00.html?viewer=a",
        "400, /v/ts/%0d%0aX-Injected:1.m3u8?viewer=a",
        "404, /v/ts/v90-media.M3U8?viewer=a",
        "502, /v/lost/multivariant.m3u8?viewer=a",
        "502, /v/media/multivariant.m3u8?viewer=a",
        "502, /v/video/multivariant.m3u8?viewer=a",
    })
    void isRefusedWithAReasonThatTellsNothing(int status, String target) throws IOException {
        for (String service : services.uris()) {
            assertRefused(status, RawRequest.get(service, target));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v/ts/../../etc/passwd.m3u8?viewer=a",
                "/v/ts/../ts/v90-media.m3u8/../../../x?viewer=a",
                "/../../../../etc/passwd",
                "//etc/passwd",
                "http://other.example/v/none/x.m3u8?viewer=a",
            })
    void aPathThatLeadsElsewhereFindsNothingThere(String target) throws IOException {
        for (String service : services.uris()) {
            assertThat(RawRequest.get(service, target)).matches("(?s)HTTP/1.1 40[04] .*\\{\"error\":.*");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300, 1_500})
    void aTokenThatIsTooLongIsRefused(int length) throws IOException {
        for (String service : services.uris()) {
            assertRefused(400, RawRequest.get(service, "/v/ts/multivariant.m3u8?viewer=" + "a".repeat(length)));
        }
    }

    @Test
    void aQueryThatIsTooLongIsRefused() throws IOException {
        for (String service : services.uris()) {
            assertRefused(414, RawRequest.get(service, "/v/ts/multivariant.m3u8?viewer=a&x=" + "a".repeat(3_000)));
            assertRefused(414, RawRequest.get(service, "/v/ts/multivariant.m3u8?x=" + "a".repeat(20_000)));
        }
    }

    @Test
    void aQueryOfTenMegabytesIsRefusedBeforeItIsRead() throws IOException {
        for (String service : services.uris()) {
            String answer = RawRequest.get(service, "/v/ts/multivariant.m3u8?viewer=" + "a".repeat(TEN_MEGABYTES));
            // Whoever writes on after the refusal may find the connection reset before having read it.
            if (!answer.isEmpty()) {
                assertRefused(414, answer);
            }
            assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        for (String service : services.uris()) {
            assertRefused(431, RawRequest.get(service, "/health", "X-Long: " + "a".repeat(10_000) + "\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /hea\0lth HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
                "POST /v/ts/played?viewer=a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
                "POST /v/ts/played?viewer=a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n",
            })
    void whatIsNoHttpIsRefused(String request) throws IOException {
        for (String service : services.uris()) {
            assertThat(RawRequest.send(service, request))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("eclipse", "jetty");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400| ",
                "400|{}",
                "400|[]",
                "400|{\"from\":1}",
                "400|{\"from\":2,\"to\":1}",
                "400|{\"from\":\"1\",\"to\":\"2\"}",
                "400|{\"from\":-1,\"to\":2}",
                "400|{\"from\":0,\"to\":1e400}",
                "400|{\"from\":0,\"to\":NaN}",
                "400|{\"from\":0,\"to\":1}{}",
                "400|[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
            })
    void aReportThatIsNoneIsRefused(int status, String body) {
        for (String service : services.uris()) {
            HttpResponse<byte[]> answer = new Viewer(service, "ts", "a").played(String.valueOf(body));
            assertThat(answer.statusCode()).as(body).isEqualTo(status);
            assertThat(Viewer.text(answer)).startsWith("{\"error\":");
        }
    }

    @Test
    void aReportThatIsTooLongIsRefused() {
        for (String service : services.uris()) {
            assertThat(statusOfLongReport(service, 5)).isEqualTo(413);
        }
    }

    /** Who is refused while still sending may lose the answer with the connection: then once more. */
    private static int statusOfLongReport(String service, int tries) {
        try {
            return new Viewer(service, "ts", "a")
                    .played(" ".repeat(TEN_MEGABYTES / 10))
                    .statusCode();
        } catch (UncheckedIOException e) {
            if (tries == 1) {
                throw e;
            }
            return statusOfLongReport(service, tries - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void otherMethodsAreRefused(String method) {
        for (String service : services.uris()) {
            HttpResponse<byte[]> answer =
                    Viewer.send(HttpRequest.newBuilder(URI.create(service + "/v/ts/multivariant.m3u8?viewer=a"))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow").orElseThrow()).startsWith("GET, HEAD, OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/none", "/health", "/v/ts/played?viewer=a", "/v/ts/multivariant.m3u8?viewer=a"})
    void traceIsRefusedEverywhereAndSendsNothingBack(String target) throws IOException {
        for (String service : services.uris()) {
            String answer = RawRequest.send(
                    service,
                    "TRACE " + target + " HTTP/1.1\r\nHost: service\r\nConnection: close\r\nX-Any: reflected\r\n\r\n");
            assertRefused(405, answer);
            assertThat(answer).contains("Allow: GET, HEAD, OPTIONS, POST\r\n").doesNotContain("reflected");
        }
    }

    @Test
    void aReportIsPosted() {
        for (String service : services.uris()) {
            HttpResponse<byte[]> answer = Viewer.get(service, "/v/ts/played?viewer=a");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /favicon.ico", "POST /none", "OPTIONS /none", "GET /v/none", "GET /v/ts/none.xml"})
    void whatIsNotThereIsRefusedAlikeByBothServices(String request) throws IOException {
        for (String service : services.uris()) {
            String answer =
                    RawRequest.send(service, request + " HTTP/1.1\r\nHost: service\r\nConnection: close\r\n\r\n");
            assertRefused(404, answer);
            assertThat(answer)
                    .contains("Access-Control-Allow-Origin: *\r\n", "X-Content-Type-Options: nosniff\r\n")
                    .contains("Cache-Control: no-store\r\n");
        }
    }

    @Test
    void whatTheLegacyServiceAlwaysHadIsRead() throws IOException {
        String legacy = services.legacy().uri();
        assertThat(RawRequest.get(legacy, "/")).endsWith("A video service\n");
        assertThat(RawRequest.send(legacy, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD\r\n");
    }

    @Test
    void aClientThatSendsTooSlowlyIsThrownOut() throws Exception {
        for (String service : services.uris()) {
            try (Socket socket = RawRequest.open(service)) {
                OutputStream out = socket.getOutputStream();
                out.write("POST /v/ts/played?viewer=a HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n{"
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String answer = RawRequest.read(socket); // and nothing more is sent
                assertThat(answer).startsWith("HTTP/1.1 408");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v/ts/multiva", "GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: "})
    void aClientThatNeverEndsItsRequestIsThrownOut(String beginning) throws IOException {
        for (String service : services.uris()) {
            assertRefused(408, RawRequest.send(service, beginning));
        }
    }

    @Test
    void aClientThatSendsAByteNowAndThenIsThrownOut() throws Exception {
        for (String service : services.uris()) {
            try (Socket socket = RawRequest.open(service)) {
                OutputStream out = socket.getOutputStream();
                out.write("GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nX: "
                        .getBytes(StandardCharsets.US_ASCII));
                int sent = 0;
                try {
                    for (; sent < 300; sent++) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(100);
                    }
                } catch (IOException e) {
                    // What is awaited: the service has hung up.
                }
                assertThat(sent).isLessThan(300);
            }
        }
    }

    @Test
    void aClientThatDoesNotTakeItsAnswersIsThrownOut() throws Exception {
        String request = "GET /v/long/video.m3u8?viewer=a HTTP/1.1\r\nHost: a\r\n\r\n";
        for (String service : services.uris()) {
            try (Socket socket = RawRequest.open(service)) {
                socket.getOutputStream().write(request.repeat(100).getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                long whole = 0;
                try {
                    for (int slowly = 0; slowly < 100; slowly++) {
                        whole += in.readNBytes(1).length;
                        Thread.sleep(100);
                    }
                    whole += in.readAllBytes().length; // what was on its way before the connection was closed
                } catch (IOException e) {
                    // The same, reset.
                }
                assertThat(whole).isLessThan(100 * LONG_PLAYLIST);
                assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aClientThatIsQuickAndQuietInBetweenIsNotThrownOut() throws Exception {
        for (String service : services.uris()) {
            try (Socket socket = RawRequest.open(service)) {
                for (int i = 0; i < 6; i++) {
                    socket.getOutputStream()
                            .write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] answer = new byte[1_000];
                    int length = socket.getInputStream().read(answer);
                    assertThat(new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII))
                            .startsWith("HTTP/1.1 200");
                    Thread.sleep(500);
                }
            }
        }
    }

    @Test
    void noLineOfTheLogNamesAViewerByMoreThanAHash() {
        for (String service : services.uris()) {
            Viewer viewer = new Viewer(service, "ts", SECRET);
            viewer.all();
            viewer.get("none.m3u8?viewer=" + SECRET);
            viewer.played("{\"from\":0,\"to\":5}");
            viewer.played("{}");
        }
        assertThat(log.list).isNotEmpty();
        assertThat(List.copyOf(log.list)).allSatisfy(event -> {
            String line = event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy();
            assertThat(line).doesNotContain(SECRET, "127.0.0.1", world.origin.uri(), "Java-http-client");
        });
    }

    private static void assertRefused(int status, String answer) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + ' ');
        int body = answer.indexOf("\r\n\r\n") + 4;
        assertThat(answer.substring(body)).matches("\\{\"error\":\"[A-Za-z0-9 ,;_'-]+\"}\n");
        assertThat(answer)
                .contains("application/json")
                .doesNotContain(
                        "127.0.0.1", "secret-folder", "Exception", "at dev.", "X-Injected", "Set-Cookie", "Server:");
    }
}
