package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A catalog with each kind of sample as a title of that name, and some titles with something wrong. */
public final class CatalogDouble extends LoopbackServer {
    /** The titles that play. */
    public static final List<String> KINDS = List.of("ts", "fmp4", "aes128", "byterange");

    private final String origin;
    private final String liveOrigin;
    private final String adServer;

    public CatalogDouble(String origin, String liveOrigin, String adServer) {
        this.origin = origin;
        this.liveOrigin = liveOrigin;
        this.adServer = adServer;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        String films = KINDS.stream()
                .map(kind -> title(
                        kind,
                        origin + "/" + kind + "/content/multivariant.m3u8",
                        ",\"vmap\":\"" + adServer + "/vmap?kind=" + kind + "&viewer=[VIEWER]\""))
                .collect(Collectors.joining(","));
        String longFilm = ","
                + title(
                        "long",
                        origin + "/long/multivariant.m3u8",
                        ",\"vmap\":\"" + adServer + "/vmap?kind=ts&viewer=[VIEWER]\"");
        String adTag = ",\"adTag\":\"" + adServer + "/vast-pod?kind=fmp4&viewer=[VIEWER]&seconds=[BREAKMAXDURATION]\"";
        String preRoll = ",\"vmap\":\"" + adServer + "/vmap?kind=fmp4&viewer=[VIEWER]\"";
        String others = ","
                + title("plain", origin + "/fmp4/content/multivariant.m3u8", "") + ","
                + title("lost", origin + "/secret-folder/multivariant.m3u8", "") + ","
                + channel("channel", adTag) + ","
                + title("recorded", origin + "/recorded/multivariant.m3u8", adTag) + ","
                + channel("channel-with-pre-roll", adTag + preRoll) + ","
                + title("media", origin + "/ts/content/v90/media.m3u8", "") + ","
                + title("video", origin + "/ts/content/v90/seg-0.ts", "");
        send(exchange, 200, ("{\"titles\":[" + films + longFilm + others + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private String channel(String id, String more) {
        return title(id, liveOrigin + "/multivariant.m3u8", more).replace("\"vod\"", "\"live\"");
    }

    private static String title(String id, String url, String more) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"kind\":\"vod\",\"origin\":\"" + url + "\"" + more
                + "}";
    }
}
