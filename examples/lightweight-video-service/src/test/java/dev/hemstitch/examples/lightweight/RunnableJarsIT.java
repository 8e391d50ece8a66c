package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars as they are run. */
class RunnableJarsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"legacy-video-service", "lightweight-video-service"})
    void aServiceStartsAnswersLogsJsonAndStopsWhenItIsTold(String name) throws Exception {
        try (World world = new World();
                ServiceProcess process = ServiceProcess.start(
                        name, folder, "log.level=debug", "ad.timeout.ms=10000", "catalog.url=" + world.catalog.uri())) {
            String service = process.uri();
            assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
            assertThat(new Viewer(service, "fmp4", "token").all()).allMatch(answer -> answer.statusCode() == 200);
            assertThat(Viewer.text(Viewer.get(service, "/metrics"))).contains("hemstitch_requests_seconds_count");
            process.terminate();
            assertThat(process.log())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"timestamp\":") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("\"RENDITION\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-video-service", "lightweight-video-service", "catalog"})
    void aProgramThatIsSetUpWronglySaysSoInALineAndEnds(String name) throws Exception {
        Path settings = Files.writeString(folder.resolve("service.properties"), "prot=8081\n");
        assertThat(status(name, settings)).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("log"))).matches(name + ": unknown settings \\[prot][^\n]*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-video-service", "lightweight-video-service", "catalog"})
    void aProgramWhosePortIsTakenSaysSoInALineAndEnds(String name) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path settings = Files.writeString(folder.resolve("service.properties"), "port=" + taken.getLocalPort());
            assertThat(status(name, settings)).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("log")))
                    .matches(name + ": cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": [^\n]*\n");
        }
    }

    private int status(String name, Path settings) throws Exception {
        Path jar = Path.of("..", name, "target", name + ".jar");
        Process process = ServiceProcess.run(jar, settings, folder.resolve("log"));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theCatalogStarts() throws Exception {
        try (ServiceProcess catalog = ServiceProcess.start("catalog", folder)) {
            assertThat(Viewer.text(Viewer.get(catalog.uri(), "/titles"))).isEqualTo("{\"titles\":[]}");
        }
    }
}
