package dev.hemstitch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.benchmarks.workload.LiveSeries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveBenchmarkTest {
    private static LiveBenchmark benchmark(int window, boolean hasBreak) {
        LiveBenchmark benchmark = new LiveBenchmark();
        benchmark.window = window;
        benchmark.hasBreak = hasBreak;
        benchmark.series();
        return benchmark;
    }

    private static List<String> uris(byte[] playlist) {
        return new String(playlist, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"6", "60", "900"})
    void Without_a_break_a_refresh_gives_the_snapshot_as_it_is(int window) {
        LiveBenchmark benchmark = benchmark(window, false);
        for (int i = 1; i <= LiveBenchmark.REFRESHES; i++) {
            assertThat(benchmark.refresh(i)).isEqualTo(LiveSeries.snapshot(window, i, false));
        }
    }

    @ParameterizedTest
    @CsvSource({"6", "60", "900"})
    void With_a_break_each_refresh_lists_ads_in_the_place_of_its_content(int window) {
        LiveBenchmark benchmark = benchmark(window, true);
        int published = 0;
        for (int i = 1; i <= LiveBenchmark.REFRESHES; i++) {
            byte[] refreshed = benchmark.refresh(i);
            assertThat(refreshed).isEqualTo(benchmark.outputs()[i]);
            List<String> content = uris(LiveSeries.snapshot(window, i, false));
            List<String> listed = uris(refreshed);
            List<String> ads =
                    listed.stream().filter(uri -> uri.contains("/creatives/")).toList();
            published += ads.size();
            assertThat(listed).anyMatch(content::contains);
            if (window > 6) {
                assertThat(ads).hasSize(2 * LiveSeries.AD_SEGMENTS);
                assertThat(listed).hasSize(window + 2);
                assertThat(content.containsAll(listed.stream()
                                .filter(uri -> !ads.contains(uri))
                                .toList()))
                        .isTrue();
            }
        }
        assertThat(published).isGreaterThan(2 * LiveBenchmark.REFRESHES);
    }
}
