package dev.hemstitch.benchmarks;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a playlist, beside copying its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    /** The number of segments. */
    @Param({"10", "1200", "10000"})
    public int segments;

    private byte[] text = {};

    /** Makes the playlist. */
    @Setup
    public void makePlaylist() {
        text = Workloads.vod(segments);
    }

    /** {@return the playlist} */
    @Benchmark
    public Playlist parse() {
        return PlaylistParser.lenient().parse(text);
    }

    /** {@return a copy: what is too little to read it} */
    @Benchmark
    public byte[] copy() {
        return Arrays.copyOf(text, text.length);
    }
}
