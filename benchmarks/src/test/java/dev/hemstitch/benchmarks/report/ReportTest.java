package dev.hemstitch.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String PACKAGE = "dev.hemstitch.benchmarks.";
    private static final String PARSE = "ParseBenchmark.parse";

    @TempDir
    private Path folder;

    private Path json;
    private Path markdown;
    private Path picture;

    @BeforeEach
    void writeResults() throws IOException {
        json = folder.resolve("jdk.json");
        markdown = folder.resolve("page.md");
        picture = folder.resolve("picture.svg");
        Files.writeString(markdown, "before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n");
        Files.writeString(
                json,
                "["
                        + String.join(
                                ",",
                                result(PARSE, "HEMSTITCH", 40, 120_000),
                                result(PARSE, "LINDSTROM", 280, 1_000_000),
                                result(PARSE, "OPEN_M3U8", 2_600, 2_000_000),
                                result(PARSE, "LINE_SPLITTING", 50, 400_000),
                                result("LimitBenchmark.scan", "", 10, 0),
                                result("LimitBenchmark.copy", "", 8, 150_016),
                                growth("spliceToBuffers", 1_000, 0.1),
                                growth("spliceToBuffers", 100_000, 0.12),
                                growth("splice", 1_000, 10),
                                growth("splice", 10_000, 120),
                                threads("oneThread", 10),
                                threads("twoThreads", 10.5))
                        + "]");
    }

    @Test
    void A_row_has_times_ratios_bytes_and_verdicts() throws IOException {
        Report.main(new String[] {json.toString(), markdown.toString(), picture.toString()});

        assertThat(Files.readString(markdown))
                .startsWith("before\n<!-- figures -->\n\n### JDK 17.0.1\n")
                .endsWith("<!-- /figures -->\nafter\n")
                .doesNotContain("old")
                .contains(
                        "| parse: VOD, 1,200 segments | 40 µs | 120,000 | 280 µs (7 ×) | 2,600 µs (65 ×) | 50 µs (1.25 ×)"
                                + " | – | 10 µs (4 ×) | ✓ ≥ 4 × the fastest library: 7 ×<br>✗ ≤ 3 × the newline scan: 4 ×"
                                + "<br>✓ allocates ≤ the text: 0.8 × |\n")
                .contains("| splice: 10,000 segments | 120 µs, a segment 12 ns |")
                .contains("✓ ≤ 1.3 × the time per segment of 1,000 segments: 1.2 ×")
                .contains("✓ ≤ 1.3 × the time of 1,000 segments: 1.2 ×")
                .contains("✓ ≥ 1.7 × the throughput of one thread: 1.9 ×")
                .contains("A Server VM 17.0.1+6, JMH 1.37, forks: 3. Targets met: 5 of 6.")
                .doesNotContain("live");
    }

    @Test
    void The_picture_has_a_bar_for_each_contender_that_was_measured() throws IOException {
        Report.main(new String[] {json.toString(), picture.toString()});

        assertThat(Files.readString(picture))
                .startsWith("<svg ")
                .endsWith("</svg>\n")
                .contains("prefers-color-scheme: dark", ">parse: VOD, 1,200 segments<", ">2,600 µs<")
                .containsPattern("(?s)(<rect .*){5}")
                .doesNotContainPattern("(?s)(<rect .*){6}");
    }

    @Test
    void The_median_over_forks_counts() throws IOException {
        Run run = Run.read(json);

        assertThat(run.micros(PARSE + "(HEMSTITCH,VOD_1200)")).contains(40.0);
        assertThat(run.figure(PARSE + "(HEMSTITCH,VOD_1200)")).contains(new Run.Figure(40, 120_000));
    }

    @Test
    void The_fastest_rival_counts_and_the_text_only_where_it_is_one() throws IOException {
        Run run = Run.read(json);

        assertThat(run.fastest(List.of(PARSE + "(OPEN_M3U8,VOD_1200)", PARSE + "(LINDSTROM,VOD_1200)", "absent")))
                .contains(PARSE + "(LINDSTROM,VOD_1200)");
        assertThat(run.fastest(List.of("absent"))).isEmpty();
    }

    @Test
    void A_page_without_marks_is_refused() {
        assertThatThrownBy(() -> Report.replaced("text", "figures"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- figures -->");
    }

    @Test
    void Numbers_have_the_digits_they_deserve() {
        assertThat(List.of(
                        Numbers.micros(0.164),
                        Numbers.micros(3.0),
                        Numbers.micros(11.84),
                        Numbers.micros(100.4),
                        Numbers.micros(12_345.6)))
                .containsExactly("0.16 µs", "3 µs", "11.8 µs", "100 µs", "12,346 µs");
    }

    /** Three forks; the mean of the last is far off. */
    private static String result(String method, String contender, double micros, double bytes) {
        String parameters =
                (contender.isEmpty() ? "" : "\"contender\":\"" + contender + "\",") + "\"workload\":\"VOD_1200\"";
        return entry(method, parameters, micros, bytes);
    }

    private static String growth(String method, int segments, double micros) {
        return entry("GrowthBenchmark." + method, "\"segments\":\"" + segments + "\"", micros, 0);
    }

    private static String threads(String method, double micros) {
        return entry("ThreadsBenchmark." + method, "", micros, 0);
    }

    private static String entry(String method, String parameters, double micros, double bytes) {
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"%s\",\"jdkVersion\":\"17.0.1\",\"vmName\":\"A Server VM\","
                        + "\"vmVersion\":\"17.0.1+6\",\"jmhVersion\":\"1.37\",\"forks\":3,\"params\":{%s},\"primaryMetric\":{\"scoreUnit\":"
                        + "\"us/op\",\"rawData\":[[%f,%f],[%f,%f],[%f,%f]]},\"secondaryMetrics\":"
                        + "{\"gc.alloc.rate.norm\":{\"rawData\":[[%f],[%f],[%f]]}}}",
                PACKAGE + method,
                parameters,
                micros - 1,
                micros + 1,
                micros / 2,
                micros / 2,
                micros * 9,
                micros * 7,
                bytes,
                bytes,
                bytes);
    }
}
