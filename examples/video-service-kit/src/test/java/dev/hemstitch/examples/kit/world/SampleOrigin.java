package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An origin that has the sample presentations, {@code /KIND/SOURCE/multivariant.m3u8}, and two made of them. */
public final class SampleOrigin extends LoopbackServer {
    private static final String CONTENT = "/fmp4/content/";
    private static final String RECORDED = "/recorded/";
    private static final int LONG_SEGMENTS = 1_200;

    private final Path samples = samples();
    private final AtomicInteger requests = new AtomicInteger();

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/long/")) {
            send(exchange, 200, longFilm(path.endsWith("multivariant.m3u8")).getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (path.startsWith(RECORDED) && path.endsWith("/media.m3u8")) {
            send(exchange, 200, recorded(path).getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path file =
                samples.resolve(path.replace(RECORDED, CONTENT).substring(1)).normalize();
        if (file.startsWith(samples) && Files.isRegularFile(file)) {
            send(exchange, 200, Files.readAllBytes(file));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    /** The fMP4 sample, of which four segments from the third on are a break. */
    private String recorded(String path) throws IOException {
        StringBuilder text = new StringBuilder();
        int segment = 0;
        for (String line : Files.readAllLines(
                samples.resolve(path.replace(RECORDED, CONTENT).substring(1)))) {
            if (line.startsWith("#EXTINF:")) {
                text.append(segment == 2 ? "#EXT-X-CUE-OUT:16\n" : segment == 6 ? "#EXT-X-CUE-IN\n" : "");
                segment++;
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** A film of 1,200 segments, as far as its playlists go. */
    private static String longFilm(boolean isMultivariant) {
        if (isMultivariant) {
            return "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=150000,CODECS=\"avc1.4d400c,mp4a.40.2\",RESOLUTION=320x180,FRAME-RATE=12.000\n"
                    + "video.m3u8\n";
        }
        StringBuilder text =
                new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        for (int i = 0; i < LONG_SEGMENTS; i++) {
            text.append("#EXTINF:6.000,\nfilms/a-long-film-for-measuring/video-1500k/2026-01-01/segment-")
                    .append(100_000 + i)
                    .append(".ts?rendition=video-1500k\n");
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
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
