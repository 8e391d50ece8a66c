package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FILEs that are URLs, from a server of this process. */
class HttpInputTest {
    private static final byte[] MEDIA =
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\na.ts\n".getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch finished = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;
    private String root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 404, MEDIA));
        server.createContext("/live/v.m3u8", exchange -> answer(exchange, 200, MEDIA));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/live/v.m3u8?session=1");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/zipped", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, zipped());
        });
        server.createContext("/brotli", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            answer(exchange, 200, MEDIA);
        });
        server.createContext("/silent", exchange -> waitForTheEnd());
        server.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(MEDIA);
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
        server.start();
        root = "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        finished.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(MEDIA);
        }
        return bytes.toByteArray();
    }

    private void waitForTheEnd() {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputReader reader(Duration timeout, int mostBytes) {
        return new InputReader(
                InputStream.nullInputStream(),
                InputReader.http().timeout(timeout).mostBytes(mostBytes).build());
    }

    @Test
    void aUrlIsReadLikeAFile() {
        Run run = Run.of("rewrite", root + "/live/v.m3u8");
        assertThat(run.out()).isEqualTo(MEDIA);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void referencesResolveFromBehindAllRedirects() throws Exception {
        Input input = reader(Duration.ofSeconds(30), 1_000).read(root + "/moved?x=1");
        assertThat(input.uri()).isEqualTo(root + "/live/v.m3u8?session=1");
    }

    @Test
    void aUrlThatWasNotRedirectedStaysAsItWasTyped() throws Exception {
        String url = root + "/live/v.m3u8?a=[1] {2}%zz";
        assertThat(reader(Duration.ofSeconds(30), 1_000).read(url).uri()).isEqualTo(url);
    }

    @Test
    void aZippedBodyIsUnpacked() {
        assertThat(Run.of("rewrite", root + "/zipped").out()).isEqualTo(MEDIA);
    }

    @Test
    void anErrorOfTheServerIsUnreadableInput() {
        Run run = Run.of("inspect", root + "/absent.m3u8?token=secret");
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(root + "/absent.m3u8?\u2026: cannot be read: the server answers with status 404\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void tokensOfAdResponsesThatCannotBeReadAreNotTold() {
        for (String option : new String[] {"--vmap", "--vast"}) {
            String url = root + "/live/v.m3u8?token=secret" + (option.equals("--vast") ? "@0" : "");
            Run run = Run.of("stitch", root + "/live/v.m3u8", option, url);
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("/live/v.m3u8?…:1:1: error ").doesNotContain("secret");
        }
    }

    @Test
    void anUnknownEncodingIsUnreadableInput() {
        Run run = Run.of("inspect", root + "/brotli");
        assertThat(run.err()).contains("the server uses the unknown encoding br");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereIsUnreadableInput() {
        server.stop(0);
        Run run = Run.of("inspect", root + "/live/v.m3u8");
        assertThat(run.err()).endsWith(": cannot be read: no connection to the host\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        assertThatThrownBy(() -> reader(Duration.ofMillis(200), 1_000).read(root + "/silent"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void aBodyThatStallsIsGivenUp() {
        assertThatThrownBy(() -> reader(Duration.ofMillis(500), 1_000).read(root + "/stalls"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void aBodyBeyondTheLimitIsUnreadableInput() {
        assertThatThrownBy(() -> reader(Duration.ofSeconds(30), 20).read(root + "/stalls"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(": cannot be read: the body is longer than 20 bytes");
    }
}
