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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The same splice by one thread and by two at once, which share content, ads and plan. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ThreadsBenchmark {
    private Contender.Scene scene = Contenders.HEMSTITCH.scene(Workload.LIVE_10);

    /** Reads content and ads. */
    @Setup
    public void read() {
        scene = Contenders.HEMSTITCH.scene(Workload.VOD_1200);
    }

    /** {@return the bytes of the content with its ads} */
    @Benchmark
    @Threads(1)
    public byte[] oneThread() {
        return scene.spliceAndWrite();
    }

    /** {@return the bytes of the content with its ads} */
    @Benchmark
    @Threads(2)
    public byte[] twoThreads() {
        return scene.spliceAndWrite();
    }
}
