package dev.hemstitch.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Snapshots of a live window that moves on by a segment each: segments of 6 s, AES-128 with a written initialization vector that
 * changes every 300 segments, a date on the first segment and every hundredth, and breaks of four segments.
 */
public final class LiveSeries {
    /** How many segments of an ad there are, of 4 s each: two ads fill a break. */
    public static final int AD_SEGMENTS = 3;

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final int FIRST_NUMBER = 2_684_513;
    private static final int SEGMENTS_OF_A_BREAK = 4;
    private static final int SHORT_PERIOD = 8;

    private LiveSeries() {}

    /**
     * A snapshot.
     *
     * @param window how many segments it lists
     * @param move how many segments the first one of the series has lost
     * @param hasBreak whether a break is in it: in windows shorter than sixteen segments every other four are one, else four in
     *     the middle
     * @return the playlist
     */
    public static byte[] snapshot(int window, int move, boolean hasBreak) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
        text.append("#EXT-X-MEDIA-SEQUENCE:" + (FIRST_NUMBER + move) + "\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (int i = move; i < move + window; i++) {
            if (i == move || i % 100 == 0) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds(6L * i) + "\n");
            }
            if (i == move || i % 300 == 0) {
                text.append("#EXT-X-KEY:METHOD=AES-128,URI=\"https://keys.example.com/k/live-7?period=" + i / 300
                        + "\",IV=0x9F0E1D2C3B4A59687766554433221" + MediaWorkloads.digits(i / 300, 3) + "\n");
            }
            int inBreak = inBreak(window, i);
            if (hasBreak && inBreak == 0) {
                text.append("#EXT-X-CUE-OUT:DURATION=24,BREAKID=" + i + "\n");
            } else if (hasBreak && inBreak == SEGMENTS_OF_A_BREAK) {
                text.append("#EXT-X-CUE-IN\n");
            }
            text.append("#EXTINF:6.000,\nhttps://live-02.cdn.example.com/channel-7/1080p/" + (FIRST_NUMBER + i)
                    + ".ts?token=eyJhbGciOiJFUzI1NiJ9.48151623\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int inBreak(int window, int index) {
        return window < 2 * SHORT_PERIOD ? index % SHORT_PERIOD : index - window / 2 - 2 * SHORT_PERIOD;
    }

    /**
     * An ad of 12 s.
     *
     * @param number which one
     * @return its playlist
     */
    public static byte[] ad(int number) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n"
                + "#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (int i = 0; i < AD_SEGMENTS; i++) {
            text.append("#EXTINF:4.000,\nhttps://ads.cdn.example.com/creatives/" + MediaWorkloads.digits(number, 8)
                    + "/1080p/segment_" + MediaWorkloads.digits(i, 6) + ".ts?campaign=4815\n");
        }
        return text.append("#EXT-X-ENDLIST\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
