package dev.hemstitch.ads.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short playlists in text, for tests that say what matters and nothing else. */
public final class Playlists {
    private Playlists() {}

    /** A complete MPEG-TS playlist of segments {@code c0.ts}, {@code c1.ts} and so on. */
    public static String ts(String prefix, String... durations) {
        return media(header(durations), prefix, ".ts", durations);
    }

    /** A complete fMP4 playlist with one initialization section. */
    public static String fmp4(String prefix, String... durations) {
        return media(header(durations) + "#EXT-X-MAP:URI=\"" + prefix + "init.mp4\"\n", prefix, ".m4s", durations);
    }

    /** A complete WebVTT playlist. */
    public static String vtt(String prefix, String... durations) {
        return media(header(durations), prefix, ".vtt", durations);
    }

    /** The same duration some times. */
    public static String[] times(int count, String duration) {
        String[] durations = new String[count];
        Arrays.fill(durations, duration);
        return durations;
    }

    /** A complete playlist of the lines given, behind EXTM3U. */
    public static String of(String... lines) {
        return "#EXTM3U\n" + String.join("\n", lines) + "\n#EXT-X-ENDLIST\n";
    }

    /** As {@link #of}, the segments alone given; version 3 and a target duration of 6 before them. */
    public static String segments(String... lines) {
        List<String> all = new ArrayList<>(List.of("#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:6"));
        all.addAll(List.of(lines));
        return of(all.toArray(String[]::new));
    }

    private static String header(String... durations) {
        BigDecimal target = BigDecimal.ONE;
        for (String duration : durations) {
            target = target.max(new BigDecimal(duration).setScale(0, RoundingMode.HALF_UP));
        }
        return "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:" + target + "\n#EXT-X-PLAYLIST-TYPE:VOD\n";
    }

    private static String media(String header, String prefix, String suffix, String... durations) {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < durations.length; i++) {
            text.append("#EXTINF:").append(durations[i]).append(",\n");
            text.append(prefix).append(i).append(suffix).append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
