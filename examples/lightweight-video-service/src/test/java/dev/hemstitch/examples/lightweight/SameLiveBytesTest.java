package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveOrigin;
import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both services, each with a session store of its own, asked for the same channel refresh by refresh. */
class SameLiveBytesTest {
    private static final int VIEWERS = 6;
    private static final int REFRESHES = 50;
    private static final int FEW = 2;

    private static final String PATIENT = "10000";
    private static final String IMPATIENT = "300";

    private final World world = new World();
    private BothServices services;

    private void start(String adTimeout) throws Exception {
        services = BothServices.start(world.configuration("ad.timeout.ms", adTimeout, "live.snapshot.ms", "1"));
    }

    @AfterEach
    void stop() {
        if (services != null) {
            services.close();
        }
        world.close();
    }

    @Test
    void everyRefreshOfEveryRenditionAndViewerGetsTheSameBytesFromBoth() throws Exception {
        start(PATIENT);
        List<LiveViewer> viewers = viewers("channel", VIEWERS);
        for (int refresh = 0; refresh < REFRESHES; refresh++) {
            assertThat(compared(viewers)).isEqualTo(5 * VIEWERS);
        }
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).contains("content", "ad-10", "ad-15");
        });
    }

    @Test
    void viewersOfBothSeeTheSameAdsBeforeTheChannel() throws Exception {
        start(PATIENT);
        List<LiveViewer> viewers = viewers("channel-with-pre-roll", FEW);
        assertThat(compared(viewers)).isEqualTo(5 * FEW);
        assertThat(viewers)
                .allSatisfy(viewer -> assertThat(viewer.sources("v180-media"))
                        .isSubsetOf("ad-10", "ad-15")
                        .hasSize(1));
        for (int refresh = 0; refresh < LiveOrigin.CYCLE; refresh++) {
            assertThat(compared(viewers)).isEqualTo(5 * FEW);
        }
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).contains("content");
        });
    }

    @Test
    void viewersOfBothSeeTheSameAdsBehindTheEndOfTheChannel() throws Exception {
        start(PATIENT);
        world.live.advanceToBreak();
        List<LiveViewer> viewers = viewers("channel-with-pre-roll", FEW);
        for (int refresh = 0; refresh < LiveOrigin.CYCLE - 2; refresh++) {
            assertThat(compared(viewers)).isEqualTo(5 * FEW);
        }
        assertThat(viewers)
                .allSatisfy(
                        viewer -> assertThat(viewer.lastSource("v180-media")).isEqualTo("content"));
        world.live.end();
        assertThat(compared(viewers)).isEqualTo(5 * FEW);
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            for (String rendition : List.of("v180-media", "v90-media", "audio-en-media")) {
                assertThat(viewer.lastSource(rendition)).isIn("ad-10", "ad-15");
            }
        });
    }

    @Test
    void theBytesAreTheSameAlsoWhileTheAdServerIsSlow() throws Exception {
        start(IMPATIENT);
        world.ads.fail(Fault.SLOW);
        List<LiveViewer> viewers = viewers("channel-with-pre-roll", FEW);
        for (int refresh = 0; refresh < LiveOrigin.CYCLE; refresh++) {
            assertThat(compared(viewers)).isEqualTo(5 * FEW);
        }
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).containsExactly("content");
        });
    }

    @Test
    void theBytesAreTheSameAlsoWhileTheAdServerFailsInOneBreakAndWorksInTheNext() throws Exception {
        start(PATIENT);
        List<Fault> faults = List.of(Fault.DOWN, Fault.NONE, Fault.GARBAGE, Fault.NONE);
        List<LiveViewer> viewers = viewers("channel", FEW);
        for (Fault fault : faults) {
            world.ads.fail(fault); // before the break of this cycle is announced
            int askedBefore = world.ads.asked().size();
            for (int refresh = 0; refresh < LiveOrigin.CYCLE; refresh++) {
                assertThat(compared(viewers)).isEqualTo(5 * FEW);
            }
            assertThat(world.ads.asked().size() - askedBefore)
                    .as("answered questions of both services while the ad server is %s", fault)
                    .isEqualTo(fault == Fault.NONE ? 2 * FEW : 0);
        }
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).contains("content", "ad-10", "ad-15");
        });
    }

    private static List<LiveViewer> viewers(String title, int number) {
        List<LiveViewer> viewers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            viewers.add(new LiveViewer(title, "viewer-" + i));
        }
        return viewers;
    }

    /** One refresh of all renditions, of which it says how many there were; then a segment goes by. */
    private int compared(List<LiveViewer> viewers) {
        int compared = 0;
        for (LiveViewer viewer : viewers) {
            for (String rendition : viewer.renditions(services.legacy().uri())) {
                byte[] one = viewer.refresh(services.legacy().uri(), rendition);
                assertThat(viewer.refresh(services.lightweight().uri(), rendition))
                        .isEqualTo(one);
                compared++;
            }
        }
        world.live.advance();
        return compared;
    }
}
