package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.StitchedTimeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 35 to 37, and what is also worth a check: exact sums, positions on the content's timeline, policies. */
class RuleTimeTest {
    private static final String AD = Playlists.ts("a", "6");
    private static final String OTHER = Playlists.ts("b", "6");

    @Test
    void rule_35_ten_thousand_times_6_006_is_60_060_exactly() {
        String content = Playlists.ts("c", Playlists.times(10_000, "6.006"));
        Stitched stitched = Stitching.of(content).at("end", AD).at("30030", AD).stitch();

        assertThat(stitched.plan().points().get(1).cutNanos()).isEqualTo(60_060_000_000_000L);
        assertThat(stitched.plan().points().get(0).cutNanos()).isEqualTo(30_030_000_000_000L);
        assertThat(stitched.plan().points().get(0).cuts().get(0).cutIndex()).isEqualTo(5_000);
        assertThat(stitched.plan().timeline().durationNanos()).isEqualTo(60_072_000_000_000L);
        assertThat(stitched.playlist(0).duration()).isEqualByComparingTo(new BigDecimal("60072"));
    }

    @Test
    void rule_35_the_text_of_durations_stays() {
        String content = Playlists.ts("c", "9.000", "9", "9.009009", "8.9990");
        String ad = Playlists.ts("a", "3.0", "3.00");
        List<String> durations = Stitching.of(content).at("9", ad).stitch().lines().stream()
                .filter(line -> line.startsWith("#EXTINF"))
                .toList();

        assertThat(durations)
                .containsExactly(
                        "#EXTINF:9.000,",
                        "#EXTINF:3.0,",
                        "#EXTINF:3.00,",
                        "#EXTINF:9,",
                        "#EXTINF:9.009009,",
                        "#EXTINF:8.9990,");
    }

    @Test
    void an_opportunity_of_which_nobody_said_where_it_is_is_refused_and_the_others_live() {
        String content = Playlists.ts("c", Playlists.times(12, "3"));
        Stitched stitched = Stitching.of(content).at("#2", AD).at("9", OTHER).stitch();

        assertThat(stitched.refusedBreaks()).containsExactly(SkipReason.NO_SUCH_OPPORTUNITY);
        assertThat(stitched.names()).contains("b0.ts").doesNotContain("a0.ts");
    }

    @Test
    void rule_36_a_break_s_position_is_in_content_time_whatever_breaks_there_are_and_in_whatever_order() {
        String content = Playlists.ts("c", Playlists.times(12, "3"));
        Stitched inOrder = Stitching.of(content).at("9", AD).at("30", OTHER).stitch();
        Stitched reversed = Stitching.of(content).at("30", OTHER).at("9", AD).stitch();

        assertThat(inOrder.names().indexOf("a0.ts")).isEqualTo(3);
        assertThat(inOrder.names().indexOf("b0.ts")).isEqualTo(11);
        assertThat(reversed.names()).isEqualTo(inOrder.names());
        assertThat(reversed.plan().points().get(0).breaks()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        // asked, BEFORE, NEAREST, AFTER: index of the boundary among segments of 6 s
        "0,        0, 0, 0",
        "0.0005,   0, 0, 0",
        "0.001,    0, 0, 0",
        "0.0011,   0, 0, 1",
        "2.9999,   0, 0, 1",
        "3,        0, 0, 1",
        "3.000001, 0, 1, 1",
        "5.9989,   0, 1, 1",
        "5.999,    1, 1, 1",
        "5.9995,   1, 1, 1",
        "6,        1, 1, 1",
        "6.0005,   1, 1, 1",
        "6.001,    1, 1, 1",
        "6.00101,  1, 1, 2",
        "8.9,      1, 1, 2",
        "17.5,     2, 3, 3",
        "18,       3, 3, 3",
        "18.001,   3, 3, 3"
    })
    void rule_37_the_policy_decides_between_boundaries_and_within_a_millisecond_none_has_to(
            String asked, int before, int nearest, int after) {
        assertThat(boundary(asked, SnapPolicy.BEFORE, "6", "6", "6")).isEqualTo(before);
        assertThat(boundary(asked, SnapPolicy.NEAREST, "6", "6", "6")).isEqualTo(nearest);
        assertThat(boundary(asked, SnapPolicy.AFTER, "6", "6", "6")).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"27.027, 9", "27.0265, 9", "27.0275, 9", "27.026, 9", "27.028, 9"})
    void rule_37_nine_times_3_003_is_a_boundary_for_each_policy(String asked, int expected) {
        for (SnapPolicy policy : SnapPolicy.values()) {
            assertThat(boundary(asked, policy, Playlists.times(12, "3.003"))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"9.009, true", "9.01, true", "9.008, true", "9.0101, false", "9.0079, false"})
    void rule_37_what_is_within_a_millisecond_of_a_boundary_is_there_for_any_tolerance(String asked, boolean taken) {
        Stitched stitched = Stitching.of(Playlists.ts("c", Playlists.times(4, "3.003")))
                .options(StitchOptions.DEFAULT.toBuilder().tolerance(Duration.ZERO))
                .at(asked, AD)
                .stitch();

        assertThat(stitched.plan().points()).hasSize(taken ? 1 : 0);
    }

    private static int boundary(String asked, SnapPolicy policy, String... durations) {
        Stitched stitched = Stitching.of(Playlists.ts("c", durations))
                .options(StitchOptions.DEFAULT.toBuilder().snap(policy))
                .at(asked, AD)
                .stitch();
        return stitched.plan().points().get(0).cuts().get(0).cutIndex();
    }

    @Test
    void also_a_break_behind_the_end_is_refused_and_one_at_the_end_is_not() {
        String content = Playlists.ts("c", "6", "6");
        Stitched behind = Stitching.of(content)
                .at("12.0011", AD)
                .at("1e9".replace("e9", "000000000"), AD)
                .stitch();

        assertThat(behind.refusedBreaks()).containsExactly(SkipReason.BEYOND_END, SkipReason.BEYOND_END);
        assertThat(behind.text()).isEqualTo(content);
        for (String position : List.of("end", "100%", "12", "12.001", "11.9995")) {
            assertThat(Stitching.of(content).at(position, AD).stitch().names())
                    .containsExactly("c0.ts", "c1.ts", "a0.ts");
        }
    }

    @Test
    void also_two_breaks_at_one_place_play_in_the_order_given() {
        Stitched stitched = Stitching.of(Playlists.ts("c", "6", "6"))
                .at("6", OTHER)
                .at("50%", AD)
                .at("7", AD)
                .stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "b0.ts", "a0.ts", "a0.ts", "c1.ts");
        assertThat(stitched.plan().points()).hasSize(1);
        assertThat(stitched.plan().points().get(0).breaks()).containsExactly(0, 1, 2);
    }

    @Test
    void also_a_very_short_first_segment_behind_a_splice_is_kept_as_it_is() {
        String content = Playlists.ts("c", "6", "0.2", "6");
        Stitched stitched =
                Stitching.of(content).at("6", Playlists.ts("a", "0.2", "6")).stitch();

        assertThat(stitched.names()).containsExactly("c0.ts", "a0.ts", "a1.ts", "c1.ts", "c2.ts");
    }

    @Test
    void also_segments_of_no_duration_do_not_move_a_pre_roll_or_a_post_roll() {
        Stitched stitched = Stitching.of(Playlists.ts("c", "0", "6", "0"))
                .at("start", AD)
                .at("end", OTHER)
                .stitch();

        assertThat(stitched.names()).containsExactly("a0.ts", "c0.ts", "c1.ts", "c2.ts", "b0.ts");
    }

    @Test
    void rule_36_the_timeline_maps_content_time_and_stitched_time() {
        StitchedTimeline timeline = Stitching.of(Playlists.ts("c", "6", "6"))
                .at("6", AD, OTHER)
                .at("end", AD)
                .stitch()
                .plan()
                .timeline();
        long second = 1_000_000_000L;
        List<String> ads = new ArrayList<>();
        timeline.entries().forEach(entry -> entry.ad().ifPresent(ad -> ads.add(ad.breakIndex() + "." + ad.adIndex())));

        assertThat(ads).containsExactly("0.0", "0.1", "1.0");
        assertThat(timeline.toStitched(5 * second)).contains(5 * second);
        assertThat(timeline.toStitched(6 * second)).contains(18 * second);
        assertThat(timeline.toStitched(12 * second)).isEmpty();
        assertThat(timeline.toContent(10 * second)).contains(6 * second);
        assertThat(timeline.toContent(23 * second)).contains(11 * second);
        assertThat(timeline.at(30 * second)).isEmpty();
        assertThat(timeline.at(-1)).isEmpty();
    }
}
