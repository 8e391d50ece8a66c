package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import dev.hemstitch.examples.legacy.LegacyVideoService;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that stops, as it does when it is told to terminate, lets requests end that are on their way. */
class StopTest {
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final String LONG = "GET /v/long/video.m3u8?viewer=viewer HTTP/1.1\r\nHost: a\r\n\r\n";
    /** More than systems keep between two programs. */
    private static final int REQUESTS = 60;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private JettyServer start(String service) throws Exception {
        ServiceConfiguration configuration =
                world.configuration("ad.timeout.ms", "10000", "origin.timeout.ms", "10000");
        return (service.equals("legacy")
                        ? LegacyVideoService.server(configuration)
                        : LightweightVideoService.server(configuration))
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "lightweight"})
    void anAnswerThatIsWaitedForComesWhole(String service) throws Exception {
        JettyServer server = start(service);
        world.ads.delay(A_WHILE);
        Viewer viewer = new Viewer(server.uri(), "fmp4", "viewer");
        CompletableFuture<HttpResponse<byte[]>> coming = CompletableFuture.supplyAsync(viewer::multivariant);
        while (world.ads.begun() == 0) {
            Thread.sleep(10);
        }
        server.stop();
        assertThat(coming).isCompletedWithValueMatching(answer -> answer.statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "lightweight"})
    void anAnswerThatIsTakenWithPausesComesWhole(String service) throws Exception {
        JettyServer server = start(service);
        try (Socket client = RawRequest.openNarrow(server.uri())) {
            client.getOutputStream().write(LONG.repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(500); // until the system takes no more of it
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
            Thread.sleep(A_WHILE.toMillis());
            List<String> answers = List.of(RawRequest.read(client).split("(?=HTTP/1.1)"));
            stopped.join();
            assertThat(answers)
                    .hasSizeBetween(2, REQUESTS - 1)
                    .allSatisfy(answer -> assertThat(answer)
                            .satisfiesAnyOf(
                                    whole -> assertThat(whole)
                                            .startsWith("HTTP/1.1 200")
                                            .endsWith("#EXT-X-ENDLIST\n"),
                                    refused -> assertThat(refused).startsWith("HTTP/1.1 503")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "lightweight"})
    void whoIsConnectedAndAsksForNothingIsNotWaitedFor(String service) throws Exception {
        JettyServer server = start(service);
        try (Socket idle = RawRequest.open(server.uri())) {
            assertThat(Viewer.get(server.uri(), "/health").statusCode()).isEqualTo(200);
            long start = System.nanoTime();
            server.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_WHILE);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }
}
