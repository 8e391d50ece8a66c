package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One viewer, whose requests any of five replicas may get: they have nothing in common but the stored state. */
class LiveReplicasTest {
    private static final int REPLICAS = 5;
    private static final int STEPS = 120;

    static Stream<Arguments> channels() {
        return Stream.of(true, false)
                .flatMap(isDated -> Stream.of(true, false)
                        .flatMap(hasIds -> IntStream.range(0, 5)
                                .mapToObj(seed -> Arguments.of(new LiveChannel(isDated, hasIds), seed))));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void all_renditions_asked_for_at_once_from_any_replica_show_one_decision(LiveChannel channel, int seed)
            throws Exception {
        SharedTexts store = new SharedTexts(seed, 30);
        List<LiveSessions> replicas = new ArrayList<>();
        List<LiveDecisions> decisions = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(new LiveSessions(new LiveStitcher(LiveOptions.DEFAULT), store));
            decisions.add(LiveChannel.fickle(100L * seed + i));
        }
        Random random = new Random(seed);
        SeenByViewer viewer = new SeenByViewer();
        ExecutorService threads = Executors.newFixedThreadPool(LiveChannel.RENDITIONS.size());
        try {
            for (int step = 0; step < STEPS; step++) {
                int now = step;
                Map<String, Future<MediaPlaylist>> answers = new LinkedHashMap<>();
                for (String name : LiveChannel.RENDITIONS) {
                    int replica = random.nextInt(REPLICAS);
                    answers.put(
                            name,
                            threads.submit(() -> replicas.get(replica)
                                    .refresh(
                                            "viewer",
                                            LiveChannel.rendition(name),
                                            LiveSnapshot.of(channel.snapshot(name, now)),
                                            decisions.get(replica))
                                    .playlist()));
                }
                for (Map.Entry<String, Future<MediaPlaylist>> answer : answers.entrySet()) {
                    viewer.sees(answer.getKey(), answer.getValue().get());
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(store.conflicts()).isGreaterThan(STEPS);
        assertThat(viewer.assets().values()).filteredOn("content"::equals).hasSizeGreaterThan(1);
        assertThat(viewer.assets().size()).isGreaterThan(3);
        for (String name : LiveChannel.RENDITIONS) {
            assertThat(viewer.publishedCount(name)).isGreaterThan(STEPS);
            viewer.sawNothingTwice(name);
        }
    }
}
