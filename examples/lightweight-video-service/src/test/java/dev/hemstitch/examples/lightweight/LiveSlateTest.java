package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.LiveOrigin;
import dev.hemstitch.examples.kit.world.LiveViewer;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Breaks of 28 s, of which ads fill 25. */
class LiveSlateTest {
    private static final List<String> MEDIA = List.of("v180-media", "v90-media", "audio-en-media", "audio-de-media");
    private static final String SLATE = "/fmp4/slate/multivariant.m3u8";
    private static final int BREAKS = 3;
    /** In segments of a second. */
    private static final int LEFT_BY_ADS = 3;

    private final World world = new World();
    private final LiveViewer viewer = new LiveViewer("channel", "viewer");
    private BothServices services;

    private void start(String... slates) throws Exception {
        String urls = String.join(
                " ", List.of(slates).stream().map(world.origin.uri()::concat).toList());
        services = BothServices.start(
                world.configuration("ad.timeout.ms", "10000", "live.snapshot.ms", "1", "slate.urls", urls));
    }

    @AfterEach
    void stop() {
        if (services != null) {
            services.close();
        }
        world.close();
    }

    /** Refreshes all renditions at both services through some breaks. */
    private void watch() {
        for (int refresh = 0; refresh < BREAKS * LiveOrigin.CYCLE; refresh++) {
            for (String rendition : viewer.renditions(services.legacy().uri())) {
                byte[] one = viewer.refresh(services.legacy().uri(), rendition);
                assertThat(viewer.refresh(services.lightweight().uri(), rendition))
                        .isEqualTo(one);
            }
            world.live.advance();
        }
        assertThat(viewer.problems()).isEmpty();
    }

    private String metrics() {
        return Viewer.text(Viewer.get(services.legacy().uri(), "/metrics"));
    }

    @Test
    void slateFillsEveryBreakToTheSecondAndBothServicesShowTheSame() throws Exception {
        start(SLATE);
        watch();
        for (String rendition : MEDIA) {
            assertThat(viewer.shown(rendition, "slate")).as(rendition).isEqualTo(BREAKS * LEFT_BY_ADS);
            assertThat(viewer.sources(rendition)).containsExactlyInAnyOrder("ad-10", "ad-15", "content", "slate");
        }
        assertThat(metrics()).doesNotContain("hemstitch_live_left_out");
    }

    @Test
    void ofSeveralSlatesTheOneThatGoesWithTheChannelIsShown() throws Exception {
        start("/ts/ad-10/multivariant.m3u8", SLATE);
        watch();
        assertThat(viewer.shown("v180-media", "slate")).isEqualTo(BREAKS * LEFT_BY_ADS);
    }

    @Test
    void aBreakInWhichNoAdPlaysShowsItsContentAndNoSlate() throws Exception {
        start(SLATE);
        world.ads.fail(Fault.DOWN);
        watch();
        assertThat(viewer.sources("v180-media")).containsExactly("content");
    }

    @Test
    void aSlateThatCannotBeHadIsNotMissedByAnyPlayer() throws Exception {
        start("/none/multivariant.m3u8");
        watch();
        assertThat(viewer.sources("v180-media"))
                .contains("ad-10", "ad-15", "content")
                .doesNotContain("slate");
        assertThat(metrics()).contains("hemstitch_live_left_out_total{outcome=\"TIME_NOT_KEPT\"}");
    }
}
