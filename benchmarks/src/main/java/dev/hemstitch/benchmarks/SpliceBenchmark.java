package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contender;
import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.contender.StitchScene;
import dev.hemstitch.benchmarks.workload.Workload;
import java.nio.ByteBuffer;
import java.util.List;
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

/** Splicing four ads, each in a break of its own, into content that was read before, and writing it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SpliceBenchmark {
    /** Content and ads that were read, and who splices. */
    @State(Scope.Benchmark)
    public static class Content {
        /** Who splices. */
        @Param
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is spliced. */
        @Param({"LIVE_10", "LIVE_10_CLEAR", "LIVE_900", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10;

        private Contender.Scene scene = contender.scene(workload);

        /** Reads content and ads. */
        @Setup
        public void read() {
            scene = contender.scene(workload);
        }
    }

    /** Content of a version beyond 5, which open-m3u8 refuses, and who splices. */
    @State(Scope.Benchmark)
    public static class Newer {
        /** Who splices. */
        @Param({"HEMSTITCH", "LINDSTROM", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is spliced. */
        @Param("FRAGMENTED_1200")
        public Workload workload = Workload.FRAGMENTED_1200;

        private Contender.Scene scene = contender.scene(workload);

        /** Reads content and ads. */
        @Setup
        public void read() {
            scene = contender.scene(workload);
        }
    }

    /** Content and ads that were read by Hemstitch. */
    @State(Scope.Benchmark)
    public static class Own {
        /** What is spliced. */
        @Param({"LIVE_10_CLEAR", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10_CLEAR;

        private StitchScene scene = (StitchScene) Contenders.HEMSTITCH.scene(workload);
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        /** Reads content and ads. */
        @Setup
        public void read() {
            scene = (StitchScene) Contenders.HEMSTITCH.scene(workload);
            buffer = ByteBuffer.allocate(2 * scene.spliceAndWrite().length);
        }
    }

    /**
     * Splices by a ready plan and writes into a new array.
     *
     * @param content what and who
     * @return the bytes
     */
    @Benchmark
    public byte[] splice(Content content) {
        return content.scene.spliceAndWrite();
    }

    /**
     * Splices by a ready plan and writes into a new array.
     *
     * @param newer what and who
     * @return the bytes
     */
    @Benchmark
    public byte[] spliceNewer(Newer newer) {
        return newer.scene.spliceAndWrite();
    }

    /**
     * Plans for a new viewer, splices and writes into a new array.
     *
     * @param own what
     * @return the bytes
     */
    @Benchmark
    public byte[] planSpliceAndWrite(Own own) {
        return own.scene.planSpliceAndWrite();
    }

    /**
     * Splices by a ready plan and writes into a buffer that is used again and again.
     *
     * @param own what
     * @return the buffer
     */
    @Benchmark
    public ByteBuffer spliceInto(Own own) {
        own.scene.spliceInto(own.buffer);
        return own.buffer;
    }

    /**
     * Splices by a ready plan; the output is a list of buffers.
     *
     * @param own what
     * @return the buffers
     */
    @Benchmark
    public List<ByteBuffer> spliceToBuffers(Own own) {
        return own.scene.spliceToBuffers();
    }
}
