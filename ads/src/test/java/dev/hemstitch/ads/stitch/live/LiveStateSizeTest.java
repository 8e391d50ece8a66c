package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the texts of states get over long series: for three renditions, a break each minute, and two ads in each. */
class LiveStateSizeTest {
    /** The longest text of a series, and how many breaks it had. */
    private record Longest(int bytes, int breaks) {}

    private static Longest longest(int windowSeconds) {
        LiveChannel channel = new LiveChannel(true, true, windowSeconds);
        LiveDecisions decisions = LiveChannel.constant("x", "y");
        LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
        LiveState state = LiveState.NEW;
        Longest longest = new Longest(0, 0);
        for (int step = 0; step < 2 * windowSeconds / LiveChannel.STEP_SECONDS + 60; step++) {
            for (String name : LiveChannel.RENDITIONS) {
                state = stitcher.stitch(state, LiveChannel.rendition(name), channel.snapshot(name, step), decisions)
                        .state();
            }
            int bytes = bytes(state);
            longest = bytes > longest.bytes ? new Longest(bytes, state.breaks().size()) : longest;
        }
        return longest;
    }

    private static int bytes(LiveState state) {
        return state.toJson().getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @CsvSource({"48, 1", "300, 5", "900, 15"})
    void a_state_of_three_renditions_takes_at_most_a_kilobyte_and_a_hundred_bytes_for_each_break(
            int windowSeconds, int breaks) {
        Longest longest = longest(windowSeconds);
        assertThat(longest.breaks).isBetween(breaks, breaks + 2);
        assertThat(longest.bytes).isLessThan(1_024 + 100 * longest.breaks);
    }

    @Test
    void what_left_the_window_leaves_nothing_behind() {
        LiveState state = LiveState.NEW;
        LiveChannel channel = new LiveChannel(true, true);
        LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
        for (int step = 0; step < 1_000; step++) {
            for (String name : LiveChannel.RENDITIONS) {
                state = stitcher.stitch(
                                state,
                                LiveChannel.rendition(name),
                                channel.snapshot(name, step),
                                LiveChannel.constant("x", "y"))
                        .state();
            }
        }
        LiveState without = new LiveState(state.session(), List.of(), new TreeMap<>(state.renditions()));
        assertThat(state.breaks()).hasSizeLessThan(3);
        assertThat(bytes(without)).isLessThan(300);
    }
}
