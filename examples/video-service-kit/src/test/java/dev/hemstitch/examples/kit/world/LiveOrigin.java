package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A channel that is the fMP4 sample again and again, in the pace of the test: {@code /multivariant.m3u8} and its renditions. Of
 * twenty segments, seven are a break.
 */
public final class LiveOrigin extends LoopbackServer {
    private static final int WINDOW = 8;
    /** How many segments there are from one break to the next, if nothing else is said. */
    public static final int CYCLE = 20;

    private static final int BREAK_START = 10;
    private static final int BREAK_SEGMENTS = 7;
    private static final int SECONDS = 4;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String media;
    private final Path folder = SampleOrigin.samples().resolve("fmp4/content");
    private final Map<String, List<MediaSegment>> segments = new ConcurrentHashMap<>();
    private final AtomicInteger first = new AtomicInteger(1_000);
    private volatile int cycle = CYCLE;
    private volatile boolean isEnded;

    public LiveOrigin(String sampleOrigin) {
        this.media = sampleOrigin + "/fmp4/content/";
    }

    /** Lets one segment go by in all renditions. */
    public void advance() {
        first.incrementAndGet();
    }

    /** Lets breaks begin less often; before anything was asked for. */
    public void breakEvery(int segments) {
        cycle = segments;
    }

    /** Ends the channel behind the segments that it has. */
    public void end() {
        isEnded = true;
    }

    /** Lets segments go by until a break begins with the segment behind the last. */
    public void advanceToBreak() {
        do {
            advance();
        } while ((first.get() + WINDOW) % cycle != BREAK_START);
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        if (path.equals("multivariant.m3u8")) {
            List<String> lines = Files.readAllLines(folder.resolve(path));
            lines.removeIf(line -> line.startsWith("#EXT-X-I-FRAME"));
            send(exchange, 200, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith("/media.m3u8")) {
            send(exchange, 200, snapshot(path.substring(0, path.indexOf('/'))).getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    private String snapshot(String rendition) {
        List<MediaSegment> all = segments.computeIfAbsent(rendition, this::read);
        int from = first.get();
        StringBuilder text = new StringBuilder(
                "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:" + SECONDS + "\n#EXT-X-MEDIA-SEQUENCE:" + from
                        + "\n#EXT-X-DISCONTINUITY-SEQUENCE:" + (from - 1) / all.size() + "\n");
        if (!rendition.startsWith("subtitles")) {
            text.append("#EXT-X-MAP:URI=\"").append(media).append(rendition).append("/init.mp4\"\n");
        }
        for (int number = from; number < from + WINDOW; number++) {
            int inCycle = number % cycle;
            if (number % all.size() == 0) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            if (inCycle == BREAK_START) {
                text.append("#EXT-X-CUE-OUT:").append(BREAK_SEGMENTS * SECONDS).append('\n');
            } else if (inCycle > BREAK_START && inCycle < BREAK_START + BREAK_SEGMENTS) {
                text.append("#EXT-X-CUE-OUT-CONT:ElapsedTime=")
                        .append((inCycle - BREAK_START) * SECONDS)
                        .append(",Duration=")
                        .append(BREAK_SEGMENTS * SECONDS)
                        .append('\n');
            } else if (inCycle == BREAK_START + BREAK_SEGMENTS) {
                text.append("#EXT-X-CUE-IN\n");
            }
            MediaSegment segment = all.get(number % all.size());
            text.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(START.plusSeconds((long) number * SECONDS))
                    .append('\n')
                    .append("#EXTINF:")
                    .append(Decimals.ofNanos(segment.duration().toNanos()).toPlainString())
                    .append(",\n")
                    .append(media)
                    .append(rendition)
                    .append('/')
                    .append(segment.uri())
                    .append('\n');
        }
        return text.append(isEnded ? "#EXT-X-ENDLIST\n" : "").toString();
    }

    private List<MediaSegment> read(String rendition) {
        try {
            byte[] text = Files.readAllBytes(folder.resolve(rendition).resolve("media.m3u8"));
            return ((MediaPlaylist) PlaylistParser.lenient().parse(text)).segments();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
