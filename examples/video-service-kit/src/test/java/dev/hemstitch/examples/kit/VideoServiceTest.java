package dev.hemstitch.examples.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.examples.kit.http.ServiceAnswer;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.RedisServer;
import dev.hemstitch.examples.kit.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VideoServiceTest {
    private static final String VIEWER = "?viewer=token";
    private static final String PATIENT = "10000";

    private final World world = new World();
    private final List<VideoService> services = new ArrayList<>();

    @AfterEach
    void stop() {
        services.forEach(VideoService::close);
        world.close();
    }

    @Test
    void aViewerWithoutATokenGetsOne() {
        VideoService service = service();
        ServiceAnswer answer = get(service, "/v/ts/multivariant.m3u8");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("Location")).matches("multivariant\\.m3u8\\?viewer=[A-Za-z0-9_-]{22}");
        assertThat(get(service, "/v/ts/multivariant.m3u8").headers().get("Location"))
                .isNotEqualTo(answer.headers().get("Location"));
        assertThat(get(service, "/v/none/multivariant.m3u8").status()).isEqualTo(404);
    }

    @Test
    void everyUriOfTheMultivariantPlaylistIsOneOfThisService() {
        String playlist = text(get(service(), "/v/fmp4/multivariant.m3u8" + VIEWER));
        assertThat(playlist.lines().filter(line -> !line.startsWith("#")))
                .containsExactly("v180-media.m3u8?viewer=token", "v90-media.m3u8?viewer=token");
        assertThat(playlist)
                .contains("URI=\"audio-en-media.m3u8?viewer=token\"", "URI=\"v180-iframes.m3u8?viewer=token\"")
                .doesNotContain(world.origin.uri());
    }

    @Test
    void anAdServerIsAskedOnceForAViewer() {
        VideoService service = service();
        for (int i = 0; i < 5; i++) {
            get(service, "/v/ts/multivariant.m3u8" + VIEWER);
            get(service, "/v/ts/v180-media.m3u8" + VIEWER);
            get(service, "/v/ts/tracking.json" + VIEWER);
        }
        assertThat(world.ads.asked()).hasSize(2); // a VMAP response, and a wrapper in it
        get(service, "/v/ts/multivariant.m3u8?viewer=another");
        assertThat(world.ads.asked()).hasSize(4);
    }

    @Test
    void anAdServerIsNotToldTheToken() {
        get(service(), "/v/ts/multivariant.m3u8?viewer=very-secret-token");
        assertThat(world.ads.asked()).isNotEmpty().noneMatch(query -> query.contains("very-secret-token"));
    }

    @Test
    void replicasWithOneStoreGiveTheSameEvenIfTheAdServerChangesItsMind() throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            VideoService one = service("session.store", redis.uri());
            VideoService other = service("session.store", redis.uri());
            String multivariant = text(get(one, "/v/fmp4/multivariant.m3u8" + VIEWER));
            int asked = world.ads.asked().size();
            world.ads.fail(Fault.DOWN);
            assertThat(text(get(other, "/v/fmp4/multivariant.m3u8" + VIEWER))).isEqualTo(multivariant);
            for (String rendition :
                    List.of("v180-media", "v90-media", "audio-en-media", "subtitles-en-media", "v90-iframes")) {
                String path = "/v/fmp4/" + rendition + ".m3u8" + VIEWER;
                assertThat(text(get(other, path)))
                        .isEqualTo(text(get(one, path)))
                        .contains("/ad-1");
            }
            assertThat(text(get(other, "/v/fmp4/tracking.json" + VIEWER)))
                    .isEqualTo(text(get(one, "/v/fmp4/tracking.json" + VIEWER)));
            assertThat(world.ads.asked()).hasSize(asked);
        }
    }

    @Test
    void withoutItsStoreAServicePlaysOn() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            VideoService service = service("session.store", redis.uri());
            String before = text(get(service, "/v/ts/v90-media.m3u8" + VIEWER));
            redis.kill();
            assertThat(text(get(service, "/v/ts/v90-media.m3u8" + VIEWER))).isEqualTo(before);
            assertThat(get(service, "/v/ts/v90-media.m3u8?viewer=new").status()).isEqualTo(200);
            assertThat(post(service, "/v/ts/played" + VIEWER, "{\"from\":0,\"to\":5}")
                            .status())
                    .as("beacons wait until it is certain that they go out once")
                    .isEqualTo(503);
            assertThat(world.ads.beacons()).isEmpty();
        }
    }

    @Test
    void everyBeaconIsSentOnceHoweverOftenWhateverReplicaIsTold() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            VideoService one = service("session.store", redis.uri());
            VideoService other = service("session.store", redis.uri());
            double end = end(one);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<ServiceAnswer>> reports = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (double at = 0; at < end; at += 2) {
                    String report = "{\"from\":" + at + ",\"to\":" + (at + 2) + "}";
                    VideoService told = (int) at % 4 == 0 ? one : other;
                    reports.add(threads.submit(() -> post(told, "/v/ts/played" + VIEWER, report)));
                    reports.add(threads.submit(() -> post(one, "/v/ts/played" + VIEWER, report)));
                }
            }
            for (Future<ServiceAnswer> report : reports) {
                assertThat(report.get().status()).isEqualTo(204);
            }
            threads.shutdown();
            int expected = 4 * 6 + 1; // four ads with an impression and five events each, and the wrapper's impression
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (world.ads.beacons().size() < expected && System.nanoTime() < until) {
                Thread.sleep(10);
            }
            services.forEach(VideoService::close); // whatever else is on its way goes out
            assertThat(world.ads.beacons()).hasSize(expected).doesNotHaveDuplicates();
        }
    }

    @Test
    void beaconsOfWhatWasSkippedAreNotSent() throws Exception {
        VideoService service = service();
        double end = end(service);
        post(service, "/v/ts/played" + VIEWER, "{\"from\":" + (end - 1) + ",\"to\":" + (end + 1) + "}");
        service.close();
        assertThat(world.ads.beacons()).containsExactlyInAnyOrder("ad=post&event=impression", "ad=post&event=complete");
    }

    @Test
    void healthSaysWhenItIsDown() {
        VideoService service = service();
        assertThat(text(get(service, "/health"))).isEqualTo("{\"status\":\"up\"}\n");
        service.stopping();
        assertThat(get(service, "/health").status()).isEqualTo(503);
        assertThat(get(service, "/v/ts/multivariant.m3u8" + VIEWER).status()).isEqualTo(200);
    }

    @Test
    void metricsCountWhatHappens() {
        VideoService service = service();
        get(service, "/v/ts/v90-media.m3u8" + VIEWER);
        get(service, "/v/ts/none.m3u8" + VIEWER);
        assertThat(text(get(service, "/metrics")))
                .contains(
                        "hemstitch_requests_seconds_count{route=\"rendition\",status=\"200\"} 1",
                        "hemstitch_requests_seconds_count{route=\"rendition\",status=\"404\"} 1",
                        "hemstitch_ad_answers_total{outcome=\"with ads\"} 1.0",
                        "hemstitch_sessions_total{outcome=\"started\"} 1.0",
                        "jvm_memory_used_bytes");
    }

    @Test
    void aPageOfAnotherOriginMayAsk() {
        ServiceAnswer preflight = answer(service(), "OPTIONS", "/v/ts/played" + VIEWER, "");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "OPTIONS, POST")
                .containsEntry("Access-Control-Allow-Headers", "Content-Type");
    }

    private double end(VideoService service) throws IOException {
        JsonNode avails = new ObjectMapper()
                .readTree(text(get(service, "/v/ts/tracking.json" + VIEWER)))
                .path("avails");
        JsonNode last = avails.get(avails.size() - 1);
        return last.path("startTimeInSeconds").asDouble()
                + last.path("durationInSeconds").asDouble();
    }

    private VideoService service(String... settings) {
        List<String> all = new ArrayList<>(List.of("ad.timeout.ms", PATIENT));
        all.addAll(List.of(settings));
        VideoService service = new VideoService(world.configuration(all.toArray(String[]::new)));
        services.add(service);
        return service;
    }

    private static ServiceAnswer get(VideoService service, String target) {
        return answer(service, "GET", target, "");
    }

    private static ServiceAnswer post(VideoService service, String target, String body) {
        return answer(service, "POST", target, body);
    }

    private static ServiceAnswer answer(VideoService service, String method, String target, String body) {
        String[] parts = target.split("\\?", 2);
        return service.answer(new ServiceRequest(
                method,
                parts[0],
                parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
                new Device("127.0.0.1", Optional.of("test")),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(ServiceAnswer answer) {
        return new String(answer.body().toBytes(), StandardCharsets.UTF_8);
    }
}
