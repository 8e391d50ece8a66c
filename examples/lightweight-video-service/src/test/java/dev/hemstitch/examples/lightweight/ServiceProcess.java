package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.Nginx;
import dev.hemstitch.examples.kit.world.Viewer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A runnable jar, running. */
final class ServiceProcess implements AutoCloseable {
    private static final String LISTENING = "listening on ";

    private final Path jar;
    private final Path settings;
    private final Path log;
    private Process process;
    private String uri = "";

    private ServiceProcess(Path jar, Path settings, Path log, Process process) {
        this.jar = jar;
        this.settings = settings;
        this.log = log;
        this.process = process;
    }

    /** Starts a jar on a free port, with these settings as {@code key=value}; it is waited for until it listens. */
    static ServiceProcess start(String name, Path folder, String... settings) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path jar = Path.of("..", name, "target", name + ".jar");
        Path file = folder.resolve(name + ".properties");
        Files.writeString(file, "port=" + port + "\n" + String.join("\n", settings) + "\n");
        Path log = folder.resolve(name + ".log");
        ServiceProcess started = new ServiceProcess(jar, file, log, run(jar, file, log));
        started.listens(name);
        return started;
    }

    /** Runs a jar that is not expected to listen. */
    static Process run(Path jar, Path settings, Path log) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        settings.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Says how long starting took, which a test on a busy machine cannot judge. */
    @SuppressWarnings("SystemOut")
    private void listens(String name) throws IOException {
        long start = System.nanoTime();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).as(Files.readString(log)).startsWith(LISTENING);
        System.out.println(name + " listens after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        uri = line.substring(LISTENING.length());
    }

    String uri() {
        return uri;
    }

    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; waits for the end. */
    void terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Starts it again, and waits until a proxy in front of it, which leaves out for a while what did not answer, asks it again. */
    void startAgainBehind(Nginx nginx) throws IOException {
        process = run(jar, settings, log);
        listens(jar.getFileName().toString());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (answered("multivariant") == 0) {
            assertThat(System.nanoTime()).as("asked again").isLessThan(until);
            new Viewer(nginx.uri(), "channel", "bystander").multivariant();
        }
    }

    /** How many requests of a kind it has answered with what was asked for. */
    int answered(String route) {
        String count = "hemstitch_requests_seconds_count{route=\"" + route + "\",status=\"200\"} ";
        return Viewer.text(Viewer.get(uri, "/metrics"))
                .lines()
                .filter(line -> line.startsWith(count))
                .mapToInt(line -> Integer.parseInt(line.substring(count.length())))
                .sum();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
