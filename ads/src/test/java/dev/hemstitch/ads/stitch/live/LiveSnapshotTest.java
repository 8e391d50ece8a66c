package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One snapshot for all viewers gives each of them what one of their own would. */
class LiveSnapshotTest {
    private static final int STEPS = 60;

    /** When viewers come, so that for some a break runs on that others have never seen. */
    private static final int[] FIRST_STEPS = {0, 4, 10, 11, 12, 33};

    private static final LiveStitcher STITCHER = new LiveStitcher(LiveOptions.DEFAULT);

    /** A viewer who is served twice. */
    private static final class Viewer {
        private final int from;
        private final LiveDecisions decisions;
        private LiveState state = LiveState.NEW;

        Viewer(int from) {
            this.from = from;
            this.decisions = from % 2 == 0 ? LiveChannel.constant("x", "y") : LiveChannel.constant("z");
        }

        String refresh(String name, LiveSnapshot shared, MediaPlaylist own) {
            LiveRendition rendition = LiveChannel.rendition(name);
            LiveResult ofShared = STITCHER.stitch(state, rendition, shared, decisions);
            LiveResult ofOwn = STITCHER.stitch(state, rendition, own, decisions);
            assertThat(ofShared.playlist().toString())
                    .isEqualTo(ofOwn.playlist().toString());
            assertThat(ofShared.state()).isEqualTo(ofOwn.state());
            assertThat(ofShared.upcoming()).isEqualTo(ofOwn.upcoming());
            state = ofShared.state();
            return LiveScene.listed(ofShared);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, 36", "true, false, 48", "false, true, 36", "false, false, 120"})
    void viewers_of_one_snapshot_get_what_each_would_of_its_own(boolean isDated, boolean hasIds, int windowSeconds) {
        LiveChannel channel = new LiveChannel(isDated, hasIds, windowSeconds);
        List<Viewer> viewers = new ArrayList<>();
        for (int from : FIRST_STEPS) {
            viewers.add(new Viewer(from));
        }
        List<String> listed = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (String name : LiveChannel.RENDITIONS) {
                LiveSnapshot shared = LiveSnapshot.of(channel.snapshot(name, step));
                for (Viewer viewer : viewers) {
                    if (step >= viewer.from) {
                        listed.add(viewer.refresh(name, shared, channel.snapshot(name, step)));
                    }
                }
            }
        }
        assertThat(listed).anyMatch(each -> each.contains("x-v1")).anyMatch(each -> each.contains("z-a1"));
    }

    @Test
    void viewers_who_are_shown_the_same_content_get_one_playlist() {
        LiveChannel channel = new LiveChannel(true, true, 24);
        LiveRendition rendition = LiveChannel.rendition("v");
        LiveDecisions ads = LiveChannel.constant("x", "y");
        LiveState early = LiveState.NEW;
        for (int step = 0; step < 14; step++) { // a break and all its ads have passed
            early = STITCHER.stitch(early, rendition, channel.snapshot("v", step), ads)
                    .state();
        }
        LiveSnapshot shared = LiveSnapshot.of(channel.snapshot("v", 14));
        LiveResult behindBreak = STITCHER.stitch(early, rendition, shared, ads);
        LiveResult again = STITCHER.stitch(early, rendition, shared, LiveChannel.constant("z"));
        LiveResult ofNewViewer = STITCHER.stitch(LiveState.NEW, rendition, shared, ads);
        assertThat(again.playlist()).isSameAs(behindBreak.playlist());
        assertThat(ofNewViewer.playlist()).isNotEqualTo(behindBreak.playlist()); // it counts discontinuities otherwise
    }

    @Test
    void viewers_with_the_same_ads_get_one_playlist_and_those_with_others_get_theirs() {
        LiveChannel channel = new LiveChannel(true, true);
        LiveRendition rendition = LiveChannel.rendition("v");
        LiveDecisions ads = LiveChannel.constant("x", "y");
        LiveDecisions others = LiveChannel.constant("z");
        LiveState state = LiveState.NEW;
        LiveState otherState = LiveState.NEW;
        for (int step = 0; step < 4; step++) {
            LiveSnapshot before = LiveSnapshot.of(channel.snapshot("v", step));
            state = STITCHER.stitch(state, rendition, before, ads).state();
            otherState = STITCHER.stitch(otherState, rendition, before, others).state();
        }
        LiveSnapshot shared = LiveSnapshot.of(channel.snapshot("v", 4));
        MediaPlaylist first = STITCHER.stitch(state, rendition, shared, ads).playlist();
        assertThat(first.toString()).contains("x-v1");
        assertThat(STITCHER.stitch(state, rendition, shared, ads).playlist()).isSameAs(first);
        assertThat(STITCHER.stitch(otherState, rendition, shared, others)
                        .playlist()
                        .toString())
                .contains("z-v")
                .doesNotContain("x-v");
    }

    @Test
    void a_snapshot_knows_when_it_was_fetched_or_that_this_is_not_known() {
        MediaPlaylist playlist = new LiveChannel(true, true).snapshot("v", 0);
        assertThat(LiveSnapshot.of(playlist).fetchedAt()).isEmpty();
        assertThat(LiveSnapshot.of(playlist, Instant.EPOCH).fetchedAt()).contains(Instant.EPOCH);
        assertThat(LiveSnapshot.of(playlist).playlist()).isSameAs(playlist);
    }

    @Test
    void an_update_is_no_snapshot() {
        MediaPlaylist update = LiveScene.playlist(
                "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-SKIP:SKIPPED-SEGMENTS=3\n#EXTINF:6,\na.ts\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LiveSnapshot.of(update))
                .withMessageContaining("merged");
    }
}
