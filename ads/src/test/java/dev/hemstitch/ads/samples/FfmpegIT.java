package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hemstitch.ads.samples.ExpectedOutput.Item;
import dev.hemstitch.ads.samples.Ffmpeg.Decoded;
import dev.hemstitch.ads.samples.Ffmpeg.Packets;
import dev.hemstitch.ads.samples.ReferencePresentation.Kind;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchedTimeline;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample presentations with a pre-roll, a mid-roll of two ads and a post-roll, as ffmpeg sees and hears them. It
 * takes no heed of discontinuities and keeps the first initialization section, so stretches of fragmented MP4 are
 * decoded one by one.
 */
class FfmpegIT {
    private static final double NANOS = 1e9;
    private static final double AAC_FRAME_SECONDS = (double) Sound.AAC_FRAME / Sound.RATE;
    private static final Offset<Double> A_PACKET_AT_EACH_SEAM = within(6 * AAC_FRAME_SECONDS);

    @TempDir
    private static Path folder;

    private static final Map<Output, StitchedSample> STITCHED = new HashMap<>();
    private static Ffmpeg ffmpeg;

    record Output(SampleKind kind, SpliceMode mode) {}

    @BeforeAll
    static void stitch() {
        Samples samples = Samples.ofRepository().copiedTo(folder.resolve("samples"));
        outputs().forEach(output -> {
            OutputPlace place = output.mode == SpliceMode.INSERT ? OutputPlace.ELSEWHERE : OutputPlace.BESIDE;
            StitchedSample stitched =
                    StitchedSample.of(samples, output.kind, BreakPlan.PRE_MID_AND_POST, output.mode, place);
            stitched.writeFiles();
            STITCHED.put(output, stitched);
        });
        ffmpeg = new Ffmpeg(folder);
    }

    static Stream<Output> outputs() {
        return Stream.of(SampleKind.values())
                .flatMap(kind -> Stream.of(SpliceMode.values()).map(mode -> new Output(kind, mode)));
    }

    static Stream<Output> muxedOutputs() {
        return outputs().filter(output -> output.kind.isMuxed());
    }

    static Stream<Output> fragmentedOutputs() {
        return outputs().filter(output -> !output.kind.isMuxed());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void everyRenditionDemuxesFromBeginningToEnd(Output output) {
        StitchedSample stitched = STITCHED.get(output);
        List<Rendition> renditions = stitched.read().renditions();
        for (int i = 0; i < renditions.size(); i++) {
            List<Packets> streams = ffmpeg.demux(renditions.get(i).uri());
            List<EffectiveSegment> expected =
                    stitched.expected().items(i).stream().map(Item::segment).toList();
            switch (renditions.get(i).kind()) {
                case MAIN -> {
                    assertThat(streams).hasSize(output.kind.isMuxed() ? 2 : 1);
                    isWholeVideo(streams.get(0), expected);
                    streams.stream().skip(1).forEach(audio -> isWholeAudio(audio, expected));
                }
                case AUDIO -> {
                    assertThat(streams).hasSize(1);
                    isWholeAudio(streams.get(0), expected);
                }
                case SUBTITLES -> {
                    assertThat(streams).extracting(Packets::type).containsExactly("subtitle");
                    assertThat(streams.get(0).count())
                            .isGreaterThanOrEqualTo(cues(expected).size());
                }
                case I_FRAMES -> {
                    assertThat(streams).extracting(Packets::type).containsExactly("video");
                    assertThat(streams.get(0).count()).isEqualTo(expected.size());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void multivariantPlaylistLeadsToAllPicturesAndSounds(Output output) {
        StitchedSample stitched = STITCHED.get(output);
        List<EffectiveSegment> expected =
                stitched.expected().items(0).stream().map(Item::segment).toList();
        List<Packets> streams = ffmpeg.demux(stitched.uri());
        assertThat(streams).extracting(Packets::type).containsExactlyInAnyOrder("video", "video", "audio", "audio");
        for (Packets stream : streams) {
            if (stream.type().equals("video")) {
                isWholeVideo(stream, expected);
            } else {
                isWholeAudio(stream, expected);
            }
        }
    }

    private static void isWholeVideo(Packets video, List<EffectiveSegment> expected) {
        BigDecimal seconds = seconds(expected);
        assertThat(video.type()).isEqualTo("video");
        assertThat(video.seconds()).isCloseTo(seconds, within(new BigDecimal("0.1")));
        assertThat(BigDecimal.valueOf(video.count()))
                .isEqualByComparingTo(seconds.multiply(BigDecimal.valueOf(Frame.PER_SECOND)));
    }

    private static void isWholeAudio(Packets audio, List<EffectiveSegment> expected) {
        double seconds = seconds(expected).doubleValue();
        assertThat(audio.type()).isEqualTo("audio");
        assertThat(audio.seconds().doubleValue()).isCloseTo(seconds, A_PACKET_AT_EACH_SEAM);
        assertThat(audio.count() * AAC_FRAME_SECONDS).isCloseTo(seconds, A_PACKET_AT_EACH_SEAM);
    }

    private static BigDecimal seconds(List<EffectiveSegment> segments) {
        return segments.stream().map(EffectiveSegment::duration).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Cue> cues(List<EffectiveSegment> segments) {
        return Cue.all(
                segments.stream().map(segment -> Samples.bytes(segment.uri())).toList());
    }

    @ParameterizedTest
    @MethodSource("muxedOutputs")
    void everyPictureAndToneIsWhereTheTimelineSays(Output output) {
        StitchedSample stitched = STITCHED.get(output);
        StitchedTimeline timeline = stitched.result().plan().timeline();
        assertThat(timeline.entries()).hasSameSizeAs(stitched.expected().stretches(0));
        List<Frame> expected = new ArrayList<>();
        for (int i = 0; i * NANOS / Frame.PER_SECOND < timeline.durationNanos(); i++) {
            long nanos = middleOfFrame(i);
            StitchedTimeline.Entry entry = timeline.at(nanos).orElseThrow();
            expected.add(Frame.at(source(entry), localStart(entry) + nanos - entry.startNanos()));
        }
        for (Rendition rendition : stitched.read().renditions()) {
            Decoded decoded = ffmpeg.decode(rendition.uri());
            assertThat(decoded.frames()).isEqualTo(expected);
            assertThat((double) decoded.sound().samples().length / Sound.RATE)
                    .isCloseTo(timeline.durationNanos() / NANOS, A_PACKET_AT_EACH_SEAM);
            for (StitchedTimeline.Entry entry : timeline.entries()) {
                hasTone(decoded.sound(), entry.startNanos(), entry.endNanos(), Sound.tone(source(entry), "en"));
            }
        }
    }

    private static String source(StitchedTimeline.Entry entry) {
        return entry.ad().map(StitchedTimeline.AdEntry::id).orElse("content");
    }

    /** When on its source's own timeline an entry starts. */
    private static long localStart(StitchedTimeline.Entry entry) {
        return entry.ad().isPresent() ? 0 : entry.contentStartNanos();
    }

    /** A quarter of a second at each end is left out: sound and picture need not change at the same sample. */
    private static void hasTone(Sound sound, long startNanos, long endNanos, int hertz) {
        int margin = Sound.RATE / 4;
        int start = (int) (startNanos * Sound.RATE / 1_000_000_000L) + margin;
        int end = (int) (endNanos * Sound.RATE / 1_000_000_000L) - margin;
        assertThat(sound.tone(start, end))
                .as("hertz from sample %d to %d", start, end)
                .isCloseTo(hertz, Percentage.withPercentage(2));
    }

    @ParameterizedTest
    @MethodSource("fragmentedOutputs")
    void everyStretchOfFragmentedMp4HasThePicturesTonesAndCuesOfItsSource(Output output) throws IOException {
        StitchedSample stitched = STITCHED.get(output);
        List<StitchedTimeline.Entry> entries =
                stitched.result().plan().timeline().entries();
        List<Rendition> renditions = stitched.read().renditions();
        for (int i = 0; i < renditions.size(); i++) {
            Rendition rendition = renditions.get(i);
            List<String> texts = Stretches.of(rendition.text());
            List<List<Item>> expected = stitched.expected().stretches(i);
            assertThat(texts).hasSameSizeAs(expected).hasSameSizeAs(entries);
            for (int j = 0; j < texts.size(); j++) {
                String uri = rendition.uri() + ".stretch-" + j + ".m3u8";
                Files.writeString(Samples.path(uri), texts.get(j));
                List<EffectiveSegment> segments =
                        expected.get(j).stream().map(Item::segment).toList();
                StitchedTimeline.Entry entry = entries.get(j);
                switch (rendition.kind()) {
                    case MAIN, I_FRAMES -> stretchShows(uri, segments, entry, rendition.kind());
                    case AUDIO -> stretchSounds(uri, segments, tone(entry, rendition));
                    case SUBTITLES ->
                        assertThat(Cue.all(List.of(ffmpeg.subtitles(uri)))).isEqualTo(cues(segments));
                }
            }
        }
    }

    private static int tone(StitchedTimeline.Entry entry, Rendition rendition) {
        return Sound.tone(source(entry), rendition.attributes().text("LANGUAGE").orElseThrow());
    }

    private static void stretchSounds(String uri, List<EffectiveSegment> segments, int hertz) {
        Sound sound = ffmpeg.decodeSound(uri);
        assertThat((double) sound.samples().length / Sound.RATE)
                .isCloseTo(seconds(segments).doubleValue(), within(AAC_FRAME_SECONDS));
        hasTone(sound, 0, nanos(seconds(segments)), hertz);
    }

    private static void stretchShows(
            String uri, List<EffectiveSegment> segments, StitchedTimeline.Entry entry, Kind kind) {
        List<Frame> expected = new ArrayList<>();
        long start = localStart(entry);
        for (EffectiveSegment segment : segments) {
            long nanos = nanos(segment.duration());
            long count = kind == Kind.I_FRAMES ? 1 : nanos * Frame.PER_SECOND / 1_000_000_000L;
            for (int i = 0; i < count; i++) {
                expected.add(Frame.at(source(entry), start + middleOfFrame(i)));
            }
            start += nanos;
        }
        assertThat(start - localStart(entry)).isEqualTo(entry.endNanos() - entry.startNanos());
        assertThat(ffmpeg.decodePictures(uri)).isEqualTo(expected);
    }

    private static long nanos(BigDecimal seconds) {
        return seconds.movePointRight(9).longValueExact();
    }

    private static long middleOfFrame(int number) {
        return (2L * number + 1) * 1_000_000_000L / (2 * Frame.PER_SECOND);
    }
}
