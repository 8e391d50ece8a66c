package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.workload.MediaWorkloads;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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

    /** How many snapshots follow each other. */
    private static final int SNAPSHOTS = 32;

    private final byte[][] texts = new byte[SNAPSHOTS][];
    private MediaPlaylist first = MediaPlaylist.builder(1).build();
    private final byte[][] copies = new byte[SNAPSHOTS][];

    /** Makes snapshots of a window that moves on by one segment. */
    @Setup
    public void slide() {
        MediaPlaylist all = read(MediaWorkloads.vod(segments + SNAPSHOTS).text());
        for (int i = 0; i < SNAPSHOTS; i++) {
            texts[i] = window(all, i);
            copies[i] = texts[i].clone();
        }
        first = read(texts[0]);
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
     * Reads a snapshot from scratch.
     *
     * @return the playlist
     */
    @Benchmark
    public Playlist parse() {
        return PlaylistParser.lenient().parse(texts[1]);
    }

    /**
     * Reads each snapshot of the series with the one before at hand.
     *
     * @return the last one
     */
    @Benchmark
    @OperationsPerInvocation(SNAPSHOTS - 1)
    public Playlist parseNext() {
        MediaPlaylist before = first;
        for (int i = 1; i < SNAPSHOTS; i++) {
            before = (MediaPlaylist) PlaylistParser.lenient().parseNext(before, texts[i]);
        }
        return before;
    }

    /**
     * Compares the bytes of equal snapshots: finding out that nothing has changed cannot cost less.
     *
     * @return whether all are equal
     */
    @Benchmark
    @OperationsPerInvocation(SNAPSHOTS - 1)
    public boolean compare() {
        boolean equal = true;
        for (int i = 1; i < SNAPSHOTS; i++) {
            equal &= Arrays.equals(texts[i], copies[i]);
        }
        return equal;
    }
}
