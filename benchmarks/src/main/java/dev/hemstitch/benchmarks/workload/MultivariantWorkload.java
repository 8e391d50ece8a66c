package dev.hemstitch.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Multivariant Playlist with 20 variants, 14 renditions and 5 I-frame streams. */
public final class MultivariantWorkload {
    /** How many variants there are. */
    public static final int VARIANTS = 20;

    /** How many renditions there are. */
    public static final int RENDITIONS = 14;

    /** How many I-frame streams there are. */
    public static final int I_FRAME_STREAMS = 5;

    private static final String HOST = "https://vod-01.cdn.example.com/v/2026/title-48151623/";
    private static final String TOKEN = "?token=eyJhbGciOiJFUzI1NiJ9";
    private static final List<String> SIZES = List.of("416x234", "640x360", "960x540", "1280x720", "1920x1080");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ja", "pt");

    private MultivariantWorkload() {}

    /** {@return the playlist as a service writes it} */
    public static byte[] text() {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        LANGUAGES.forEach(language -> text.append(audio(language)));
        LANGUAGES.forEach(language -> text.append(subtitles(language)));
        for (String channel : List.of("CC1", "SERVICE2")) {
            text.append("#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"")
                    .append(channel)
                    .append("\",LANGUAGE=\"en\",INSTREAM-ID=\"")
                    .append(channel)
                    .append("\"\n");
        }
        for (int i = 0; i < VARIANTS; i++) {
            text.append(variant(i));
        }
        for (int i = 0; i < I_FRAME_STREAMS; i++) {
            text.append("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=" + (80_000 + i * 60_000)
                    + ",CODECS=\"avc1.64001f\",RESOLUTION=" + SIZES.get(i) + ",URI=\"" + HOST + "iframes/" + i + ".m3u8"
                    + TOKEN + "\"\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String audio(String language) {
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"" + language + "\",LANGUAGE=\"" + language
                + "\",AUTOSELECT=YES,DEFAULT=" + (language.equals("en") ? "YES" : "NO") + ",CHANNELS=\"2\",URI=\""
                + HOST
                + "audio/" + language + ".m3u8" + TOKEN + "\"\n";
    }

    private static String subtitles(String language) {
        return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subs\",NAME=\"" + language + "\",LANGUAGE=\"" + language
                + "\",AUTOSELECT=YES,DEFAULT=NO,FORCED=NO,URI=\"" + HOST + "subtitles/" + language + ".m3u8" + TOKEN
                + "\"\n";
    }

    private static String variant(int i) {
        boolean hevc = i % 2 == 1;
        return "#EXT-X-STREAM-INF:BANDWIDTH=" + (640_000 + i * 421_337) + ",AVERAGE-BANDWIDTH="
                + (512_000 + i * 391_021)
                + ",CODECS=\"" + (hevc ? "hvc1.2.4.L123.B0" : "avc1.64001f") + ",mp4a.40.2\",RESOLUTION="
                + SIZES.get(i / 4) + ",FRAME-RATE=" + (i % 4 < 2 ? "23.976" : "29.970") + ",VIDEO-RANGE="
                + (hevc ? "PQ" : "SDR") + ",AUDIO=\"aac\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=\"cc\"\n" + HOST
                + "video/" + i + ".m3u8" + TOKEN + "\n";
    }
}
