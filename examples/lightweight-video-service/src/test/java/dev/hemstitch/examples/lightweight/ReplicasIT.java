package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.Nginx;
import dev.hemstitch.examples.kit.world.RedisServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas as processes of their own, nginx in front of them, Redis behind them. */
class ReplicasIT {
    private static final int VIEWERS = 4;
    private static final int CYCLE = 20;

    @TempDir
    private Path folder;

    @Test
    void aReplicaAndRedisAreKilledInMidBreakAndNoViewerNotices() throws Exception {
        try (World world = new World();
                RedisServer redis = RedisServer.start();
                ServiceProcess one = replica("legacy-video-service", world, redis);
                ServiceProcess other = replica("lightweight-video-service", world, redis);
                Nginx nginx = Nginx.start(folder, List.of(one.uri(), other.uri()))) {
            List<LiveViewer> viewers = new ArrayList<>();
            for (int i = 0; i < VIEWERS; i++) {
                viewers.add(new LiveViewer("channel", "viewer-" + i));
            }
            world.live.advanceToBreak();
            for (int refresh = 0; refresh < 4 * CYCLE; refresh++) {
                switch (refresh) {
                    case CYCLE + 2 -> one.kill(); // in the second break: the first has shifted all numbers
                    case CYCLE + 12 -> one.startAgainBehind(nginx);
                    case 2 * CYCLE + 2 -> redis.kill(); // in the third
                    case 2 * CYCLE + 5 -> redis.startAgain();
                    default -> {}
                }
                refresh(viewers, nginx.uri());
                world.live.advance();
            }
            assertThat(viewers).allSatisfy(viewer -> {
                assertThat(viewer.problems()).isEmpty();
                assertThat(viewer.sources("v180-media")).contains("content", "ad-10", "ad-15");
                assertThat(viewer.isGapless("v180-media")).isTrue();
                assertThat(viewer.isGapless("audio-en-media")).isTrue();
            });
            assertThat(List.of(one, other))
                    .allSatisfy(replica -> assertThat(replica.answered("rendition"))
                            .as("both answered")
                            .isGreaterThan(100));
        }
    }

    private static void refresh(List<LiveViewer> viewers, String service) {
        for (LiveViewer viewer : viewers) {
            for (String rendition : viewer.renditions(service)) {
                viewer.refresh(service, rendition);
            }
        }
    }

    private ServiceProcess replica(String name, World world, RedisServer redis) throws Exception {
        return ServiceProcess.start(
                name,
                folder,
                "catalog.url=" + world.catalog.uri(),
                "session.store=" + redis.uri(),
                "ad.timeout.ms=10000",
                "live.snapshot.ms=1");
    }

    @Test
    void aReplicaThatStopsHandsItsViewersOver() throws Exception {
        try (World world = new World();
                RedisServer redis = RedisServer.start();
                ServiceProcess one = replica("legacy-video-service", world, redis);
                ServiceProcess other = replica("lightweight-video-service", world, redis);
                Nginx nginx = Nginx.start(folder, List.of(one.uri(), other.uri()))) {
            Thread stopping = new Thread(() -> {
                try {
                    one.terminate();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Viewer viewer = new Viewer(nginx.uri(), "fmp4", "viewer");
            List<String> renditions = viewer.renditions();
            byte[] first = viewer.get(renditions.get(0)).body();
            stopping.start();
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            int answered = 0;
            while (stopping.isAlive() || answered < 50) {
                assertThat(viewer.get(renditions.get(0)).body()).isEqualTo(first);
                answered++;
                assertThat(System.nanoTime()).isLessThan(until);
            }
            stopping.join();
        }
    }
}
