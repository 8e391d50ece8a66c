package dev.hemstitch.benchmarks.workload;

import java.util.List;
import java.util.stream.IntStream;

/** The ads that are spliced in: four of 15 s, of three segments each. */
public final class Ads {
    /** How many there are, and into how many breaks they go. */
    public static final int COUNT = 4;

    private Ads() {}

    /** {@return ads in MPEG-TS} */
    public static List<PlaylistFacts> transportStream() {
        List<String> header = List.of(
                "#EXT-X-VERSION:3",
                "#EXT-X-TARGETDURATION:5",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXT-X-INDEPENDENT-SEGMENTS");
        return IntStream.range(0, COUNT)
                .mapToObj(ad -> new PlaylistFacts(header, 0, 3, i -> SegmentFacts.of(uri(ad, i, "ts"), "5.000"), true))
                .toList();
    }

    /** {@return ads in fragmented MP4, each with a map of its own} */
    public static List<PlaylistFacts> fragmented() {
        List<String> header = List.of("#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:5", "#EXT-X-PLAYLIST-TYPE:VOD");
        return IntStream.range(0, COUNT)
                .mapToObj(ad -> new PlaylistFacts(
                        header,
                        0,
                        3,
                        i -> SegmentFacts.of(uri(ad, i, "m4s"), "5.000")
                                .withMap("URI=\"" + uri(ad, 9, "mp4") + "\"", ""),
                        true))
                .toList();
    }

    /**
     * Where the ads go: before the first segment, at a quarter, a half and three quarters.
     *
     * @param segments the number of segments of the content
     * @return the index of the segment before which each ad plays, in order
     */
    public static List<Integer> positions(int segments) {
        return IntStream.range(0, COUNT).mapToObj(i -> segments * i / COUNT).toList();
    }

    private static String uri(int ad, int segment, String extension) {
        return "https://ads.cdn.example.com/creatives/" + MediaWorkloads.digits(ad, 8) + "/1080p/segment_"
                + MediaWorkloads.digits(segment, 6) + "." + extension + "?campaign=4815";
    }
}
