package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Low latency behind ads: the first segment of content that follows is not yet complete, and its parts are listed. */
class LiveOpenSegmentTest {
    private static final String PART = "#EXT-X-PART:DURATION=1,INDEPENDENT=YES,URI=\"p0.ts\"\n";
    private static final String[] MARKERS = {
        "8:#EXT-X-PART-INF:PART-TARGET=1", "12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7"
    };

    private static String text(LiveResult result) {
        return new String(PlaylistWriter.toBytes(result.playlist()), StandardCharsets.UTF_8);
    }

    private static String behind(LiveResult result, String uri) {
        String text = text(result);
        return text.substring(text.indexOf(uri + "\n") + uri.length() + 1);
    }

    private static String range(String id, int second) {
        return "#EXT-X-DATERANGE:ID=\"" + id + "\",START-DATE=\"2026-01-01T00:00:" + second
                + "Z\",DURATION=12,SCTE35-OUT=0xFC302000000000000000FFF00F05000000027FFFFE001499700000000000008E0A5364";
    }

    private static LiveScene scene() {
        return new LiveScene().ad("x", "v/6 6").decide("7", "x").ad("y", "v/6").decide("8", "y");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parts_come_as_the_origin_has_them_and_then_the_segment_that_they_are_of(boolean isDated) {
        LowLatencyOrigin origin = new LowLatencyOrigin("v", isDated, 0);
        LiveScene scene = new LiveScene().ad("x", "v/4 4 4 4").decide("0", "x");
        List<Integer> parts = new ArrayList<>();
        for (int second = 44; second <= 51; second++) {
            LiveResult result = scene.refresh("v", origin.at(second));
            parts.add(result.playlist().trailingParts().size());
        }
        LiveResult open = scene.refresh("v", origin.at(51));
        LiveResult complete = scene.refresh("v", origin.at(52));

        assertThat(parts).containsExactly(0, 0, 0, 0, 0, 1, 2, 3);
        assertThat(behind(open, "x-v3.ts"))
                .startsWith("#EXT-X-DISCONTINUITY\n"
                        + (isDated ? "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:48.000Z\n" : "")
                        + "#EXT-X-CUE-IN\n#EXT-X-PART:DURATION=1,INDEPENDENT=YES,URI=\"v0-12.0.m4s\"\n");
        assertThat(LiveScene.listed(open)).endsWith("x-v2 x-v3 |");
        assertThat(LiveScene.listed(complete)).endsWith("x-v2 x-v3 | v0-12.m4s");
        assertThat(complete.playlist().discontinuitySequence())
                .isEqualTo(open.playlist().discontinuitySequence());
    }

    @Test
    void a_hint_alone_is_not_listed_since_nothing_is_there_yet() {
        LiveScene scene = scene();
        String hint = "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"p0.ts\"\n";

        assertThat(behind(scene.refresh("v", snapshot("v", 8, 6, 6, MARKERS) + hint), "x-v1.ts"))
                .isEmpty();
        assertThat(behind(scene.refresh("v", snapshot("v", 8, 6, 6, MARKERS) + PART + hint), "x-v1.ts"))
                .isEqualTo("#EXT-X-DISCONTINUITY\n" + PART + hint);
    }

    @Test
    void parts_that_another_break_replaces_are_not_listed() {
        String next = "#EXT-X-CUE-OUT:DURATION=6,BREAKID=8\n";

        LiveResult result = scene().refresh("v", snapshot("v", 8, 6, 6, MARKERS) + next + PART);
        assertThat(text(result)).doesNotContain("#EXT-X-PART:");
    }

    @Test
    void parts_that_the_rest_of_an_overlapping_break_replaces_are_not_listed() {
        String[] overlapping = {
            "8:#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z",
            "12:" + range("7", 24),
            "13:" + range("8", 30)
        };
        LiveScene scene = scene();

        LiveResult open = scene.refresh("v", snapshot("v", 8, 6, 6, overlapping) + PART);
        assertThat(text(open)).doesNotContain("#EXT-X-PART:");
        assertThat(scene.step("v", snapshot("v", 8, 7, 6, overlapping))).endsWith("x-v1 | y-v0");
    }

    @Test
    void parts_behind_a_discontinuity_of_the_origin_wait_for_their_segment() {
        LiveResult result = scene().refresh("v", snapshot("v", 8, 6, 6, MARKERS) + "#EXT-X-DISCONTINUITY\n" + PART);
        assertThat(text(result)).doesNotContain("#EXT-X-PART:");
    }

    @Test
    void a_lone_segment_before_the_discontinuity_with_which_it_begins_is_replaced() {
        LiveScene scene = scene();
        String open = "#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n" + PART;

        assertThat(LiveScene.listed(scene.refresh("v", snapshot("v", 8, 7, 6, MARKERS) + open)))
                .endsWith("x-v0 x-v1");
        String[] discontinuous = {MARKERS[0], MARKERS[1], "15:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"};
        assertThat(scene.step("v", snapshot("v", 8, 8, 6, discontinuous))).endsWith("x-v0 x-v1 | v15");
    }
}
