package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveOrigin;
import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rendition of a channel that is gone and comes back while a break is on joins it there. */
class ReturningRenditionTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOKEN = "viewer";
    private static final String HIGH = "v180-media.m3u8?viewer=" + TOKEN;
    private static final String LOW = "v90-media.m3u8?viewer=" + TOKEN;

    private final LiveViewer viewer = new LiveViewer("channel", TOKEN);
    private World world;
    private BothServices services;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration("ad.timeout.ms", "10000", "live.snapshot.ms", "1"));
    }

    @AfterEach
    void stop() {
        services.close();
        world.close();
    }

    /** A segment goes by, and the rendition is refreshed; both services give the same. */
    private String advanced(String... renditions) throws InterruptedException {
        world.live.advance();
        Thread.sleep(2); // a snapshot serves for 1 ms
        String last = "";
        for (String rendition : renditions) {
            byte[] bytes = viewer.refresh(services.legacy().uri(), rendition);
            last = Viewer.text(services.same("channel", TOKEN, rendition));
            assertThat(last).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
        return last;
    }

    private void awaitBack() throws InterruptedException {
        for (String service : services.uris()) {
            long until = System.nanoTime() + SOON.toNanos();
            while (new Viewer(service, "channel", TOKEN).get(HIGH).statusCode() != 200) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(200);
            }
        }
    }

    private void assertPlaysOnAlike() throws InterruptedException {
        for (int i = 0; i < LiveOrigin.CYCLE; i++) {
            advanced(HIGH, LOW);
        }
        assertThat(viewer.problems()).isEmpty();
        assertThat(viewer.isGapless("v180-media")).isTrue();
        assertThat(viewer.lastSource("v180-media")).isEqualTo(viewer.lastSource("v90-media"));
    }

    @Test
    void oneThatWasMissingWhenTheChannelWasReadHasTheRestOfTheAds() throws Exception {
        world.live.fail("v180/media", Fault.DOWN);
        world.live.advanceToBreak();
        advanced(LOW);
        assertThat(advanced(LOW)).contains("/ad-1");
        world.live.fail(Fault.NONE);
        awaitBack();
        assertThat(advanced(LOW, HIGH)).contains("/v180/", "/ad-1");
        assertPlaysOnAlike();
    }

    @Test
    void oneThatStoodStillHasTheRestOfTheAds() throws Exception {
        world.live.advanceToBreak();
        advanced(LOW, HIGH);
        world.live.fail("v180/media", Fault.DOWN);
        advanced(LOW, HIGH);
        advanced(LOW, HIGH);
        world.live.fail(Fault.NONE);
        Thread.sleep(600); // what fails is not asked for again at once
        assertThat(advanced(LOW, HIGH)).contains("/v180/", "/ad-1");
        assertPlaysOnAlike();
    }
}
