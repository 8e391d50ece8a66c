package dev.hemstitch.examples.demo.http;

import java.util.Map;

/** Media types by the ends of file names. */
public final class MediaTypes {
    /** That of HLS playlists. */
    public static final String PLAYLIST = "application/vnd.apple.mpegurl";

    private static final Map<String, String> BY_EXTENSION = Map.of(
            "m3u8", PLAYLIST,
            "ts", "video/mp2t",
            "m4s", "video/mp4",
            "mp4", "video/mp4",
            "vtt", "text/vtt",
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private MediaTypes() {}

    /**
     * The type of a file.
     *
     * @param name its name
     * @return its media type; {@code application/octet-stream} if its end tells nothing
     */
    public static String of(String name) {
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
