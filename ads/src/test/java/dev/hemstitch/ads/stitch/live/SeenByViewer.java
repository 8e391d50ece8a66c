package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that one viewer was ever shown, with the rules that no refresh may break: RFC 8216bis, 6.2.1, 6.2.2 and 6.2.4. */
final class SeenByViewer {
    /** What must not change of a segment. */
    private record Published(String uri, long durationNanos, long discontinuity) {}

    private final Map<String, SortedMap<Long, Published>> segments = new HashMap<>();
    private final Map<String, MediaPlaylist> last = new HashMap<>();

    /** Which asset has which discontinuity number, in all renditions. */
    private final SortedMap<Long, String> assets = new TreeMap<>();

    void sees(String rendition, MediaPlaylist playlist) {
        SortedMap<Long, Published> known = segments.computeIfAbsent(rendition, name -> new TreeMap<>());
        MediaPlaylist before = last.put(rendition, playlist);
        if (before != null) {
            assertThat(playlist.mediaSequence()).isGreaterThanOrEqualTo(before.mediaSequence());
            assertThat(playlist.discontinuitySequence()).isGreaterThanOrEqualTo(before.discontinuitySequence());
            assertThat(playlist.targetDuration()).isEqualTo(before.targetDuration());
            assertThat(edge(playlist)).isGreaterThanOrEqualTo(edge(before));
        }
        for (MediaSegment segment : playlist.segments()) {
            Published now = new Published(segment.uri(), segment.durationNanos(), segment.discontinuitySequence());
            Published then = known.putIfAbsent(segment.mediaSequence(), now);
            if (then != null) {
                assertThat(now)
                        .as("%s of %s", segment.mediaSequence(), rendition)
                        .isEqualTo(then);
            }
            String asset = asset(segment.uri());
            assertThat(assets.getOrDefault(segment.discontinuitySequence(), asset))
                    .as("what has the discontinuity number %s, in %s", segment.discontinuitySequence(), rendition)
                    .isEqualTo(asset);
            assets.put(segment.discontinuitySequence(), asset);
        }
    }

    private static long edge(MediaPlaylist playlist) {
        return playlist.mediaSequence() + playlist.segments().size();
    }

    private static String asset(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf('-'));
    }

    /** What played, in the order of discontinuity numbers: content and the ids of ads. */
    SortedMap<Long, String> assets() {
        return assets;
    }

    /** The numbers that a rendition was shown, without a hole. */
    long publishedCount(String rendition) {
        SortedMap<Long, Published> known = segments.get(rendition);
        assertThat(known.lastKey() - known.firstKey() + 1)
                .as("numbers of %s", rendition)
                .isEqualTo(known.size());
        return known.size();
    }

    /** No segment of content or of one showing of an ad was shown under two numbers. */
    void sawNothingTwice(String rendition) {
        Map<String, Long> seen = new HashMap<>();
        segments.get(rendition).forEach((number, segment) -> {
            Long other = seen.put(segment.discontinuity() + " " + segment.uri(), number);
            assertThat(other).as("%s of %s", segment.uri(), rendition).isNull();
        });
    }
}
