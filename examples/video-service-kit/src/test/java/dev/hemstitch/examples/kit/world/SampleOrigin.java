package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An origin that has the sample presentations: {@code /KIND/SOURCE/multivariant.m3u8}. */
public final class SampleOrigin extends LoopbackServer {
    private final Path samples = samples();
    private final AtomicInteger requests = new AtomicInteger();

    @Override
    void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Path file =
                samples.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
        if (file.startsWith(samples) && Files.isRegularFile(file)) {
            send(exchange, 200, Files.readAllBytes(file));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    public int requests() {
        return requests.get();
    }

    /** The samples, seen from whatever module's folder the tests run in. */
    public static Path samples() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("samples"))) {
            folder = folder.getParent();
        }
        return folder.resolve("samples");
    }
}
