package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both services, each with a session store of its own, asked for the same channel refresh by refresh. */
class SameLiveBytesTest {
    private static final int VIEWERS = 6;
    private static final int REFRESHES = 50;

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

    @Test
    void everyRefreshOfEveryRenditionAndViewerGetsTheSameBytesFromBoth() {
        List<LiveViewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(new LiveViewer("channel", "viewer-" + i));
        }
        int compared = 0;
        for (int refresh = 0; refresh < REFRESHES; refresh++) {
            for (LiveViewer viewer : viewers) {
                for (String rendition : viewer.renditions(services.legacy().uri())) {
                    byte[] one = viewer.refresh(services.legacy().uri(), rendition);
                    assertThat(viewer.refresh(services.lightweight().uri(), rendition))
                            .isEqualTo(one);
                    compared++;
                }
            }
            world.live.advance();
        }
        assertThat(compared).isEqualTo(REFRESHES * VIEWERS * 5);
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(viewer.problems()).isEmpty();
            assertThat(viewer.sources("v180-media")).contains("content", "ad-10", "ad-15");
        });
    }
}
