package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
final class LoadServer {
    private static final long SEGMENT_SECONDS = 4;
    private static final int SEGMENTS_UNTIL_ADS = 15;

    private LoadServer() {}

    /**
     * Starts the server.
     *
     * @param arguments the port, how many viewers there are, and {@code memory} or {@code redis://host:port}
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        JsonLogs.start("warn");
        int viewers = Integer.parseInt(arguments[1]);
        World world = new World();
        ServiceConfiguration configuration = world.configuration(
                "port",
                arguments[0],
                "ad.timeout.ms",
                "20000",
                "session.memory.megabytes",
                "512",
                "session.store",
                arguments[2]);
        VideoService service = new VideoService(configuration);
        Path folder = Files.createTempDirectory("static");
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.root().newResource(folder));
        JettyServer server = new JettyServer(
                        configuration,
                        service,
                        new Handler.Sequence(new ContextHandler(files, "/static"), new VideoHandler(service)))
                .start();
        for (int i = 0; i < SEGMENTS_UNTIL_ADS; i++) { // the sizes below are those with ads in the window
            world.live.advance();
            open(server, "channel", "v180-media.m3u8", 1);
        }
        open(server, "long", "video.m3u8", viewers);
        open(server, "fmp4", "v180-media.m3u8", viewers);
        open(server, "channel", "v180-media.m3u8", viewers);
        save(server, folder, "long", "video.m3u8");
        save(server, folder, "fmp4", "v180-media.m3u8");
        save(server, folder, "channel", "v180-media.m3u8");
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        var unused = clock.scheduleAtFixedRate(world.live::advance, SEGMENT_SECONDS, SEGMENT_SECONDS, TimeUnit.SECONDS);
        System.out.println("ready");
        Thread.currentThread().join();
    }

    /** Every viewer asks once. */
    private static void open(JettyServer server, String title, String file, int viewers) {
        IntStream.rangeClosed(1, viewers).parallel().forEach(i -> {
            HttpResponse<byte[]> answer = get(server, title, file, i);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(title + ": " + answer.statusCode());
            }
        });
    }

    private static HttpResponse<byte[]> get(JettyServer server, String title, String file, int viewer) {
        return new Viewer(server.uri(), title, "load-" + viewer).get(file + "?viewer=load-" + viewer);
    }

    private static void save(JettyServer server, Path folder, String title, String file) throws IOException {
        Files.write(folder.resolve(title), get(server, title, file, 1).body());
    }
}
