package dev.hemstitch.examples.kit.world;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** nginx as {@code deploy/nginx.conf} sets it up, but for its addresses. A test that needs it is skipped where there is none. */
public final class Nginx implements AutoCloseable {
    private static final Optional<Path> BINARY = Stream.concat(
                    Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
            .map(folder -> Path.of(folder, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static Nginx start(Path folder, List<String> replicas) throws IOException {
        Assumptions.assumeTrue(BINARY.isPresent(), "nginx is not installed");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path shipped = SampleOrigin.samples().resolveSibling("examples/video-service-kit/deploy/nginx.conf");
        String servers = replicas.stream()
                .map(uri -> URI.create(uri).getAuthority())
                .map(replica -> "server " + replica + " max_fails=1 fail_timeout=2s;\nserver " + replica
                        + " backup max_fails=0;")
                .collect(Collectors.joining("\n"));
        String settings = Files.readString(shipped)
                .replaceAll("server 127\\.0\\.0\\.1:8081 (?:.*\n)+?.*8082 backup.*", servers)
                .replace("127.0.0.1:8080", "127.0.0.1:" + port);
        Files.createDirectories(folder.resolve("logs"));
        Path conf = Files.writeString(folder.resolve("nginx.conf"), settings);
        Process process = new ProcessBuilder(
                        BINARY.orElseThrow().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        conf.toString(),
                        "-g",
                        "daemon off;")
                .inheritIO()
                .start();
        Nginx nginx = new Nginx(port, process);
        nginx.await();
        return nginx;
    }

    private void await() throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    close();
                    throw e;
                }
            }
            Thread.onSpinWait();
        }
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy(); // the master ends its workers
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
