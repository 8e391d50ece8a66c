package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.limit.NewlineScan;
import dev.hemstitch.benchmarks.workload.Workload;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the machine can do with the same bytes: copying them and looking for the ends of lines. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class LimitBenchmark {
    /** A text that is read. */
    @State(Scope.Benchmark)
    public static class Input {
        /** Which. */
        @Param({
            "LIVE_10",
            "LIVE_10_DATED",
            "LIVE_900",
            "VOD_1200",
            "VOD_10000",
            "DATED_1MB",
            "FRAGMENTED_1200",
            "MULTIVARIANT"
        })
        public Workload workload = Workload.LIVE_10;

        private byte[] text = {};

        /** Makes the text. */
        @Setup
        public void make() {
            text = workload.text();
        }
    }

    /** A text that is written as it was. */
    @State(Scope.Benchmark)
    public static class Written {
        /** Which. */
        @Param({"LIVE_10", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10;

        private byte[] text = {};

        /** Makes the text. */
        @Setup
        public void make() {
            text = workload.text();
        }
    }

    /** The text that comes out of a splice. */
    @State(Scope.Benchmark)
    public static class Spliced {
        /** Of which content. */
        @Param({"LIVE_10", "LIVE_10_CLEAR", "LIVE_900", "VOD_1200", "VOD_10000", "FRAGMENTED_1200"})
        public Workload workload = Workload.LIVE_10;

        private byte[] text = {};

        /** Splices. */
        @Setup
        public void splice() {
            text = Contenders.HEMSTITCH.scene(workload).spliceAndWrite();
        }
    }

    /** The text that comes out of a splice, and a place for it. */
    @State(Scope.Benchmark)
    public static class Reused {
        /** Of which content. */
        @Param({"LIVE_10_CLEAR", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10_CLEAR;

        private byte[] text = {};
        private byte[] place = {};

        /** Splices. */
        @Setup
        public void splice() {
            text = Contenders.HEMSTITCH.scene(workload).spliceAndWrite();
            place = new byte[2 * text.length];
        }
    }

    /**
     * Counts lines.
     *
     * @param input of which text
     * @return how many there are
     */
    @Benchmark
    public int scan(Input input) {
        return NewlineScan.count(input.text);
    }

    /**
     * Copies into a new array.
     *
     * @param written which text
     * @return the copy
     */
    @Benchmark
    public byte[] copy(Written written) {
        return Arrays.copyOf(written.text, written.text.length);
    }

    /**
     * Copies into a new array.
     *
     * @param spliced which text
     * @return the copy
     */
    @Benchmark
    public byte[] copySpliced(Spliced spliced) {
        return Arrays.copyOf(spliced.text, spliced.text.length);
    }

    /**
     * Copies into an array that is used again and again.
     *
     * @param reused which text
     * @return the array
     */
    @Benchmark
    public byte[] copyIntoReused(Reused reused) {
        System.arraycopy(reused.text, 0, reused.place, 0, reused.text.length);
        return reused.place;
    }
}
