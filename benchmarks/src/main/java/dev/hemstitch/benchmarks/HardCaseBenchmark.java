package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contender;
import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.workload.Workload;
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

/** Changes that concern each segment of 1,200; only contenders that can do them at all take part. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class HardCaseBenchmark {
    private static final String BASE = "https://origin.example.com/v/2026/playlists/48151623/1080p.m3u8?session=7";

    /** A splice behind which vectors must be written out, or dates move. */
    @State(Scope.Benchmark)
    public static class Splice {
        /** Who splices. */
        @Param({"HEMSTITCH", "LINDSTROM", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is spliced. */
        @Param({"ENCRYPTED_1200", "DATED_1200"})
        public Workload workload = Workload.ENCRYPTED_1200;

        private Contender.Scene scene = contender.scene(workload);

        /** Reads content and ads. */
        @Setup
        public void read() {
            scene = contender.scene(workload);
        }
    }

    /** A playlist of relative URIs that moves to another place. */
    @State(Scope.Benchmark)
    public static class Move {
        /** Who rewrites. */
        @Param({"HEMSTITCH", "LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is rewritten. */
        @Param("RELATIVE_1200")
        public Workload workload = Workload.RELATIVE_1200;

        private Object playlist = new Object();

        /** Reads the playlist. */
        @Setup
        public void read() {
            playlist = contender.contender().keep(workload.text());
        }
    }

    /**
     * Splices and writes.
     *
     * @param splice what and who
     * @return the bytes
     */
    @Benchmark
    public byte[] splice(Splice splice) {
        return splice.scene.spliceAndWrite();
    }

    /**
     * Resolves each URI and writes.
     *
     * @param move what and who
     * @return the bytes
     */
    @Benchmark
    public byte[] absoluteUris(Move move) {
        return move.contender.contender().writeAbsolute(move.playlist, BASE);
    }
}
