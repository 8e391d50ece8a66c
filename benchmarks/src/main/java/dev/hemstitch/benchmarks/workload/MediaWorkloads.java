package dev.hemstitch.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** Media Playlists of any length: long URIs with queries, decimals, keys, maps, dates and date ranges. */
public final class MediaWorkloads {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final long FIRST_LIVE_NUMBER = 2_684_513;
    private static final List<String> VOD_HEADER = List.of(
            "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:7", "#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-INDEPENDENT-SEGMENTS");
    private static final List<String> LIVE_HEADER =
            List.of("#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:5", "#EXT-X-INDEPENDENT-SEGMENTS");

    /** How the URIs of {@link #relativeVod} start. */
    public static final String PARENT = "../../";

    private MediaWorkloads() {}

    /**
     * A complete presentation: clear MPEG-TS segments of about 6 s, 125 bytes each.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts vod(int segments) {
        return vod(segments, i -> segment(i));
    }

    /**
     * The same, AES-128 with initialization vectors implied by the media sequence number.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts encryptedVod(int segments) {
        String key = "METHOD=AES-128,URI=\"https://keys.example.com/k/48151623?t=1\"";
        return vod(segments, i -> segment(i).withKey(key));
    }

    /**
     * The same with a date on each segment.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts datedVod(int segments) {
        return vod(segments, i -> segment(i).withDate(START.plusMillis(millis(i)), true));
    }

    /**
     * A date on each segment and short relative URIs: 9,200 segments are 1 MB.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts datedArchive(int segments) {
        return vod(
                segments,
                i -> SegmentFacts.of("1080p/segment_" + digits(i, 6) + ".ts?e=1767225600&s=9a3f1c", duration(i))
                        .withDate(START.plusMillis(millis(i)), true));
    }

    /**
     * A complete presentation whose URIs are relative and lead out of the playlist's folder, that of the key too.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts relativeVod(int segments) {
        String key = "METHOD=AES-128,URI=\"" + PARENT + "keys/48151623.bin?t=1\",IV=0x9F0E1D2C3B4A59687766554433221100";
        return vod(
                segments,
                i -> SegmentFacts.of(
                                PARENT + "media/title-48151623/video/1080p/segment_" + digits(i, 6)
                                        + ".ts?token=eyJhbGciOiJFUzI1NiJ9",
                                duration(i))
                        .withKey(key));
    }

    /**
     * One file in fragmented MP4, cut into byte ranges.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts fragmentedVod(int segments) {
        String uri = "https://vod-01.cdn.example.com/v/2026/title-48151623/video/1080p/all.mp4?token=eyJhbGciOiJF";
        String map = "URI=\"" + uri + "\",BYTERANGE=\"1024@0\"";
        List<String> header = List.of("#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:7", "#EXT-X-PLAYLIST-TYPE:VOD");
        return new PlaylistFacts(
                header,
                0,
                segments,
                i -> SegmentFacts.of(uri, duration(i)).withMap(map, "3145728@" + (1024 + i * 3_145_728L)),
                true);
    }

    /**
     * A window of a live stream: a high media sequence number, a key with a written initialization vector that changes
     * every 300 segments, a date on the first segment and every hundredth, a date range every 400.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts live(int segments) {
        return live(segments, 100);
    }

    /**
     * The same with dates as often as wanted.
     *
     * @param segments how many
     * @param datedEvery on each of how many segments a date is written
     * @return the playlist
     */
    public static PlaylistFacts live(int segments, int datedEvery) {
        return new PlaylistFacts(LIVE_HEADER, FIRST_LIVE_NUMBER, segments, i -> liveSegment(i, datedEvery), false);
    }

    /**
     * The same with segments alone.
     *
     * @param segments how many
     * @return the playlist
     */
    public static PlaylistFacts clearLive(int segments) {
        return new PlaylistFacts(LIVE_HEADER, FIRST_LIVE_NUMBER, segments, MediaWorkloads::clearLiveSegment, false);
    }

    private static SegmentFacts clearLiveSegment(int i) {
        return SegmentFacts.of(
                "https://live-02.cdn.example.com/channel-7/1080p/" + (FIRST_LIVE_NUMBER + i)
                        + ".ts?token=eyJhbGciOiJFUzI1NiJ9.48151623",
                "4.171");
    }

    private static SegmentFacts liveSegment(int i, int datedEvery) {
        Instant start = START.plusMillis(i * 4171L);
        String key = "METHOD=AES-128,URI=\"https://keys.example.com/k/live-7?period=" + i / 300
                + "\",IV=0x9F0E1D2C3B4A59687766554433221" + digits(i / 300, 3);
        SegmentFacts facts = clearLiveSegment(i).withKey(key).withDate(start, i % datedEvery == 0);
        return i % 400 == 3
                ? facts.withDateRange("ID=\"programme-" + i + "\",CLASS=\"com.example.programme\",START-DATE=\""
                        + start.plusSeconds(2) + "\",DURATION=1800.500")
                : facts;
    }

    private static PlaylistFacts vod(int segments, IntFunction<SegmentFacts> segment) {
        return new PlaylistFacts(VOD_HEADER, 0, segments, segment, true);
    }

    private static SegmentFacts segment(int i) {
        return SegmentFacts.of(
                "https://vod-0" + i % 4 + ".cdn.example.com/v/2026/title-48151623/video/1080p/segment_" + digits(i, 6)
                        + ".ts?token=eyJhbGciOiJFUzI1NiJ9",
                duration(i));
    }

    private static String duration(int i) {
        return i % 2 == 0 ? "6.006" : "5.994";
    }

    /** When a segment starts whose predecessors have the durations above. */
    private static long millis(int i) {
        return i * 6000L + i % 2 * 6L;
    }

    /** Padded by hand: a formatter would take most of the time that a million segments take. */
    static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
