package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.RedisServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A channel goes on whatever fails around it. */
class LiveFailureTest {
    private static final String CHANNEL = "channel";
    private static final int CYCLE = 20;

    private final World world = new World();
    private BothServices services;

    @AfterEach
    void stop() {
        if (services != null) {
            services.close();
        }
        world.close();
    }

    private void start(String... settings) throws Exception {
        String[] all = new String[settings.length + 2];
        all[0] = "live.snapshot.ms";
        all[1] = "1";
        System.arraycopy(settings, 0, all, 2, settings.length);
        services = BothServices.start(world.configuration(all));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void contentPlaysOnWhateverTheAdServerDoes(Fault fault) throws Exception {
        start("ad.timeout.ms", "200");
        world.ads.fail(fault);
        LiveViewer viewer = new LiveViewer(CHANNEL, "viewer");
        for (int refresh = 0; refresh < CYCLE; refresh++) {
            for (String rendition : viewer.renditions(services.legacy().uri())) {
                viewer.refresh(services.legacy().uri(), rendition);
            }
            world.live.advance();
        }
        assertThat(viewer.problems()).isEmpty();
        assertThat(viewer.sources("v90-media")).containsExactly("content");
        assertThat(viewer.isGapless("v90-media")).isTrue();
    }

    @Test
    void anAdServerIsAskedOnceForAViewerAndABreak() throws Exception {
        start("ad.timeout.ms", "10000");
        LiveViewer viewer = new LiveViewer(CHANNEL, "viewer");
        String service = services.lightweight().uri();
        for (int refresh = 0; refresh < CYCLE; refresh++) {
            viewer.renditions(service).parallelStream()
                    .forEach(rendition -> new Viewer(service, CHANNEL, "viewer").get(rendition));
            world.live.advance();
        }
        assertThat(world.ads.asked()).hasSize(1).allMatch(query -> query.endsWith("&seconds=28"));
    }

    @Test
    void aLaggingOrAbsentOriginIsShownAsOneThatLags() throws Exception {
        start("ad.timeout.ms", "10000");
        LiveViewer viewer = new LiveViewer(CHANNEL, "viewer");
        String service = services.lightweight().uri();
        String rendition = viewer.renditions(service).get(0);
        world.live.advanceToBreak();
        for (int refresh = 0; refresh < CYCLE; refresh++) {
            world.live.fail(refresh % 4 == 2 ? Fault.DOWN : refresh % 4 == 3 ? Fault.GARBAGE : Fault.NONE);
            viewer.refresh(service, rendition);
            world.live.advance();
        }
        assertThat(viewer.problems()).isEmpty();
        assertThat(viewer.sources("v180-media")).contains("content");
    }

    @Test
    void theStoreOfTwoReplicasIsKilledInTheSecondBreakAndNothingThatWasShownChanges() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            start("ad.timeout.ms", "10000", "session.store", redis.uri());
            LiveViewer viewer = new LiveViewer(CHANNEL, "viewer");
            List<String> renditions = viewer.renditions(services.legacy().uri());
            world.live.advanceToBreak();
            int asked =
                    0; // in the second break: the first has shifted all numbers, so without the state they would fall
            for (int refresh = 0; refresh < 2 * CYCLE; refresh++) {
                if (refresh == CYCLE + 3) {
                    redis.kill();
                } else if (refresh == CYCLE + 6) {
                    redis.startAgain();
                }
                for (String rendition : renditions) {
                    viewer.refresh(services.uris().get(asked++ % 2), rendition);
                }
                if (refresh == CYCLE + 6) {
                    awaitStore(redis, viewer);
                }
                world.live.advance();
            }
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).contains("content", "ad-10", "ad-15");
            assertThat(viewer.isGapless("v180-media")).isTrue();
        }
    }

    /** Until both have seen that it is back; they look once a second. */
    private void awaitStore(RedisServer redis, LiveViewer viewer) throws InterruptedException {
        for (String service : services.uris()) {
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (new Viewer(service, "ts", "other")
                            .played("{\"from\":0,\"to\":1}")
                            .statusCode()
                    != 204) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(50);
            }
        }
        assertThat(viewer.problems()).isEmpty();
        assertThat(redis.uri()).isNotEmpty();
    }

    @Test
    void beaconsOfABreakAreSentOnce() throws Exception {
        start("ad.timeout.ms", "10000");
        LiveViewer viewer = new LiveViewer(CHANNEL, "viewer");
        String service = services.lightweight().uri();
        world.live.advanceToBreak();
        for (int refresh = 0; refresh < 9; refresh++) {
            viewer.refresh(service, viewer.renditions(service).get(0));
            world.live.advance();
        }
        Viewer player = new Viewer(service, CHANNEL, "viewer");
        JsonNode avail = tracking(player).path("avails").get(0);
        double start = avail.path("startTimeInSeconds").asDouble();
        assertThat(avail.path("ads")).hasSize(2);
        for (double at = start - 2; at < start + 30; at += 1) {
            assertThat(player.played("{\"from\":" + at + ",\"to\":" + (at + 1) + "}")
                            .statusCode())
                    .isEqualTo(204);
        }
        stop();
        services = null;
        assertThat(world.ads.beacons()).hasSize(12).doesNotHaveDuplicates();
    }

    private static JsonNode tracking(Viewer viewer) throws IOException {
        return new ObjectMapper()
                .readTree(viewer.get("tracking.json?viewer=" + viewer.token()).body());
    }
}
