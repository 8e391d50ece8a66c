package dev.hemstitch.benchmarks;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Splicing four ads into content that was read before, and writing it; beside copying the output. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StitchBenchmark {
    /** What kind of content it is. */
    @Param({"clear", "encrypted", "dated"})
    public String content = "clear";

    private StitchScene scene = new StitchScene(Workloads.vod(1));
    private MediaPlaylist stitched = scene.stitch();
    private byte[] output = {};

    /** Reads the content and the ads. */
    @Setup
    public void readContent() {
        scene = new StitchScene(
                switch (content) {
                    case "encrypted" -> Workloads.encryptedVod(1200);
                    case "dated" -> Workloads.datedVod(1200);
                    default -> Workloads.vod(1200);
                });
        stitched = scene.stitch();
        output = PlaylistWriter.toBytes(stitched);
    }

    /** {@return the stitched playlist as bytes} */
    @Benchmark
    public byte[] stitchAndWrite() {
        return PlaylistWriter.toBytes(scene.stitch());
    }

    /** {@return the stitched playlist as buffers that share the content's bytes} */
    @Benchmark
    public List<ByteBuffer> stitchToBuffers() {
        return PlaylistWriter.toBuffers(scene.stitch());
    }

    /** {@return a playlist that was stitched before, as bytes} */
    @Benchmark
    public byte[] write() {
        return PlaylistWriter.toBytes(stitched);
    }

    /** {@return a copy of the output: what writing cannot go below} */
    @Benchmark
    public byte[] copy() {
        return Arrays.copyOf(output, output.length);
    }
}
