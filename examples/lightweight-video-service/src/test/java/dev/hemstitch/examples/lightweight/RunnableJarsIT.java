package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars as they are run. */
class RunnableJarsIT {
    private static final String LISTENING = "listening on ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"legacy-video-service", "lightweight-video-service"})
    void aServiceStartsAnswersLogsJsonAndStopsWhenItIsTold(String name) throws Exception {
        try (World world = new World()) {
            Path settings = Files.writeString(
                    folder.resolve("service.properties"),
                    "port=0\nlog.level=debug\nad.timeout.ms=10000\ncatalog.url=" + world.catalog.uri() + "\n");
            Path log = folder.resolve("log");
            Process process = run(name, log, settings.toString());
            try {
                String service = listening(name, process);
                assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
                assertThat(new Viewer(service, "fmp4", "token").all()).allMatch(answer -> answer.statusCode() == 200);
                assertThat(Viewer.text(Viewer.get(service, "/metrics"))).contains("hemstitch_requests_seconds_count");
                process.destroy(); // SIGTERM
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(Files.readAllLines(log))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"timestamp\":") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("\"RENDITION\""));
        }
    }

    @Test
    void aServiceThatIsSetUpWronglySaysSoAndEnds() throws Exception {
        Path settings = Files.writeString(folder.resolve("service.properties"), "prot=8081\n");
        Path log = folder.resolve("log");
        Process process = run("lightweight-video-service", log, settings.toString());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("unknown settings [prot]");
    }

    @Test
    void theCatalogStarts() throws Exception {
        Path settings = Files.writeString(folder.resolve("catalog.properties"), "port=0\n");
        Process process = run("catalog", folder.resolve("log"), settings.toString());
        try {
            String catalog = listening("catalog", process);
            assertThat(Viewer.text(Viewer.get(catalog, "/titles"))).isEqualTo("{\"titles\":[]}");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process run(String name, Path log, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("..", name, "target", name + ".jar").toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectError(log.toFile()).start();
    }

    /** Where it listens; says how long starting took, which a test on a busy machine cannot judge. */
    @SuppressWarnings("SystemOut")
    private static String listening(String name, Process process) throws IOException {
        long start = System.nanoTime();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).startsWith(LISTENING);
        System.out.println(name + " listens after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        return line.substring(LISTENING.length());
    }
}
