package dev.hemstitch.ads.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** Multivariant playlists of few renditions, for content and for ads alike. */
public final class Multivariants {
    /** Video and audio apart: {@code video.m3u8}, {@code audio.m3u8}. */
    public static final String DEMUXED = """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="English",LANGUAGE="en",DEFAULT=YES,URI="audio.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=1000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=640x360,AUDIO="aac"
            video.m3u8
            """;

    /** Video with audio in it: {@code video.m3u8}. */
    public static final String MUXED = """
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=1000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=640x360
            video.m3u8
            """;

    /** All kinds: {@code video.m3u8}, {@code audio.m3u8}, {@code subs.m3u8}, {@code iframes.m3u8}. */
    public static final String FULL = DEMUXED.replace("AUDIO=\"aac\"\n", "AUDIO=\"aac\",SUBTITLES=\"subs\"\n") + """
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",LANGUAGE="en",URI="subs.m3u8"
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=100000,CODECS="avc1.64001f",RESOLUTION=640x360,URI="iframes.m3u8"
            """;

    private Multivariants() {}

    /** Content of video and audio apart. */
    public static Stitching demuxed(String video, String audio) {
        return Stitching.of(DEMUXED, Map.of("video.m3u8", video, "audio.m3u8", audio));
    }

    /** The files of {@link #FULL}, fMP4 and WebVTT: segments of all tracks have the durations given. */
    public static Map<String, String> full(String prefix, String... durations) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("main.m3u8", FULL);
        files.put("video.m3u8", Playlists.fmp4(prefix + "v", durations));
        files.put("audio.m3u8", Playlists.fmp4(prefix + "a", durations));
        files.put("subs.m3u8", Playlists.vtt(prefix + "s", durations));
        files.put(
                "iframes.m3u8",
                Playlists.fmp4(prefix + "i", durations)
                        .replace("#EXT-X-PLAYLIST-TYPE", "#EXT-X-I-FRAMES-ONLY\n#EXT-X-PLAYLIST-TYPE"));
        return files;
    }

    /** Content of {@link #full} files. */
    public static Stitching fullContent(String... durations) {
        Map<String, String> files = full("c", durations);
        return Stitching.of(FULL, files);
    }
}
