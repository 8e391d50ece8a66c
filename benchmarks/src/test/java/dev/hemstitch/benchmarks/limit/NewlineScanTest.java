package dev.hemstitch.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.benchmarks.workload.Workload;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewlineScanTest {
    @ParameterizedTest
    @EnumSource
    void It_counts_the_lines_of_a_workload(Workload workload) {
        byte[] text = workload.text();

        assertThat(NewlineScan.count(text)).isEqualTo(naive(text));
    }

    @Test
    void It_counts_line_ends_among_any_bytes() {
        Random random = new Random(7);
        for (int length = 0; length < 400; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            for (int i = 0; i < length / 3; i++) {
                text[random.nextInt(length)] = (byte) (9 + random.nextInt(3));
            }
            assertThat(NewlineScan.count(text)).isEqualTo(naive(text));
        }
    }

    private static int naive(byte[] text) {
        int lines = 0;
        for (byte one : text) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
