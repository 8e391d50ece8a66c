package dev.hemstitch.ads.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves a folder with media over HTTP, and below {@code live/} the renditions of a channel, stitched for one viewer. Its clock
 * goes on when all renditions were asked for again, so that nobody comes too late however busy the machine is. Players are told
 * a twentieth of each duration: they wait that much shorter.
 */
final class LiveStation implements AutoCloseable {
    private static final int FASTER = 20;
    private static final Pattern DURATION = Pattern.compile("#EXTINF:(\\d+\\.\\d+),");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Path folder;
    private final LiveContent content;
    private final LiveSessions sessions;
    private final LiveDecisions decisions;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final Map<String, List<String>> served = new LinkedHashMap<>();

    LiveStation(Path folder, LiveContent content, LiveSessions sessions, LiveDecisions decisions) throws IOException {
        this.folder = folder;
        this.content = content;
        this.sessions = sessions;
        this.decisions = decisions;
        content.renditions().forEach(rendition -> {
            asked.put(name(rendition), 0);
            served.put(name(rendition), new ArrayList<>());
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::file);
        for (Rendition rendition : content.renditions()) {
            server.createContext("/live/" + name(rendition), exchange -> live(rendition, exchange));
        }
        server.start();
    }

    /** What a rendition is called in the Multivariant Playlist, here and in the samples. */
    static String name(Rendition rendition) {
        Path file = Samples.path(rendition.uri());
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    String uri(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** All that was served of a rendition, with the durations that it has. */
    List<String> served(Rendition rendition) {
        synchronized (asked) {
            return List.copyOf(served.get(name(rendition)));
        }
    }

    private void live(Rendition rendition, HttpExchange exchange) throws IOException {
        String name = name(rendition);
        int moment;
        synchronized (asked) {
            asked.merge(name, 1, Integer::sum);
            moment = Math.max(
                    0, asked.values().stream().mapToInt(Integer::intValue).min().orElseThrow() - 1);
        }
        MediaPlaylist snapshot = (MediaPlaylist)
                PlaylistParser.lenient().parse(content.text(rendition, moment).getBytes(StandardCharsets.UTF_8));
        LiveRendition place = new LiveRendition(name, uri("content/" + name), uri("live/" + name));
        LiveResult result = sessions.refresh("viewer", place, LiveSnapshot.of(snapshot), decisions);
        String text = new String(PlaylistWriter.toBytes(result.playlist()), StandardCharsets.UTF_8);
        synchronized (asked) {
            served.get(name).add(text);
        }
        answer(exchange, 200, faster(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String faster(String text) {
        return DURATION.matcher(text)
                .replaceAll(found -> "#EXTINF:" + Double.parseDouble(found.group(1)) / FASTER + ",")
                .replace("#EXT-X-TARGETDURATION:4", "#EXT-X-TARGETDURATION:1");
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        if (!Files.isRegularFile(file)) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        String asksFor = exchange.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(asksFor == null ? "" : asksFor);
        if (!range.matches()) {
            answer(exchange, 200, bytes);
            return;
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2).isEmpty() ? bytes.length : Integer.parseInt(range.group(2)) + 1;
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
        answer(exchange, 206, Arrays.copyOfRange(bytes, from, to));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
