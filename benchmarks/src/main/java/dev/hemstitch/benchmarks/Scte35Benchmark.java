package dev.hemstitch.benchmarks;

import dev.hemstitch.ads.scte35.SpliceInfoSection;
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

/** Reading and writing one SCTE 35 section, as cue markers of a playlist have it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class Scte35Benchmark {
    /** Sections that were published. */
    public enum Signal {
        /** Section 14.2 of the standard: a splice_insert with break_duration and avail_descriptor. */
        SPLICE_INSERT("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo="),
        /** A time_signal with a segmentation_descriptor whose UPID is three in one. */
        TIME_SIGNAL_MID(
                "/DBwAAAAAAAAAP/wBQb/AAAAAABaAlhDVUVJAAAAAn//AABSZcANRAoMFHeL5eP2AAAAAAAACgwUd4vl4/YAAAAAAAAJJlNJR05B"
                        + "TDpMeTlFTUd4S1IwaEZaVXRwTUhkQ1VWWm5SVUZuWnowNgEB1Dao2g=="),
        /** Section 14.8 of the standard: a time_signal with three segmentation_descriptors. */
        TIME_SIGNAL_THREE(
                "/DBhAAAAAAAA///wBQb+qM1E7QBLAhdDVUVJSAAArX+fCAgAAAAALLLXnTUCAAIXQ1VFSUgAACZ/nwgIAAAAACyy150RAAACF0NV"
                        + "RUlIAAAnf58ICAAAAAAsstezEAAAihiGnw==");

        private final String base64;

        Signal(String base64) {
            this.base64 = base64;
        }
    }

    /** What is read. */
    @Param
    public Signal signal = Signal.SPLICE_INSERT;

    private String base64 = "";
    private byte[] bytes = {};
    private SpliceInfoSection section = SpliceInfoSection.parse(Signal.SPLICE_INSERT.base64);

    /** Prepares text, bytes and value. */
    @Setup
    public void read() {
        base64 = signal.base64;
        section = SpliceInfoSection.parse(base64);
        bytes = section.toBytes();
    }

    /**
     * Reads base64.
     *
     * @return the section
     */
    @Benchmark
    public SpliceInfoSection decodeBase64() {
        return SpliceInfoSection.parse(base64);
    }

    /**
     * Reads bytes.
     *
     * @return the section
     */
    @Benchmark
    public SpliceInfoSection decode() {
        return SpliceInfoSection.parse(bytes);
    }

    /**
     * Writes bytes.
     *
     * @return the bytes
     */
    @Benchmark
    public byte[] encode() {
        return section.toBytes();
    }
}
