package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A viewer whose stored state is lost, or replaced by an older one: what holds then, at every refresh at which it may happen. */
class LiveRestoredStateTest {
    private static final LiveStitcher STITCHER = new LiveStitcher(LiveOptions.DEFAULT);
    private static final int STEPS = 40;

    /** So many refreshes the origin still lists the edge of. */
    private static final int IN_WINDOW = LiveChannel.WINDOW_SECONDS / LiveChannel.STEP_SECONDS - 2;

    static Stream<Arguments> streams() {
        return Stream.of(true, false)
                .flatMap(isDated -> Stream.of(true, false).map(hasIds -> new LiveChannel(isDated, hasIds)))
                .flatMap(channel -> Stream.of("x y", "z", "w z", "x")
                        .map(ads -> Arguments.of(channel, LiveChannel.constant(ads.split(" ", -1)), ads)));
    }

    /** A series of refreshes of all renditions: what was served, and the text that was stored behind each step. */
    private static final class Series {
        private final LiveChannel channel;
        private final LiveDecisions decisions;
        private final List<MediaPlaylist> served = new ArrayList<>();
        private final List<String> stored = new ArrayList<>();

        Series(LiveChannel channel, LiveDecisions decisions, String state, int from) {
            this.channel = channel;
            this.decisions = decisions;
            String text = state;
            for (int step = from; step < STEPS; step++) {
                text = step(step, text);
                stored.add(text);
            }
        }

        private String step(int step, String state) {
            String text = state;
            for (String name : LiveChannel.RENDITIONS) {
                LiveResult result = STITCHER.stitch(
                        LiveState.fromJson(text), LiveChannel.rendition(name), channel.snapshot(name, step), decisions);
                served.add(result.playlist());
                text = result.state().toJson();
            }
            return text;
        }

        List<String> texts(int skippedSteps) {
            return served.stream()
                    .skip((long) LiveChannel.RENDITIONS.size() * skippedSteps)
                    .map(playlist -> new String(PlaylistWriter.toBytes(playlist), StandardCharsets.UTF_8))
                    .toList();
        }

        /** What is served is legal, for somebody who saw nothing before. */
        SeenByViewer seen() {
            SeenByViewer viewer = new SeenByViewer();
            for (int i = 0; i < served.size(); i++) {
                String name = LiveChannel.RENDITIONS.get(i % LiveChannel.RENDITIONS.size());
                viewer.sees(name, served.get(i));
            }
            LiveChannel.RENDITIONS.forEach(name -> {
                assertThat(viewer.publishedCount(name)).isPositive();
                viewer.sawNothingTwice(name);
            });
            return viewer;
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void an_older_state_whose_edge_the_origin_still_lists_goes_on_as_if_nothing_had_happened(
            LiveChannel channel, LiveDecisions decisions, String ads) {
        Series undisturbed = new Series(channel, decisions, LiveState.NEW.toJson(), 0);
        assertThat(undisturbed.seen().assets().values()).contains("content").containsAll(List.of(ads.split(" ", -1)));
        for (int lost = 1; lost <= IN_WINDOW; lost++) {
            for (int step = lost + 1; step < STEPS; step++) {
                Series restored = new Series(channel, decisions, undisturbed.stored.get(step - 1 - lost), step);
                assertThat(restored.texts(0))
                        .as("%s refreshes forgotten before refresh %s", lost, step)
                        .isEqualTo(undisturbed.texts(step));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_state_that_is_older_than_the_window_gives_a_stream_that_is_legal_in_itself(
            LiveChannel channel, LiveDecisions decisions, String ads) {
        Series undisturbed = new Series(channel, decisions, LiveState.NEW.toJson(), 0);
        for (int lost : List.of(IN_WINDOW + 1, IN_WINDOW + 2, 2 * IN_WINDOW, 3 * IN_WINDOW)) {
            for (int step = lost + 1; step < STEPS - 2; step++) {
                Series restored = new Series(channel, decisions, undisturbed.stored.get(step - 1 - lost), step);
                assertThat(restored.seen().assets().values()).contains("content");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void without_its_state_a_viewer_is_a_new_one(LiveChannel channel, LiveDecisions decisions, String ads) {
        for (int step = 1; step < STEPS - 1; step++) {
            Series anew = new Series(channel, decisions, LiveState.NEW.toJson(), step);
            assertThat(anew.seen().assets().values()).isNotEmpty();
            assertThat(anew.served.get(0).mediaSequence())
                    .isEqualTo(channel.snapshot("v", step).mediaSequence());
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void an_older_state_and_another_decision_give_a_stream_that_is_legal_in_itself(
            LiveChannel channel, LiveDecisions decisions, String ads) {
        Series undisturbed = new Series(channel, decisions, LiveState.NEW.toJson(), 0);
        for (int step = 4; step < STEPS - 1; step++) {
            LiveDecisions others = LiveChannel.fickle(step);
            assertThat(new Series(channel, others, undisturbed.stored.get(step - 4), step)
                            .seen()
                            .assets())
                    .isNotEmpty();
        }
    }
}
