package dev.hemstitch.ads.stitch.live;

import static dev.hemstitch.ads.stitch.live.LiveStitcherTest.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    void parts_behind_a_discontinuity_of_the_origin_stand_behind_one_for_both() {
        LiveScene scene = scene();
        LiveResult result = scene.refresh("v", snapshot("v", 8, 6, 6, MARKERS) + "#EXT-X-DISCONTINUITY\n" + PART);
        assertThat(behind(result, "x-v1.ts")).isEqualTo("#EXT-X-DISCONTINUITY\n" + PART);
        String[] complete = {MARKERS[0], MARKERS[1], "14:#EXT-X-DISCONTINUITY"};
        assertThat(scene.step("v", snapshot("v", 8, 7, 6, complete))).endsWith("x-v0 x-v1 | v14");
        assertThat(scene.step("v", snapshot("v", 15, 3, 6, complete))).startsWith("15/2 v15");
    }

    @Test
    void a_lone_segment_before_the_discontinuity_with_which_it_begins_is_replaced() {
        LiveScene scene = new LiveScene().ad("x", "v/6 6", "w/6 6").decide("7", "x");
        scene.step("w", snapshot("w", 8, 5, 6, MARKERS));
        String open = "#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n" + PART;

        assertThat(LiveScene.listed(scene.refresh("v", snapshot("v", 8, 7, 6, MARKERS) + open)))
                .endsWith("x-v0 x-v1 |");
        String[] discontinuous = {MARKERS[0], MARKERS[1], "15:#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN"};
        assertThat(scene.step("v", snapshot("v", 8, 8, 6, discontinuous))).endsWith("x-v0 x-v1 | v15");
    }

    private static final String OUT = "#EXT-X-CUE-OUT:DURATION=12,BREAKID=7\n";

    /** Four whole segments and some parts of the fifth, which a break starts with. */
    private static String starting(String name, int parts) {
        return snapshot(name, 8, 4, 6, MARKERS[0]) + OUT + PART.repeat(parts);
    }

    @Test
    void ads_begin_with_the_parts_of_the_first_segment_that_they_replace() {
        LiveScene scene =
                new LiveScene().ad("x", "v/2 2 2 2 2 2", "w/2 2 2 2 2 2").decide("7", "x");

        assertThat(scene.step("v", starting("v", 1))).endsWith("v10 v11");
        assertThat(scene.step("v", starting("v", 3))).endsWith("v11 | x-v0");
        assertThat(scene.step("w", starting("w", 5))).endsWith("w11 | x-w0 x-w1");
        LiveResult result = scene.refresh("v", starting("v", 5));
        assertThat(LiveScene.listed(result)).endsWith("v11 | x-v0 x-v1");
        assertThat(text(result)).doesNotContain("#EXT-X-PART:");
        assertThat(scene.step("v", snapshot("v", 8, 5, 6, MARKERS))).endsWith("v11 | x-v0 x-v1 x-v2");
        assertThat(scene.step("w", snapshot("w", 8, 7, 6, MARKERS))).endsWith("x-w4 x-w5 | w14");
        assertThat(scene.asked()).containsExactly("7");
    }

    @Test
    void an_answer_may_come_until_the_first_segment_is_complete() {
        LiveScene scene = new LiveScene().ad("x", "v/2 2 2 2 2 2");

        LiveResult undecided = scene.refresh("v", starting("v", 3));
        assertThat(undecided.upcoming()).hasSize(1);
        assertThat(undecided.reasons()).isEmpty();
        assertThat(text(undecided)).doesNotContain("#EXT-X-PART:");
        LiveState before = scene.state();
        assertThat(scene.step("v", snapshot("v", 8, 5, 6, MARKERS))).endsWith("v11 v12");
        scene.restore(before);
        assertThat(scene.decide("7", "x").step("v", starting("v", 5))).endsWith("v11 | x-v0 x-v1");
    }

    @Test
    void a_break_that_is_told_long_before_begins_when_its_first_segment_does() {
        String[] announced = {"8:#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z"};
        String told = range("7", 36) + "\n";
        LiveScene scene = scene();

        assertThat(scene.step("v", snapshot("v", 8, 5, 6, announced) + told + PART))
                .endsWith("v11 v12");
        assertThat(scene.state().breaks()).isEmpty();
    }

    @Test
    void content_goes_on_with_parts_rather_than_that_nothing_is_new_for_long() {
        // The break is 15 s long: whether content goes on with the open segment, or the one behind, is told by how long
        // that is.
        String[] markers = {MARKERS[0], "12:#EXT-X-CUE-OUT:DURATION=15,BREAKID=7"};
        LiveOptions options =
                LiveOptions.builder().maximumDrift(Duration.ofSeconds(20)).build();
        LiveScene scene = new LiveScene(options).ad("x", "v/6 5.5").decide("7", "x");

        assertThat(scene.step("v", snapshot("v", 8, 6, 6, markers))).endsWith("x-v0 x-v1");
        assertThat(scene.step("v", snapshot("v", 8, 6, 6, markers) + PART.repeat(5)))
                .endsWith("x-v0 x-v1");
        String stalled = scene.state().toJson().replaceFirst("(\"v\"(?:,-?\\d+){11}),0", "$1,4000000");
        scene.restore(LiveState.fromJson(stalled));
        assertThat(scene.step("v", snapshot("v", 8, 6, 6, markers) + PART.repeat(5)))
                .endsWith("x-v0 x-v1 |");
    }

    @Test
    void slate_bridges_the_time_until_it_is_known_where_content_goes_on() {
        // Content may go on with the newest of short segments; a discontinuity may follow behind it.
        String[] markers = {MARKERS[0], "12:#EXT-X-CUE-OUT:DURATION=13.6,BREAKID=7"};
        LiveScene scene = new LiveScene()
                .ad("x", "v/6 5.4", "w/6 5.4")
                .ad("s", "v/1.5 1.5 1.5", "w/1.5 1.5 1.5")
                .decide("7", "x")
                .slate("s");
        scene.step("w", snapshot("w", 8, 10, 2, markers));

        assertThat(scene.step("v", snapshot("v", 8, 10, 2, markers) + PART)).endsWith("x-v0 x-v1 | s-v0");
        String stalled = scene.state().toJson().replaceFirst("(\"v\"(?:,-?\\d+){11}),-?\\d+", "$1,9000000");
        scene.restore(LiveState.fromJson(stalled));
        assertThat(scene.step("v", snapshot("v", 8, 11, 2, markers) + PART)).endsWith("x-v0 x-v1 | s-v0 s-v1");
    }

    @Test
    void slate_goes_on_until_the_boundary_is_there_where_others_have_gone_on() {
        String[] markers = {
            MARKERS[0] + "\n#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z",
            MARKERS[1],
            "14:#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:DURATION=6,BREAKID=8"
        };
        LiveScene scene = new LiveScene()
                .ad("x", "v/6", "w/6")
                .ad("s", "v/.9 1 1 1 1 1.1", "w/.9 1 1 1 1 1.1")
                .decide("7", "x")
                .decide("8", "x")
                .slate("s");
        assertThat(scene.step("w", snapshot("w", 8, 7, 6, markers))).endsWith("s-w4 s-w5 | x-w0");

        LiveResult result = scene.refresh("v", snapshot("v", 8, 5, 6, markers) + PART.repeat(3));
        assertThat(LiveScene.listed(result)).endsWith("v11 | x-v0 | s-v0 s-v1 s-v2 s-v3");
        assertThat(text(result)).doesNotContain("#EXT-X-PART:");
    }
}
