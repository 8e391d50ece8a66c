package dev.hemstitch.examples.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hemstitch.examples.demo.adserver.AdServer;
import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.Router;
import dev.hemstitch.examples.demo.origin.LiveChannel;
import dev.hemstitch.examples.demo.origin.Origin;
import dev.hemstitch.examples.demo.origin.SampleFiles;
import dev.hemstitch.examples.demo.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of the demo, running: closing it stops every process that it started. */
public final class RunningDemo implements AutoCloseable {
    /** How long a viewer of the channel sees no second pre-roll: also not when the channel's service was switched. */
    private static final int CAP_MINUTES = 10;

    /** Of the channel's container. */
    private static final String SLATE = "/ads/media/fmp4/slate/multivariant.m3u8";

    private final Router router;
    private final Path folder;
    private final Child catalog;
    private final Child legacy;
    private final Child lightweight;
    private volatile boolean keepsFiles = true;

    private RunningDemo(DemoOptions options, Router router, Path folder) {
        this.router = router;
        this.folder = folder;
        catalog = new Child(
                "catalog",
                options.jar("catalog"),
                folder,
                () -> Map.of("catalog.titles", folder.resolve("titles.json").toString()));
        // The services learn where the catalogue is when it has said so.
        legacy = service(options, "legacy");
        lightweight = service(options, "lightweight");
    }

    private Child service(DemoOptions options, String name) {
        return new Child(
                name,
                options.jar(name + "-video-service"),
                folder,
                () -> Map.of(
                        "catalog.url",
                        catalog.url(),
                        "ad.timeout.ms",
                        Integer.toString(options.adMillis()),
                        "slate.urls",
                        router.url() + SLATE,
                        "origin.timeout.ms",
                        Integer.toString(options.adMillis())));
    }

    /**
     * Starts all of it.
     *
     * @param options how
     * @return the demo, when everything listens
     * @throws IOException if something does not start: whatever did is stopped
     * @throws InterruptedException if interrupted meanwhile: likewise
     */
    public static RunningDemo start(DemoOptions options) throws IOException, InterruptedException {
        RunningDemo demo =
                new RunningDemo(options, new Router(options.port()), Files.createTempDirectory("hemstitch-demo-"));
        Thread stop = new Thread(demo::close, "stop the demo");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean isStarted = false;
        try {
            demo.startParts(options);
            isStarted = true;
            return demo;
        } finally {
            if (!isStarted) {
                demo.close();
            }
        }
    }

    private void startParts(DemoOptions options) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        SampleFiles samples = new SampleFiles(options.samples());
        LiveChannel channel = LiveChannel.load(options.samples().resolve("fmp4/content"), options.breakSegments());
        Origin origin = new Origin(samples, channel, clock);
        Map<String, String> kinds = Title.ALL.stream().collect(Collectors.toMap(Title::id, Title::sample));
        AdServer adServer = new AdServer(samples, kinds, channel, clock);
        origin.serveOn(router);
        adServer.serveOn(router);
        new ControlRoutes(origin, adServer, catalog, List.of(legacy, lightweight)).serveOn(router);
        CatalogClient client = new CatalogClient(catalog::url);
        router.own("GET", CatalogClient.PATH, client::forward)
                .own("PUT", CatalogClient.PATH, client::forward)
                .own("GET", "/health", request -> Answer.json("{\"status\":\"up\"}"))
                .own("GET", "/", PageFiles::answer);
        router.start();

        Files.writeString(folder.resolve("titles.json"), titles());
        catalog.start();
        legacy.start();
        lightweight.start();
        for (Title title : Title.ALL) {
            client.move(title.id(), legacy.url());
        }
        keepsFiles = false;
    }

    private String titles() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = json.createObjectNode();
        ArrayNode titles = document.putArray("titles");
        for (Title title : Title.ALL) {
            ObjectNode node = titles.addObject()
                    .put("id", title.id())
                    .put("name", title.name())
                    .put("kind", title.isLive() ? "live" : "vod")
                    .put("origin", title.origin(url()));
            String ofViewer = "?title=" + title.id() + "&viewer=[VIEWER]";
            if (title.isLive()) {
                node.put("adTag", url() + "/ads/vast" + ofViewer + "&duration=[BREAKMAXDURATION]");
            }
            node.put("vmap", url() + "/ads/vmap" + ofViewer + (title.isLive() ? "&cap=" + CAP_MINUTES : ""));
            // Until the services have said where they listen.
            node.put("service", url());
        }
        return document.toPrettyString();
    }

    /**
     * Where the page is.
     *
     * @return scheme, address and port
     */
    public String url() {
        return router.url();
    }

    /**
     * Where the catalogue is.
     *
     * @return scheme, address and port
     */
    public String catalogUrl() {
        return catalog.url();
    }

    /**
     * The service that titles are at first.
     *
     * @return its process
     */
    public Child legacy() {
        return legacy;
    }

    /**
     * The service that replaces it.
     *
     * @return its process
     */
    public Child lightweight() {
        return lightweight;
    }

    /**
     * Where logs and configurations of the processes are.
     *
     * @return a folder
     */
    public Path folder() {
        return folder;
    }

    /** Leaves logs and configurations where they are when the demo is closed. */
    public void keepFiles() {
        keepsFiles = true;
    }

    /** Stops every process. The logs go, unless something did not start or they are to be kept. */
    @Override
    public void close() {
        lightweight.close();
        legacy.close();
        catalog.close();
        router.close();
        if (!keepsFiles) {
            deleteFiles();
        }
    }

    private void deleteFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // What is left is left to the system, whose temporary folder it is in.
        }
    }
}
