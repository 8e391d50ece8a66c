package dev.hemstitch.examples.kit.world;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Redis of Debian's, on a free port, that keeps nothing on disk. A test that needs it is skipped where there is none. */
public final class RedisServer implements AutoCloseable {
    private static final Optional<Path> BINARY = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "redis-server"))
            .filter(Files::isExecutable)
            .findFirst();

    private final int port;
    private Process process;

    private RedisServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static RedisServer start() throws IOException {
        Assumptions.assumeTrue(BINARY.isPresent(), "redis-server is not installed");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return new RedisServer(port, run(port));
    }

    private static Process run(int port) throws IOException {
        Process process = new ProcessBuilder(
                        BINARY.orElseThrow().toString(),
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                if (socket.getInputStream().read() == '+') {
                    return process;
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    process.destroyForcibly();
                    throw e;
                }
            }
            Thread.onSpinWait();
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Kills it; it forgets everything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same port, empty. */
    public void startAgain() throws IOException {
        process = run(port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
