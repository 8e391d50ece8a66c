package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.workload.MediaWorkloads;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.Optional;
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

/** Reading a live playlist again when it has moved on by one segment: from scratch, and with what is known. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class RefreshBenchmark {
    /** The number of segments in the window. */
    @Param({"10", "1000", "10000"})
    public int segments = 10;

    private MediaPlaylist before = MediaPlaylist.builder(1).build();
    private byte[] text = {};

    /** Makes two snapshots. */
    @Setup
    public void slide() {
        MediaPlaylist all = read(MediaWorkloads.vod(segments + 1).text());
        before = read(window(all, 0));
        text = window(all, 1);
    }

    private byte[] window(MediaPlaylist all, int first) {
        return PlaylistWriter.toBytes(all.toBuilder()
                .segments(all.segments().subList(first, first + segments))
                .mediaSequence(1_000L + first)
                .playlistType(Optional.empty())
                .endList(false)
                .build());
    }

    private static MediaPlaylist read(byte[] bytes) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(bytes);
    }

    /**
     * Reads the newer snapshot from scratch.
     *
     * @return the playlist
     */
    @Benchmark
    public Playlist parse() {
        return PlaylistParser.lenient().parse(text);
    }

    /**
     * Reads the newer snapshot with the older one at hand.
     *
     * @return the playlist
     */
    @Benchmark
    public Playlist parseNext() {
        return PlaylistParser.lenient().parseNext(before, text);
    }
}
