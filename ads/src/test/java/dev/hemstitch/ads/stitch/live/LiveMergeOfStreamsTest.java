package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A viewer whose renditions are refreshed at once by replicas that cannot compare and set: their states are merged. */
class LiveMergeOfStreamsTest {
    private static final int STEPS = 60;
    private static final int DAY_SECONDS = 86_400;
    private static final int AD_SECONDS = 12;
    private static final Map<String, Integer> SEGMENTS = Map.of("v", 4, "a", 1, "t", 2);

    private final LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);

    static Stream<Arguments> channels() {
        return Stream.of(true, false)
                .flatMap(isDated -> Stream.of(true, false)
                        .flatMap(hasIds -> Stream.of(36, 48, 120)
                                .flatMap(window -> IntStream.range(0, 3)
                                        .mapToObj(seed ->
                                                Arguments.of(new LiveChannel(isDated, hasIds, window), seed)))));
    }

    private LiveResult refresh(LiveState state, LiveChannel channel, String name, int step, LiveDecisions decisions) {
        return stitcher.stitch(
                state,
                LiveChannel.rendition(name),
                LiveSnapshot.of(
                        channel.snapshot(name, step(channel, name, step)),
                        Instant.ofEpochSecond(DAY_SECONDS + (long) step * LiveChannel.STEP_SECONDS)),
                decisions);
    }

    /** Two ads of twelve seconds, in other segments than the content, so that each break moves the numbers behind it. */
    private static LiveDecisions decisions() {
        Map<String, LiveAd> ads = new HashMap<>();
        for (String id : List.of("x", "y")) {
            Map<String, Ad> renditions = new HashMap<>();
            SEGMENTS.forEach((name, seconds) -> {
                StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
                for (int i = 0; i < AD_SECONDS / seconds; i++) {
                    text.append("#EXTINF:" + seconds + ",\n" + id + "-" + name + i + ".ts\n");
                }
                MediaPlaylist playlist =
                        LiveScene.playlist(text.append("#EXT-X-ENDLIST\n").toString());
                renditions.put(
                        name, Ad.of(id, Presentation.ofMedia(playlist, "http://ads/" + id + "/" + name + ".m3u8")));
            });
            ads.put(id, LiveAd.ofRenditions(renditions.get("v"), renditions, Map.of()));
        }
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(List.of(ads.get("x"), ads.get("y")));
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(ads.get(id));
            }
        };
    }

    /** Audio is some seconds late where dates tell so. */
    private static int step(LiveChannel channel, String name, int step) {
        return channel.isDated() && !name.equals("a") ? step + 2 : step;
    }

    @ParameterizedTest
    @MethodSource("channels")
    void states_of_one_ancestor_merged_in_any_order_are_one_state(LiveChannel channel, int seed) {
        Random random = new Random(seed);
        LiveDecisions decisions = LiveChannel.fickle(seed);
        LiveState state = LiveState.NEW;
        for (int step = 0; step < STEPS; step++) {
            List<LiveState> states = new ArrayList<>();
            for (int replica = 0; replica < 3; replica++) {
                LiveState mine = state;
                for (int i = random.nextInt(3); i >= 0; i--) {
                    String name = LiveChannel.RENDITIONS.get(random.nextInt(3));
                    mine = refresh(mine, channel, name, step, decisions).state();
                }
                states.add(mine);
            }
            LiveState one = states.get(0);
            LiveState two = states.get(1);
            LiveState three = states.get(2);
            LiveState merged = one.merge(two).merge(three);
            assertThat(one.merge(two)).as("step %s", step).isEqualTo(two.merge(one));
            assertThat(one.merge(two.merge(three))).as("step %s", step).isEqualTo(merged);
            assertThat(one.merge(three).merge(two)).as("step %s", step).isEqualTo(merged);
            assertThat(merged.merge(one)).as("step %s", step).isEqualTo(merged);
            assertThat(merged.merge(merged)).isEqualTo(merged);
            assertThat(LiveState.fromJson(merged.toJson())).isEqualTo(merged);
            state = merged;
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_viewer_whose_states_are_merged_at_every_step_sees_nothing_wrong(LiveChannel channel, int seed) {
        Random random = new Random(seed);
        LiveDecisions decisions = decisions();
        SeenByViewer viewer = new SeenByViewer();
        LiveState state = LiveState.NEW;
        for (int step = 0; step < 2 * STEPS; step++) {
            List<LiveState> states = new ArrayList<>();
            for (String name : LiveChannel.RENDITIONS) {
                if (step == 0 || random.nextInt(4) > 0) {
                    LiveResult result = refresh(state, channel, name, step, decisions);
                    viewer.sees(name, result.playlist());
                    states.add(result.state());
                }
            }
            Collections.shuffle(states, random);
            for (LiveState each : states) {
                state = states.indexOf(each) == 0 ? each : state.merge(each);
            }
        }
        assertThat(viewer.assets().values())
                .filteredOn("x"::equals)
                .as("%s", viewer.assets())
                .hasSizeGreaterThan(9);
        for (String name : LiveChannel.RENDITIONS) {
            viewer.sawNothingTwice(name);
        }
    }
}
