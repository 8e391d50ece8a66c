package dev.hemstitch.benchmarks;

import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapResponse;
import dev.hemstitch.benchmarks.workload.AdResponses;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading ad responses and filling in macros. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class VastBenchmark {
    private static final String URL =
            "https://pubads.example.com/pagead/interaction/?ai=B9Kw4Xn&sigh=Rf4sUqYcR1w&label=midpoint"
                    + "&ad_mt=[ADPLAYHEAD]&cb=[CACHEBUSTING]&acvw=[VIEWABILITY]";

    private final byte[] vast = AdResponses.vast();
    private final byte[] vmap = AdResponses.vmap();
    private final VastMacros macros = VastMacros.builder()
            .random(new Random(1))
            .playhead(VastMacro.ADPLAYHEAD, Duration.ofMillis(15_016))
            .build();

    /**
     * Reads VAST with two ads.
     *
     * @return the response
     */
    @Benchmark
    public VastResponse vast() {
        return VastParser.create().parse(vast);
    }

    /**
     * Reads VMAP with five breaks of two ads.
     *
     * @return the response
     */
    @Benchmark
    public VmapResponse vmap() {
        return VmapParser.create().parse(vmap);
    }

    /**
     * Fills in the macros of one URL.
     *
     * @return the URL
     */
    @Benchmark
    public String macros() {
        return macros.fill(URL);
    }
}
