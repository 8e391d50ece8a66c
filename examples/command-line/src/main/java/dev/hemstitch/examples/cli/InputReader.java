package dev.hemstitch.examples.cli;

import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.uri.UriReferences;
import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpResource;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.http.HttpSourceBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads FILEs, whatever they are: a path, {@code -}, or a URL of http, https or file. */
final class InputReader {
    /** One byte more than the parser takes: enough for it to see that there is too much. */
    private static final int MOST_BYTES = ParseLimits.DEFAULT.maxBytes() + 1;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final InputStream standardInput;
    private final HttpSource http;
    private final int mostBytes;
    private final Set<Path> files;

    InputReader(InputStream standardInput) {
        this(standardInput, http().build());
    }

    InputReader(InputStream standardInput, HttpSource http) {
        this(standardInput, http, MOST_BYTES, new LinkedHashSet<>());
    }

    private InputReader(InputStream standardInput, HttpSource http, int mostBytes, Set<Path> files) {
        this.standardInput = standardInput;
        this.http = http;
        this.mostBytes = mostBytes;
        this.files = files;
    }

    /**
     * A reader of the same that holds less in memory.
     *
     * @param limit so many bytes are taken; one more is read, by which the limit is known to be exceeded
     * @return the reader
     */
    InputReader limitedTo(int limit) {
        return new InputReader(standardInput, http.upTo(limit + 1), limit + 1, files);
    }

    /** An operator asks what he wants to, also hosts of his own network; a proxy is used where Java is told of one. */
    static HttpSourceBuilder http() {
        return HttpSource.builder()
                .client(HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build())
                .timeout(TIMEOUT)
                .mostBytes(MOST_BYTES)
                .ports(Set.of())
                .addresses(AddressPolicy.ANY);
    }

    /**
     * Reads a FILE.
     *
     * @param file a FILE, or a URI that was resolved from {@link Input#uri}
     * @return what it holds
     * @throws InputException if it cannot be read
     */
    Input read(String file) throws InputException {
        String name = isUrl(file) ? UriReferences.redact(file) : file;
        try {
            if (isHttp(file)) {
                HttpResource resource = http.get(file, TIMEOUT);
                return new Input(name, resource.uri(), resource.contentType(), resource.bytes());
            }
            if (file.equals("-")) {
                return new Input(name, uri(file), Optional.empty(), standardInput.readNBytes(mostBytes));
            }
            Path path = isUrl(file) ? LocalUris.toPath(file) : Path.of(file);
            try (InputStream in = Files.newInputStream(path)) {
                files.add(path);
                return new Input(name, uri(file), Optional.empty(), in.readNBytes(mostBytes));
            }
        } catch (IOException | InvalidPathException e) {
            throw new InputException(name + ": cannot be read: " + reason(e));
        }
    }

    /** The local files that were read, in order. */
    Set<Path> files() {
        return files;
    }

    /**
     * The URI of a FILE, without reading it; also of one that is to be written.
     *
     * @param file a FILE; references of standard input resolve as those of a file in the working directory
     * @return the absolute URI, before redirects
     * @throws InvalidPathException if it can be no FILE here
     */
    static String uri(String file) {
        if (isHttp(file)) {
            return file;
        }
        return isUrl(file) ? LocalUris.normalized(file) : LocalUris.of(Path.of(file));
    }

    /** Whether a FILE is a URL of http or https. */
    static boolean isHttp(String file) {
        String start = file.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /** Whether a FILE is a URL, of a local file too. */
    static boolean isUrl(String file) {
        return isHttp(file) || file.toLowerCase(Locale.ROOT).startsWith("file:/");
    }

    /** A sentence: the messages of these are nothing but the path, or nothing at all. */
    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof ConnectException) {
            return "no connection to the host";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
