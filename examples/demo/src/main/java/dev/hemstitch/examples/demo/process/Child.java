package dev.hemstitch.examples.demo.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program in a jar, as a process of its own: {@code java -jar JAR CONFIGURATION}. It says {@code listening on URL} when it is
 * ready. Started again, it listens where it did before. Thread-safe.
 */
public final class Child implements AutoCloseable {
    private static final String LISTENING = "listening on ";
    private static final int SECONDS_TO_START = 30;
    private static final int SECONDS_TO_STOP = 5;

    private final String name;
    private final Path jar;
    private final Path folder;
    private final Supplier<Map<String, String>> configuration;
    private volatile @Nullable Process process;
    private volatile @Nullable String url;
    private volatile boolean isClosed;

    /**
     * A program that does not run yet.
     *
     * @param name what it is called, also in the names of its files
     * @param jar its jar
     * @param folder where its configuration and its log are written
     * @param configuration what its properties file holds, but for the port; asked at each start
     */
    public Child(String name, Path jar, Path folder, Supplier<Map<String, String>> configuration) {
        this.name = name;
        this.jar = jar;
        this.folder = folder;
        this.configuration = configuration;
    }

    /**
     * What it is called.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Where it listens, or did.
     *
     * @return scheme, address and port
     * @throws IllegalStateException if it has not been started
     */
    public String url() {
        String known = url;
        if (known == null) {
            throw new IllegalStateException(name + " has not been started");
        }
        return known;
    }

    /**
     * Its process.
     *
     * @return the process id; empty if it does not run
     */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /**
     * Starts it, and waits until it listens. Does nothing if it runs.
     *
     * @throws IOException if it does not within 30 seconds
     * @throws InterruptedException if interrupted meanwhile
     */
    public synchronized void start() throws IOException, InterruptedException {
        if (isClosed || pid().isPresent()) {
            return;
        }
        if (!Files.isRegularFile(jar)) {
            throw new IOException(name + ": there is no " + jar + " (mvn package makes it)");
        }
        Path properties = writeConfiguration();
        Path log = folder.resolve(name + ".log");
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        properties.toString()))
                .redirectErrorStream(true)
                .start();
        process = started;
        if (isClosed) {
            started.destroyForcibly();
        }
        CompletableFuture<String> listening = new CompletableFuture<>();
        Thread reader = new Thread(() -> copyOutput(started, log, listening), "output of " + name);
        reader.setDaemon(true);
        reader.start();
        try {
            url = listening.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            started.destroyForcibly();
            throw new IOException(name + " does not listen; see " + log, e);
        }
    }

    private Path writeConfiguration() throws IOException {
        String known = url;
        StringBuilder text = new StringBuilder(
                "port=" + (known == null ? 0 : URI.create(known).getPort()) + "\n");
        configuration
                .get()
                .forEach((key, value) -> text.append(key)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n'));
        return Files.writeString(folder.resolve(name + ".properties"), text);
    }

    private static void copyOutput(Process process, Path log, CompletableFuture<String> listening) {
        try (BufferedReader reader = process.inputReader();
                Writer writer = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.write('\n');
                writer.flush();
                if (line.startsWith(LISTENING)) {
                    listening.complete(line.substring(LISTENING.length()).trim());
                }
            }
            listening.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        } catch (UncheckedIOException e) {
            listening.completeExceptionally(e.getCause());
        }
    }

    /** Kills it at once, as a machine that loses power does. Does nothing if it does not run. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitEnd(running);
        }
    }

    /** Asks it to stop, kills it if it does not within five seconds, and never starts it again. */
    @Override
    public void close() {
        isClosed = true;
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!awaitEnd(running)) {
                running.destroyForcibly();
            }
        }
    }

    private static boolean awaitEnd(Process process) {
        try {
            return process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
