package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.model.MediaSegment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Renditions that ads have nothing for: their content plays on, with the discontinuities that others have. */
class LiveContentPlaysOnTest {
    private final LiveScene scene = new LiveScene()
            .ad("a", "v/5 5 5")
            .ad("b", "v/5 5")
            .ad("c", "v/5")
            .decide("msn-12", "a", "b", "c")
            .decide("msn-32", "a", "b", "c");

    private String video(int from) {
        return snapshot("v", from, 4, 6, "12:#EXT-X-CUE-OUT:30", "17:#EXT-X-CUE-IN");
    }

    private String subtitles(int from) {
        return snapshot("s", from, 4, 6, "32:#EXT-X-CUE-OUT:30", "37:#EXT-X-CUE-IN");
    }

    @Test
    void each_ad_has_its_discontinuity_there_and_no_number_changes_later() {
        Map<Long, Long> video = new HashMap<>();
        Map<Long, Long> published = new HashMap<>();
        for (int i = 0; i < 14; i++) {
            for (MediaSegment segment :
                    scene.refresh("v", video(10 + i)).playlist().segments()) {
                video.put(segment.mediaSequence(), segment.discontinuitySequence());
            }
            for (MediaSegment segment :
                    scene.refresh("s", subtitles(30 + i)).playlist().segments()) {
                Long before = published.put(segment.mediaSequence(), segment.discontinuitySequence());
                assertThat(before).isIn(null, segment.discontinuitySequence());
            }
        }
        assertThat(published.get(37L)).isEqualTo(4);
        assertThat(video.values().stream().mapToLong(Long::longValue).max()).hasValue(4);
    }

    @Test
    void that_it_plays_on_is_told_once() {
        scene.refresh("v", video(10));
        assertThat(scene.refresh("s", subtitles(30)).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.reason()).isEqualTo(SkipReason.NO_MATCHING_RENDITION));
        assertThat(scene.refresh("s", subtitles(31)).reasons()).isEmpty();
    }
}
