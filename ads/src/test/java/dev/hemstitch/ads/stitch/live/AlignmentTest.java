package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where renditions are laid that have no dates and come back after a while, or come for the first time. */
class AlignmentTest {
    private static final Set<Integer> SHORT = Set.of(5, 12, 17, 23);

    private final LiveScene scene = new LiveScene();

    @Test
    void a_variant_that_comes_back_is_where_its_numbers_say_beside_those_of_another_one_that_is_cut_alike() {
        video("v", 100, 2, 7);
        video("w", 500, 2, 7);
        for (int first = 4; first <= 24; first += 4) {
            video("v", 100, first, first + 5);
        }
        video("w", 500, 24, 29);
        assertThat(edge("w")).isEqualTo(edge("v"));
    }

    @Test
    void a_variant_that_comes_back_while_the_other_one_is_gone_goes_on_by_what_both_had() {
        video("v", 100, 2, 7);
        video("w", 500, 2, 7);
        video("v", 100, 4, 9);
        video("w", 500, 12, 16);
        assertThat(edge("w") - edge("v")).isBetween(39_000_000L, 42_000_000L);
    }

    @Test
    void a_rendition_that_is_cut_otherwise_goes_by_its_own_numbers() {
        video("v", 100, 2, 7);
        audio(10, 14);
        long before = edge("a");
        video("v", 100, 4, 9);
        video("v", 100, 8, 13);
        audio(24, 28);
        assertThat(edge("a") - before).isEqualTo(14 * 4_000_000L);
    }

    @Test
    void a_first_snapshot_is_laid_beside_the_segment_that_has_the_number_and_name_of_anothers_edge() {
        video("v", 100, 2, 7);
        video("w", 100, 5, 10);
        assertThat(edge("w") - edge("v")).isEqualTo(3 * 6_000_000L);
    }

    @Test
    void a_change_of_durations_that_is_there_twice_says_nothing() {
        scene.step("v", text(100, 6, 6, 3, 6, 6));
        scene.step("w", text(500, 6, 3, 6, 6, 3, 6, 6));
        assertThat(edge("w")).isEqualTo(edge("v"));
        assertThat(scene.state().rendition("w").alignment()).isEqualTo(Alignment.own("w"));
    }

    @Test
    void numbers_that_begin_anew_are_not_compared_with_those_before() {
        video("v", 100, 2, 7);
        video("w", 500, 2, 7);
        assertThat(scene.state().rendition("w").alignment())
                .isEqualTo(new Alignment(Alignment.own("v").with(), 400));
        scene.step("w", text(0, 6, 6, 6));
        assertThat(scene.state().rendition("w").alignment()).isEqualTo(Alignment.own("w"));
    }

    private long edge(String rendition) {
        return scene.state().rendition(rendition).edgeMicros();
    }

    private void video(String rendition, int number, int from, int to) {
        int[] durations = new int[to - from + 1];
        for (int i = from; i <= to; i++) {
            durations[i - from] = SHORT.contains(i) ? 3 : 6;
        }
        scene.step(rendition, text(number + from, durations));
    }

    private void audio(int from, int to) {
        int[] durations = new int[to - from + 1];
        Arrays.fill(durations, 4);
        scene.step("a", text(from, durations));
    }

    private static String text(int first, int... durations) {
        StringBuilder text = new StringBuilder(
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        for (int i = 0; i < durations.length; i++) {
            text.append("#EXTINF:" + durations[i] + ",\ns" + (first + i) + ".ts\n");
        }
        return text.toString();
    }
}
