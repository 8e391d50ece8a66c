package dev.hemstitch.examples.catalog;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The backend of titles: which there are, and which service plays them. For people and services of one's own: whoever can reach it
 * can edit it, so it listens on this machine only unless it is told otherwise.
 */
public final class Catalog implements AutoCloseable {
    private static final int THREADS = 8;

    static {
        // Else headers and body, written apart, wait for an acknowledgement that comes 40 ms later.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * A catalog.
     *
     * @param address where it listens
     * @param document its titles
     * @throws IOException if the port cannot be had
     */
    public Catalog(InetSocketAddress address, TitleDocument document) throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", new CatalogHandler(document));
    }

    /**
     * Starts the catalog. Settings are {@code host} (127.0.0.1), {@code port} (8090, 0 for any) and {@code catalog.titles}, the
     * file of its titles, which is written when they are edited; without it they live as long as the process.
     *
     * @param arguments nothing, or a properties file; the environment counts more, as {@code HEMSTITCH_CATALOG_TITLES}
     * @throws IOException if a file cannot be read, or the port cannot be had
     */
    public static void main(String[] arguments) throws IOException {
        Properties properties = new Properties();
        if (arguments.length > 0) {
            try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        Optional<Path> file = Optional.of(setting(properties, "catalog.titles", ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        String host = setting(properties, "host", "127.0.0.1");
        int port = Integer.parseInt(setting(properties, "port", "8090"));
        Catalog catalog = new Catalog(new InetSocketAddress(host, port), TitleDocument.load(file));
        Runtime.getRuntime().addShutdownHook(new Thread(catalog::close, "stop"));
        catalog.start(host);
    }

    private static String setting(Properties properties, String key, String otherwise) {
        Map<String, String> environment = System.getenv();
        String variable = "HEMSTITCH_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
        return environment.getOrDefault(variable, properties.getProperty(key, otherwise));
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Starts to answer, and says so on standard output.
     *
     * @param host the name to say
     */
    @SuppressWarnings("SystemOut") // what the line is for
    public void start(String host) {
        server.start();
        System.out.println("listening on http://" + host + ':' + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
