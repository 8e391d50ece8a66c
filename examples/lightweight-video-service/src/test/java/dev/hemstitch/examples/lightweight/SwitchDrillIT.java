package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.examples.kit.world.RedisServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of the guide: prove both services equal, move a title's viewers, and do without the legacy service. */
class SwitchDrillIT {
    private static final Path HEMSTITCH = Path.of("../command-line/target/hemstitch.jar");

    @TempDir
    private Path folder;

    @Test
    void viewersMoveFromTheLegacyServiceToItsReplacementAndGoOn() throws Exception {
        try (World world = new World();
                RedisServer redis = RedisServer.start();
                ServiceProcess catalog =
                        ServiceProcess.start("catalog", folder, "catalog.titles=" + folder.resolve("titles.json"));
                ServiceProcess legacy = service("legacy-video-service", catalog, redis);
                ServiceProcess lightweight = service("lightweight-video-service", catalog, redis)) {
            put(catalog, "/titles/film", title(world, legacy));
            assertThat(serviceOf(catalog)).isEqualTo(legacy.uri());
            Viewer before = new Viewer(serviceOf(catalog), "film", "a-viewer");
            List<byte[]> shown = before.all().stream().map(HttpResponse::body).toList();

            // 1. Both are the same, for a viewer of the drill's own.
            assertThat(diff(legacy, lightweight)).isZero();

            // 2. The title's viewers move, 3. and the legacy service goes without a word.
            put(catalog, "/titles/film/service", "{\"service\":\"" + lightweight.uri() + "\"}");
            legacy.kill();

            Viewer after = new Viewer(serviceOf(catalog), "film", "a-viewer");
            assertThat(after.service()).isEqualTo(lightweight.uri());
            List<byte[]> shownNow = after.all().stream().map(HttpResponse::body).toList();
            assertThat(shownNow).hasSameSizeAs(shown);
            IntStream.range(0, shown.size())
                    .forEach(i -> assertThat(shownNow.get(i)).isEqualTo(shown.get(i)));
            assertThat(world.ads.asked())
                    .as("the ad server is asked once for each viewer")
                    .hasSize(4);
        }
    }

    private ServiceProcess service(String name, ServiceProcess catalog, RedisServer redis) throws Exception {
        return ServiceProcess.start(
                name, folder, "catalog.url=" + catalog.uri(), "session.store=" + redis.uri(), "ad.timeout.ms=10000");
    }

    private static String title(World world, ServiceProcess service) {
        return "{\"id\":\"film\",\"name\":\"A film\",\"kind\":\"vod\",\"origin\":\"" + world.origin.uri()
                + "/fmp4/content/multivariant.m3u8\",\"vmap\":\"" + world.ads.uri()
                + "/vmap?kind=fmp4&viewer=[VIEWER]\",\"service\":\"" + service.uri() + "\"}";
    }

    private static void put(ServiceProcess catalog, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(catalog.uri() + path))
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(Viewer.send(request).statusCode()).isEqualTo(204);
    }

    /** Where a page finds the service of the title. */
    private static String serviceOf(ServiceProcess catalog) throws Exception {
        return new ObjectMapper()
                .readTree(Viewer.get(catalog.uri(), "/titles/film").body())
                .path("service")
                .asText();
    }

    private int diff(ServiceProcess left, ServiceProcess right) throws Exception {
        String playlist = "/v/film/multivariant.m3u8?viewer=drill";
        Path output = folder.resolve("diff");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        HEMSTITCH.toString(),
                        "diff",
                        left.uri() + playlist,
                        right.uri() + playlist)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output, StandardCharsets.UTF_8)).isBetween(0, 1);
        return exit;
    }
}
