package dev.hemstitch.examples.catalog;

import com.sun.net.httpserver.HttpServer;
import dev.hemstitch.examples.settings.Launcher;
import dev.hemstitch.examples.settings.Setting;
import dev.hemstitch.examples.settings.SettingException;
import dev.hemstitch.examples.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The backend of titles: which there are, and which service plays them. For people and services of one's own: whoever can reach it
 * can edit it, so it listens on this machine only unless it is told otherwise.
 */
public final class Catalog implements AutoCloseable {
    private static final int THREADS = 8;
    private static final Set<Setting> SETTINGS = EnumSet.of(Setting.HOST, Setting.PORT, Setting.CATALOG_TITLES);

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
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException("cannot listen on " + address.getHostString() + ':' + address.getPort(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", new CatalogHandler(document));
    }

    /**
     * Starts the catalog. Settings are {@code host} (127.0.0.1), {@code port} (8090, 0 for any) and {@code catalog.titles}, the
     * file of its titles, which is written when they are edited; without it they live as long as the process.
     *
     * @param arguments nothing, a properties file, or {@code --help}; the environment counts more, as {@code HEMSTITCH_CATALOG_TITLES}
     * @throws Exception if the catalog itself is broken; what is set up wrongly is told on standard error
     */
    public static void main(String[] arguments) throws Exception {
        new Launcher("catalog", SETTINGS, Catalog::start).launch(arguments);
    }

    private static void start(Settings settings) throws IOException {
        String host = settings.host();
        Catalog catalog = new Catalog(new InetSocketAddress(host, settings.port(8090)), titles(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(catalog::close, "stop"));
        catalog.start(host);
    }

    private static TitleDocument titles(Settings settings) {
        String file = settings.text(Setting.CATALOG_TITLES, "");
        try {
            return TitleDocument.load(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new SettingException(Setting.CATALOG_TITLES.key() + ": " + e.getMessage(), e);
        }
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
