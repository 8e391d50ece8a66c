package dev.hemstitch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How time grows with the number of segments, and throughput with that of threads. */
final class GrowthRows {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int LEAST = 1_000;

    private GrowthRows() {}

    /** {@return the rows, small before large, for each is compared with the smallest} */
    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (int size : SIZES) {
            rows.add(perSegment("parse", size, ""));
        }
        for (int size : SIZES) {
            rows.add(perSegment("splice", size, "GrowthBenchmark.copy(" + size + ")"));
        }
        rows.add(row("splice, as buffers: 1,000 segments", "GrowthBenchmark.spliceToBuffers(1000)", List.of()));
        rows.add(row(
                "splice, as buffers: 100,000 segments",
                "GrowthBenchmark.spliceToBuffers(100000)",
                List.of(new Target.Grows(1.3, "GrowthBenchmark.spliceToBuffers(1000)", 1))));
        rows.add(row(
                "splice and write by two threads: VOD, 1,200 segments",
                "ThreadsBenchmark.twoThreads",
                List.of(new Target.Scales(1.7, "ThreadsBenchmark.oneThread"))));
        return rows;
    }

    private static Row perSegment(String method, int size, String limit) {
        String name = "GrowthBenchmark." + method;
        return new Row(
                method + String.format(Locale.ROOT, ": %,d segments", size),
                name + "(" + size + ")",
                List.of(),
                List.of(),
                limit,
                size,
                size == LEAST
                        ? List.of()
                        : List.of(new Target.Grows(1.3, name + "(" + LEAST + ")", (double) size / LEAST)));
    }

    private static Row row(String work, String own, List<Target> targets) {
        return new Row(work, own, List.of(), List.of(), "", 0, targets);
    }
}
