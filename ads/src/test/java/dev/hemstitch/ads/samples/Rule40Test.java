package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filler is the embedder's, so its header is tested where the command line makes some; here that of the samples. */
class Rule40Test {
    @Test
    void rule_40_each_webvtt_segment_of_the_samples_has_a_timestamp_map() throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.walk(Path.of("..", "samples", "fmp4"))) {
            segments = files.filter(file -> file.toString().endsWith(".vtt")).toList();
        }
        assertThat(segments)
                .hasSizeGreaterThan(10)
                .allSatisfy(segment -> assertThat(Files.readString(segment)).startsWith("WEBVTT\nX-TIMESTAMP-MAP="));
    }
}
