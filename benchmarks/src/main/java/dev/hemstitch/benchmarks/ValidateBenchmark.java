package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.workload.Workload;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
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

/** Judging a playlist by all rules of the specification; no rival has anything like it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ValidateBenchmark {
    /** What is judged. */
    @Param({"LIVE_10", "LIVE_900", "VOD_1200", "MULTIVARIANT"})
    public Workload workload = Workload.LIVE_10;

    private final PlaylistValidator validator = PlaylistValidator.of(ValidationProfile.RFC8216BIS);
    private Playlist playlist = PlaylistParser.lenient().parse("#EXTM3U\n");

    /** Reads the playlist. */
    @Setup
    public void read() {
        playlist = PlaylistParser.lenient().parse(workload.text());
    }

    /**
     * Judges the playlist.
     *
     * @return what was found
     */
    @Benchmark
    public ValidationReport validate() {
        return validator.validate(playlist);
    }
}
