package dev.hemstitch.benchmarks;

import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.workload.Ads;
import dev.hemstitch.benchmarks.workload.Workload;
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

/** What a request costs that reads the content anew: parse, splice four ads that were read before, write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ParseSpliceWriteBenchmark {
    /** Who works. */
    @Param({"HEMSTITCH", "LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING"})
    public Contenders contender = Contenders.HEMSTITCH;

    /** On what. */
    @Param({"LIVE_10", "VOD_1200"})
    public Workload workload = Workload.LIVE_10;

    private byte[] text = {};
    private List<Object> ads = List.of();
    private List<Integer> positions = List.of();

    /** Reads the ads. */
    @Setup
    public void readAds() {
        text = workload.text();
        ads = contender.ads(workload);
        positions = Ads.positions(workload.facts().count());
    }

    /** {@return the bytes of the content with its ads} */
    @Benchmark
    public byte[] parseSpliceWrite() {
        Object content = contender.contender().keep(text);
        return contender.contender().scene(content, ads, positions).spliceAndWrite();
    }
}
