package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contender;
import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.contender.StitchScene;
import dev.hemstitch.benchmarks.workload.Ads;
import dev.hemstitch.benchmarks.workload.MediaWorkloads;
import dev.hemstitch.benchmarks.workload.PlaylistFacts;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

/** How time grows with the number of segments, and how the machine's own copying does. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class GrowthBenchmark {
    private static final Contender HEMSTITCH = Contenders.HEMSTITCH.contender();

    /** Sizes for what takes longer the more there is. */
    @State(Scope.Benchmark)
    public static class Sizes {
        /** The number of segments. */
        @Param({"1000", "10000", "100000", "1000000"})
        public int segments = 1_000;

        private byte[] text = {};
        private byte[] output = {};
        private StitchScene scene = scene(MediaWorkloads.vod(4).text(), 4);

        /** Reads content and ads. */
        @Setup
        public void read() {
            text = MediaWorkloads.vod(segments).text();
            scene = scene(text, segments);
            output = scene.spliceAndWrite();
        }
    }

    /** Sizes for what takes the same however much there is. */
    @State(Scope.Benchmark)
    public static class Ends {
        /** The number of segments. */
        @Param({"1000", "100000"})
        public int segments = 1_000;

        private StitchScene scene = scene(MediaWorkloads.vod(4).text(), 4);

        /** Reads content and ads. */
        @Setup
        public void read() {
            scene = scene(MediaWorkloads.vod(segments).text(), segments);
        }
    }

    private static StitchScene scene(byte[] text, int segments) {
        List<Object> ads = Ads.transportStream().stream()
                .map(PlaylistFacts::text)
                .map(HEMSTITCH::keep)
                .toList();
        return (StitchScene) HEMSTITCH.scene(HEMSTITCH.keep(text), ads, Ads.positions(segments));
    }

    /**
     * Reads.
     *
     * @param sizes how much
     * @return the playlist
     */
    @Benchmark
    public Object parse(Sizes sizes) {
        return HEMSTITCH.parseMedia(sizes.text);
    }

    /**
     * Splices and writes into a new array.
     *
     * @param sizes how much
     * @return the bytes
     */
    @Benchmark
    public byte[] splice(Sizes sizes) {
        return sizes.scene.spliceAndWrite();
    }

    /**
     * Copies what the splice gives.
     *
     * @param sizes how much
     * @return the copy
     */
    @Benchmark
    public byte[] copy(Sizes sizes) {
        return Arrays.copyOf(sizes.output, sizes.output.length);
    }

    /**
     * Splices; the output is a list of buffers.
     *
     * @param ends how much
     * @return the buffers
     */
    @Benchmark
    public List<ByteBuffer> spliceToBuffers(Ends ends) {
        return ends.scene.spliceToBuffers();
    }
}
