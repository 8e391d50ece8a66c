package dev.hemstitch.benchmarks;

import dev.hemstitch.ads.cue.CueDialect;
import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.CueReading;
import dev.hemstitch.ads.cue.CueWriter;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.benchmarks.workload.MediaWorkloads;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

/** Reading the cues of a live playlist of 900 segments, beside parsing it: the work of each refresh of each viewer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CueBenchmark {
    private static final int SEGMENTS = 900;
    private static final int SEGMENTS_OF_A_BREAK = 5;

    /** How many breaks the window has, each said in two dialects and going on under each of its segments. */
    @Param({"0", "3"})
    public int breaks;

    private byte[] text = {};
    private MediaPlaylist playlist = MediaPlaylist.builder(1).build();
    private List<SignalledBreak> known = List.of();

    /** Makes the window. */
    @Setup
    public void mark() {
        MediaPlaylist all = (MediaPlaylist)
                PlaylistParser.lenient().parse(MediaWorkloads.vod(SEGMENTS).text());
        MediaPlaylist live =
                all.toBuilder().playlistType(Optional.empty()).endList(false).build();
        List<SignalledBreak> signalled = new ArrayList<>();
        for (int i = 0; i < breaks; i++) {
            int first = 100 + 300 * i;
            long start = live.segments().get(first).startNanos();
            long end = live.segments().get(first + SEGMENTS_OF_A_BREAK).startNanos();
            signalled.add(SignalledBreak.builder(Integer.toString(i), start)
                    .durationNanos(OptionalLong.of(end - start))
                    .endNanos(OptionalLong.of(end))
                    .build());
        }
        text = PlaylistWriter.toBytes(
                CueWriter.of(CueDialect.OATCLS, CueDialect.CUE_OUT).write(live, signalled));
        playlist = (MediaPlaylist) PlaylistParser.lenient().parse(text);
        known = CueReader.withDefaults().read(playlist).breaks();
        if (known.size() != breaks) {
            throw new IllegalStateException("the breaks do not come back");
        }
    }

    /**
     * Parses the window, to compare with.
     *
     * @return the playlist
     */
    @Benchmark
    public Playlist parse() {
        return PlaylistParser.lenient().parse(text);
    }

    /**
     * Reads the cues of the parsed window.
     *
     * @return the breaks
     */
    @Benchmark
    public CueReading read() {
        return CueReader.withDefaults().read(playlist);
    }

    /**
     * Reads them with the breaks that are known.
     *
     * @return the breaks
     */
    @Benchmark
    public CueReading readKnown() {
        return CueReader.withDefaults().read(playlist, known);
    }
}
