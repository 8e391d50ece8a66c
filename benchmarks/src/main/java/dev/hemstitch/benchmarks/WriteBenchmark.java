package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.workload.Workload;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.SourceText;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.time.Duration;
import java.util.ArrayList;
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

/** Writing a playlist that was read before: as it was, changed in one segment, and rendered anew. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class WriteBenchmark {
    /** A playlist that was read, and who writes it. */
    @State(Scope.Benchmark)
    public static class Untouched {
        /** Who writes. */
        @Param({"HEMSTITCH", "LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is written. */
        @Param({"LIVE_10", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10;

        private Object playlist = new Object();

        /** Reads the playlist. */
        @Setup
        public void read() {
            playlist = contender.contender().keep(workload.text());
        }
    }

    /** A playlist that was read by Hemstitch, and the same with another segment in its middle. */
    @State(Scope.Benchmark)
    public static class Own {
        /** What is written. */
        @Param({"LIVE_10", "VOD_1200", "VOD_10000"})
        public Workload workload = Workload.LIVE_10;

        private MediaPlaylist playlist = read(Workload.LIVE_10);
        private MediaPlaylist edited = playlist;

        /** Reads the playlist and changes it. */
        @Setup
        public void readAndEdit() {
            playlist = read(workload);
            edited = edited(playlist);
        }

        private static MediaPlaylist read(Workload workload) {
            return (MediaPlaylist) PlaylistParser.lenient().parse(workload.text());
        }
    }

    /**
     * A playlist with another title, URI and duration in its middle.
     *
     * @param playlist a playlist that was read
     * @return the same, edited in one segment
     */
    static MediaPlaylist edited(MediaPlaylist playlist) {
        List<MediaSegment> segments = new ArrayList<>(playlist.segments());
        int middle = segments.size() / 2;
        MediaSegment edited = segments.get(middle).toBuilder()
                .uri("https://replacement.example.com/other/segment.ts?token=1")
                .title("Replacement")
                .duration(Duration.ofMillis(4_567))
                .build();
        segments.set(middle, edited);
        return playlist.toBuilder().segments(segments).build();
    }

    /**
     * Writes a playlist in which nothing was changed.
     *
     * @param untouched what and who
     * @return its bytes
     */
    @Benchmark
    public byte[] write(Untouched untouched) {
        return untouched.contender.contender().write(untouched.playlist);
    }

    /**
     * Writes a playlist that was changed in one segment before.
     *
     * @param own what
     * @return its bytes
     */
    @Benchmark
    public byte[] writeEdited(Own own) {
        return PlaylistWriter.toBytes(own.edited);
    }

    /**
     * Renders a playlist anew.
     *
     * @param own what
     * @return its canonical text
     */
    @Benchmark
    public SourceText canonical(Own own) {
        return PlaylistWriter.canonical(own.playlist);
    }
}
