package dev.hemstitch.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Playlists made in code, as services write them: long URIs with queries, decimals, a key, a map, dates. */
final class Workloads {
    private Workloads() {}

    /** A complete presentation's Media Playlist: clear MPEG-TS segments of about 6 s, 117 bytes each. */
    static byte[] vod(int segments) {
        StringBuilder text = new StringBuilder("""
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:7
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-INDEPENDENT-SEGMENTS
                """);
        for (int i = 0; i < segments; i++) {
            text.append("#EXTINF:").append(i % 2 == 0 ? "6.006" : "5.994").append(",\n");
            text.append(String.format(
                    Locale.ROOT,
                    "https://vod-0%d.cdn.example.com/v/2026/title-48151623/video/1080p/segment_%06d.ts"
                            + "?token=eyJhbGciOiJFUzI1NiJ9\n",
                    i % 4,
                    i));
        }
        return text.append("#EXT-X-ENDLIST\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same, AES-128 with initialization vectors implied by the media sequence number: the hard case of a splice. */
    static byte[] encryptedVod(int segments) {
        String clear = new String(vod(segments), StandardCharsets.UTF_8);
        int first = clear.indexOf("#EXTINF");
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"https://keys.example.com/k/48151623?t=1\"\n";
        return (clear.substring(0, first) + key + clear.substring(first)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a date on each segment, all of which move behind a break. */
    static byte[] datedVod(int segments) {
        StringBuilder text = new StringBuilder();
        int second = 0;
        for (String line :
                new String(vod(segments), StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("#EXTINF")) {
                text.append(String.format(
                        Locale.ROOT,
                        "#EXT-X-PROGRAM-DATE-TIME:2026-03-%02dT%02d:%02d:%02d.000Z\n",
                        1 + second / 86_400,
                        second / 3_600 % 24,
                        second / 60 % 60,
                        second % 60));
                second += 6;
            }
            text.append(line).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An ad of 15 s. */
    static byte[] ad(int number) {
        StringBuilder text = new StringBuilder("""
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:5
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-INDEPENDENT-SEGMENTS
                """);
        for (int i = 0; i < 3; i++) {
            text.append("#EXTINF:5.000,\n");
            text.append(String.format(
                    Locale.ROOT,
                    "https://ads.cdn.example.com/creatives/%08d/1080p/segment_%06d.ts?campaign=4815\n",
                    number,
                    i));
        }
        return text.append("#EXT-X-ENDLIST\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
