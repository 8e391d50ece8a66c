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

/** Reading a playlist from its bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ParseBenchmark {
    /** A Media Playlist, and who reads it. */
    @State(Scope.Benchmark)
    public static class Media {
        /** Who reads. */
        @Param({"HEMSTITCH", "LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is read. */
        @Param({"LIVE_10", "LIVE_10_DATED", "LIVE_900", "VOD_1200", "VOD_10000", "DATED_1MB"})
        public Workload workload = Workload.LIVE_10;

        private byte[] text = {};

        /** Makes the playlist. */
        @Setup
        public void makePlaylist() {
            text = workload.text();
        }
    }

    /** A playlist of a version beyond 5, which open-m3u8 refuses, and who reads it. */
    @State(Scope.Benchmark)
    public static class Newer {
        /** Who reads. */
        @Param({"HEMSTITCH", "LINDSTROM", "LINE_SPLITTING"})
        public Contenders contender = Contenders.HEMSTITCH;

        /** What is read. */
        @Param({"FRAGMENTED_1200", "MULTIVARIANT"})
        public Workload workload = Workload.MULTIVARIANT;

        private byte[] text = {};

        /** Makes the playlist. */
        @Setup
        public void makePlaylist() {
            text = workload.text();
        }
    }

    /**
     * Reads a Media Playlist.
     *
     * @param media what and who
     * @return the playlist
     */
    @Benchmark
    public Object parse(Media media) {
        return media.contender.contender().parseMedia(media.text);
    }

    /**
     * Reads a playlist of a version beyond 5.
     *
     * @param newer what and who
     * @return the playlist
     */
    @Benchmark
    public Object parseNewer(Newer newer) {
        Contender contender = newer.contender.contender();
        return newer.workload.isMedia() ? contender.parseMedia(newer.text) : contender.parseMultivariant(newer.text);
    }
}
