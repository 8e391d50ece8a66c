package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;
import dev.hemstitch.examples.kit.world.LiveOrigin;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import dev.hemstitch.examples.settings.CommonThreads;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The lightweight service for measuring, with a plain static file beside each playlist, served by the same Jetty under the same
 * limits: {@code /static/NAME} has the bytes of {@code /v/NAME/…}. See {@code load/load.sh}.
 */
final class LoadServer implements AutoCloseable {
    private static final long SEGMENT_SECONDS = 4;
    private static final int SEGMENTS_UNTIL_ADS = 13;
    private static final String PATIENT_MILLIS = "20000";

    /** A title, and the rendition of it that is measured. */
    static final Map<String, String> TITLES =
            new TreeMap<>(Map.of("long", "video", "fmp4", "v180-media", "channel", "v180-media"));

    private final World world = new World();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final JettyServer server;

    private LoadServer(int port, int viewers, String store, String snapshotMillis, String adMillis, int cycle)
            throws Exception {
        ServiceConfiguration configuration = world.configuration(
                "port",
                Integer.toString(port),
                "ad.timeout.ms",
                adMillis,
                "session.memory.megabytes",
                "512",
                "slate.urls", // else most breaks would show content, as ads leave more time than may be lost
                world.origin.uri() + "/fmp4/slate/multivariant.m3u8",
                "session.store",
                store,
                "live.snapshot.ms",
                snapshotMillis);
        VideoService service = new VideoService(configuration);
        Path folder = Files.createTempDirectory("static");
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.root().newResource(folder));
        server = new JettyServer(
                        configuration,
                        service,
                        new Handler.Sequence(new ContextHandler(files, "/static"), new VideoHandler(service)))
                .start();
        world.ads.rememberNothing();
        world.live.breakEvery(cycle);
        world.live.advanceToBreak();
        for (int i = 0; i < SEGMENTS_UNTIL_ADS; i++) { // the sizes below are those with ads in the window
            world.live.advance();
            get("channel", 1);
        }
        for (String title : TITLES.keySet()) {
            open(title, viewers);
            Files.write(folder.resolve(title), get(title, 1));
        }
        var unused = clock.scheduleAtFixedRate(world.live::advance, SEGMENT_SECONDS, SEGMENT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts the server.
     *
     * @param port the port, 0 for any
     * @param viewers how many sessions are opened of each title
     * @param store {@code memory} or {@code redis://host:port}
     * @param snapshotMillis how long a live snapshot serves, in milliseconds, 0 for half a target duration; with 1 nearly every
     *     refresh is stitched anew
     */
    static LoadServer start(int port, int viewers, String store, String snapshotMillis) throws Exception {
        return new LoadServer(port, viewers, store, snapshotMillis, PATIENT_MILLIS, LiveOrigin.CYCLE);
    }

    /**
     * Starts the server and leaves it running.
     *
     * @param arguments as for {@link #start}, and perhaps how long viewers wait for ads, in milliseconds, and how many segments of
     *     4 s there are from one break to the next
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        CommonThreads.keep();
        JsonLogs.start("warn");
        LoadServer load = new LoadServer(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                arguments[2],
                arguments[3],
                arguments.length > 4 ? arguments[4] : PATIENT_MILLIS,
                arguments.length > 5 ? Integer.parseInt(arguments[5]) : LiveOrigin.CYCLE);
        System.out.println("ready " + load.uri());
        Thread.currentThread().join();
    }

    String uri() {
        return server.uri();
    }

    /** Every viewer asks once. */
    private void open(String title, int viewers) {
        IntStream.rangeClosed(1, viewers).parallel().forEach(viewer -> get(title, viewer));
    }

    private byte[] get(String title, int viewer) {
        String token = "load-" + viewer;
        HttpResponse<byte[]> answer =
                new Viewer(server.uri(), title, token).get(TITLES.get(title) + ".m3u8?viewer=" + token);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(title + ": " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.stop();
        world.close();
    }
}
