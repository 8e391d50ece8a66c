package dev.hemstitch.benchmarks;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.benchmarks.workload.LiveSeries;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;

/** One refresh of one viewer of a live rendition, over a series of snapshots that each move on by a segment. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class LiveBenchmark {
    /** How many refreshes there are in a series. */
    static final int REFRESHES = 32;

    private static final LiveRendition RENDITION =
            LiveRendition.inPlace("1080p", "https://live-02.cdn.example.com/channel-7/1080p.m3u8");

    /** The number of segments in the window. */
    @Param({"6", "60", "900"})
    public int window = 6;

    /** Whether a break is in it. */
    @Param({"false", "true"})
    public boolean hasBreak = true;

    private final byte[][] texts = new byte[REFRESHES + 1][];
    private final LiveSnapshot[] snapshots = new LiveSnapshot[REFRESHES + 1];
    private final LiveState[] states = new LiveState[REFRESHES + 1];
    private final String[] stored = new String[REFRESHES + 1];
    private final byte[][] outputs = new byte[REFRESHES + 1][];
    private final LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
    private LiveDecisions decisions = LiveDecisions.NONE;

    /** Makes the snapshots, and the states between them. */
    @Setup
    public void series() {
        decisions = decisions(List.of(ad(1), ad(2)));
        LiveState state = LiveState.NEW;
        for (int i = 0; i <= REFRESHES; i++) {
            texts[i] = LiveSeries.snapshot(window, i, hasBreak);
            snapshots[i] =
                    LiveSnapshot.of((MediaPlaylist) PlaylistParser.lenient().parse(texts[i]));
            LiveResult result = stitcher.stitch(state, RENDITION, snapshots[i], decisions);
            states[i] = state;
            stored[i] = state.toJson();
            outputs[i] = PlaylistWriter.toBytes(result.playlist());
            state = result.state();
        }
    }

    private static LiveAd ad(int number) {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(LiveSeries.ad(number));
        Ad ad = Ad.of("creative-" + number, Presentation.ofMedia(playlist, "https://ads.cdn.example.com/" + number));
        return LiveAd.ofRenditions(ad, Map.of(RENDITION.name(), ad), Map.of());
    }

    private static LiveDecisions decisions(List<LiveAd> ads) {
        Map<String, LiveAd> byId =
                Map.of(ads.get(0).id(), ads.get(0), ads.get(1).id(), ads.get(1));
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(ads);
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(byId.get(id));
            }
        };
    }

    /** {@return what a refresh must give} */
    byte[][] outputs() {
        return outputs;
    }

    /**
     * One refresh: from state, snapshot and decisions to bytes in a new array. The snapshot is one that other viewers were stitched
     * from before.
     *
     * @param refresh which one, from 1
     * @return the bytes
     */
    byte[] refresh(int refresh) {
        LiveResult result = stitcher.stitch(states[refresh], RENDITION, snapshots[refresh], decisions);
        return PlaylistWriter.toBytes(result.playlist());
    }

    /**
     * One refresh of a viewer whose state is stored as text, with the snapshot read as the successor of the one before.
     *
     * @param refresh which one, from 1
     * @param before the snapshot before
     * @param blackhole takes what comes out
     * @return the snapshot
     */
    private MediaPlaylist wholeRefresh(int refresh, MediaPlaylist before, Blackhole blackhole) {
        MediaPlaylist snapshot = (MediaPlaylist) PlaylistParser.lenient().parseNext(before, texts[refresh]);
        LiveResult result = stitcher.stitch(LiveState.fromJson(stored[refresh]), RENDITION, snapshot, decisions);
        blackhole.consume(result.state().toJson());
        blackhole.consume(PlaylistWriter.toBytes(result.playlist()));
        return snapshot;
    }

    /**
     * Refreshes: state, snapshot, which other viewers have had, and decisions are at hand, the stitched playlist is written to a new array.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void refresh(Blackhole blackhole) {
        for (int i = 1; i <= REFRESHES; i++) {
            blackhole.consume(refresh(i));
        }
    }

    /**
     * The same without writing.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void stitch(Blackhole blackhole) {
        for (int i = 1; i <= REFRESHES; i++) {
            blackhole.consume(stitcher.stitch(states[i], RENDITION, snapshots[i], decisions));
        }
    }

    /**
     * The same with all around it: the snapshot is read, the state comes from text and becomes text.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void wholeRefresh(Blackhole blackhole) {
        MediaPlaylist snapshot = snapshots[0].playlist();
        for (int i = 1; i <= REFRESHES; i++) {
            snapshot = wholeRefresh(i, snapshot, blackhole);
        }
    }

    /**
     * Reads the snapshots, each as the successor of the one before: once for all viewers.
     *
     * @return the last one
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public MediaPlaylist parseNext() {
        MediaPlaylist snapshot = snapshots[0].playlist();
        for (int i = 1; i <= REFRESHES; i++) {
            snapshot = (MediaPlaylist) PlaylistParser.lenient().parseNext(snapshot, texts[i]);
        }
        return snapshot;
    }

    /**
     * Writes the states as text.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void stateToJson(Blackhole blackhole) {
        for (int i = 1; i <= REFRESHES; i++) {
            blackhole.consume(states[i].toJson());
        }
    }

    /**
     * Reads the states from text.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void stateFromJson(Blackhole blackhole) {
        for (int i = 1; i <= REFRESHES; i++) {
            blackhole.consume(LiveState.fromJson(stored[i]));
        }
    }

    /**
     * Copies the bytes of the output, to compare with.
     *
     * @param blackhole takes what comes out
     */
    @Benchmark
    @OperationsPerInvocation(REFRESHES)
    public void copy(Blackhole blackhole) {
        for (int i = 1; i <= REFRESHES; i++) {
            blackhole.consume(outputs[i].clone());
        }
    }
}
