package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.simulator.ChannelOptions;
import dev.hemstitch.ads.simulator.Rule;
import dev.hemstitch.ads.simulator.Soak;
import dev.hemstitch.ads.simulator.SoakReport;
import dev.hemstitch.ads.simulator.StitchedService;
import dev.hemstitch.ads.tracking.TrackedBreak;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostRollTest {
    private static final String END = "#EXT-X-ENDLIST\n";

    private static LiveScene scene() {
        return new LiveScene()
                .ad("x", "v/4 4 4", "a/2 2 2 2 2 2.02")
                .ad("y", "v/6 6", "a/3 3 3 2.98")
                .decide("7", "x");
    }

    private static String video(int from, String... lines) {
        return LiveStitcherTest.snapshot("v", from, 4, 6, lines);
    }

    private static String audio(int from, String... lines) {
        return LiveStitcherTest.snapshot("a", from, 12, 2, lines);
    }

    @Test
    void behind_the_end_of_a_channel_ads_play_in_all_renditions_and_then_it_has_ended() {
        LiveScene scene = scene().postRoll("x", "y");
        scene.step("v", video(10));
        scene.step("a", audio(30));
        LiveResult video = scene.refresh("v", video(11) + END);
        assertThat(LiveScene.listed(video)).isEqualTo("11/0 v11 v12 v13 v14 | x-v0 x-v1 x-v2 | y-v0 y-v1");
        assertThat(video.playlist().endList()).isTrue();
        assertThat(scene.step("a", audio(32))).isEqualTo("32/0 a32 a33 a34 a35 a36 a37 a38 a39 a40 a41 a42 a43");
        assertThat(scene.step("a", audio(33) + END))
                .isEqualTo("33/0 a33 a34 a35 a36 a37 a38 a39 a40 a41 a42 a43 a44"
                        + " | x-a0 x-a1 x-a2 x-a3 x-a4 x-a5 | y-a0 y-a1 y-a2 y-a3");
        assertThat(scene.step("v", video(11) + END)).isEqualTo(LiveScene.listed(video));
    }

    @Test
    void its_ads_are_in_the_schedule_at_the_end_of_the_content() {
        LiveScene scene = scene().postRoll("x");
        scene.step("v", video(10));
        List<TrackedBreak> breaks =
                scene.refresh("v", video(11) + END).tracking().breaks();
        assertThat(breaks).hasSize(1);
        assertThat(breaks.get(0).startNanos()).isEqualTo(30_000_000_000L);
        assertThat(breaks.get(0).ads().get(0).playedNanos()).isEqualTo(12_000_000_000L);
    }

    @Test
    void where_there_were_no_ads_when_the_first_rendition_ended_there_are_none_in_the_others() {
        LiveScene scene = scene();
        scene.step("v", video(10) + END);
        scene.postRoll("x");
        assertThat(scene.step("a", audio(30) + END)).doesNotContain("x-a0");
        assertThat(scene.step("v", video(10) + END)).isEqualTo("10/0 v10 v11 v12 v13");
    }

    @Test
    void what_cannot_play_is_left_out_with_its_reason_and_the_rest_plays() {
        LiveScene scene = scene().ad("long", "v/9 9").postRoll("long", "y");
        LiveResult result = scene.refresh("v", video(10) + END);
        assertThat(LiveScene.listed(result)).isEqualTo("10/0 v10 v11 v12 v13 | y-v0 y-v1");
        assertThat(result.reasons())
                .extracting(LiveReason::reason)
                .containsExactly(SkipReason.TARGET_DURATION_EXCEEDED);
    }

    @Test
    void a_channel_that_ends_in_a_break_has_no_other_one_behind_it() {
        LiveScene scene = scene().postRoll("y");
        String in = "13:#EXT-X-CUE-OUT:DURATION=24,BREAKID=7";
        assertThat(scene.step("v", video(11, in) + END)).isEqualTo("11/0 v11 v12 | x-v0 x-v1 x-v2");
    }

    @Test
    void it_follows_the_content_behind_a_break_with_the_next_number() {
        LiveScene scene = scene().postRoll("y");
        String[] lines = {"12:#EXT-X-CUE-OUT:DURATION=12,BREAKID=7", "14:#EXT-X-CUE-IN"};
        scene.step("v", video(10, lines));
        assertThat(scene.step("v", video(12, lines) + END)).isEqualTo("12/0 | x-v0 x-v1 x-v2 | v14 v15 | y-v0 y-v1");
    }

    @Test
    void it_plays_however_much_time_the_channel_has_lost() {
        LiveScene scene = new LiveScene()
                .ad("x", "v/4 4")
                .ad("z", "v/4.5 4.5")
                .decide("7", "x")
                .postRoll("z");
        String[] lines = {"12:#EXT-X-CUE-OUT:DURATION=10,BREAKID=7", "14:#EXT-X-CUE-IN"};
        scene.step("v", video(10, lines)); // content goes on 4 s behind the ads
        assertThat(scene.step("v", video(12, lines) + END)).isEqualTo("12/0 | x-v0 x-v1 | v14 v15 | z-v0 z-v1");
    }

    @Test
    void an_older_snapshot_without_the_end_does_not_take_it_back() {
        LiveScene scene = scene().postRoll("y");
        String ended = scene.step("v", video(10) + END);
        assertThat(scene.refresh("v", video(10)).isStale()).isTrue();
        assertThat(scene.refresh("v", video(9)).isStale()).isTrue();
        assertThat(scene.step("v", video(10) + END)).isEqualTo(ended);
    }

    @Test
    void a_rendition_whose_content_has_other_discontinuities_ends_without_it() {
        LiveScene scene = scene().postRoll("y");
        scene.step("v", video(10) + END);
        assertThat(scene.step("a", audio(30, "35:#EXT-X-DISCONTINUITY") + END)).doesNotContain("y-a0");
    }

    @Test
    void an_origin_that_goes_on_behind_its_end_goes_on_behind_the_ads() {
        LiveScene scene = scene().postRoll("y");
        assertThat(scene.step("v", video(10) + END)).isEqualTo("10/0 v10 v11 v12 v13 | y-v0 y-v1");
        assertThat(scene.step("v", video(11))).isEqualTo("11/0 v11 v12 v13 | y-v0 y-v1 | v14");
    }

    private static Soak toTheEnd() {
        return new Soak(7)
                .viewers(120)
                .viewersPerChannel(6)
                .duration(Duration.ofMinutes(30))
                .channels(seed -> ChannelOptions.random(seed, Duration.ofMinutes(18), true, false).toBuilder()
                        .endList(true)
                        .conditioned(true)
                        .dates(ChannelOptions.Dates.EVERY_SEGMENT)
                        .lowLatency(false)
                        .build());
    }

    @Test
    void no_viewer_who_stays_to_the_end_of_a_channel_sees_a_rule_broken() {
        SoakReport report = toTheEnd().run(StitchedChannel::new);
        assertThat(report.violations()).as(report.toString()).isEmpty();
    }

    @Test
    void the_player_model_sees_when_an_ad_behind_the_end_lacks_its_last_segment() {
        SoakReport report = toTheEnd().viewers(30).run(channel -> new StitchedService() {
            private final StitchedChannel whole = new StitchedChannel(channel);

            @Override
            public Optional<byte[]> refresh(String viewer, String rendition, byte[] originSnapshot, Instant now) {
                return whole.refresh(viewer, rendition, originSnapshot, now).map(PostRollTest::withoutLastOfAd);
            }
        });
        assertThat(report.violationsByRule()).containsKey(Rule.CUT_AD);
    }

    private static byte[] withoutLastOfAd(byte[] playlist) {
        String text = new String(playlist, StandardCharsets.UTF_8);
        int last = text.lastIndexOf("#EXT-X-PROGRAM-DATE-TIME");
        boolean isAd = text.endsWith(END) && text.indexOf("ads.example", last) > 0;
        return isAd ? (text.substring(0, last) + END).getBytes(StandardCharsets.UTF_8) : playlist;
    }
}
