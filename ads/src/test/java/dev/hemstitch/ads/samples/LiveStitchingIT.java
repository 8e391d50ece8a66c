package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.samples.ReferencePresentation.Kind;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.ads.stitch.live.MemoryStateStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A live channel made of the samples, stitched refresh by refresh and recorded by ffmpeg, each rendition by one, through two
 * breaks and to its end: what was recorded is what should have played. Of fragmented MP4, ffmpeg keeps the first initialization
 * section: it is demuxed live, and decoded afterwards stretch by stretch.
 */
class LiveStitchingIT {
    private static final double AAC_FRAME_SECONDS = (double) Sound.AAC_FRAME / Sound.RATE;

    /** The ads of the breaks, by the index of the first segment; in both the content returns where the origin's does. */
    private static final Map<Integer, List<String>> ADS = Map.of(5, List.of("ad-15", "ad-10"), 18, List.of("ad-15"));

    @TempDir
    private Path folder;

    private final Map<String, LiveAd> ads = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void ffmpeg_records_content_and_ads_in_order_with_nothing_lost_and_nothing_twice(SampleKind kind) throws Exception {
        Samples samples = Samples.ofRepository().copiedTo(folder.resolve("samples"));
        Path root = folder.toRealPath().resolve("samples").resolve(kind.folder());
        LiveContent content = new LiveContent(kind, samples.reference(kind, "content"));
        LiveSessions sessions =
                new LiveSessions(new LiveStitcher(LiveOptions.DEFAULT), new MemoryStateStore(1, Duration.ofMinutes(5)));
        ExecutorService players = Executors.newCachedThreadPool();
        try (LiveStation station = new LiveStation(root, content, sessions, decisions())) {
            prepareAds(station, content, root);
            Map<Rendition, Future<Recording>> recordings = new LinkedHashMap<>();
            for (Rendition rendition : content.renditions()) {
                Ffmpeg ffmpeg = Ffmpeg.live(Files.createDirectory(folder.resolve("player-" + recordings.size())));
                String uri = station.uri("live/" + LiveStation.name(rendition));
                recordings.put(
                        rendition,
                        players.submit(() -> kind.isMuxed()
                                ? new Recording(Optional.of(ffmpeg.decode(uri)), List.of())
                                : new Recording(Optional.empty(), ffmpeg.demux(uri))));
            }
            for (Map.Entry<Rendition, Future<Recording>> recording : recordings.entrySet()) {
                Rendition rendition = recording.getKey();
                Recording recorded = recording.getValue().get();
                List<LiveItem> expected = LiveItem.expected(
                        rendition, content.renditions().indexOf(rendition), ADS, name -> samples.reference(kind, name));
                String place = root.resolve("live/" + LiveStation.name(rendition))
                        .toUri()
                        .toString();
                List<LiveItem> published = LiveItem.published(station.served(rendition), place);
                assertThat(published.stream().map(LiveItem::media).toList())
                        .as(place)
                        .isEqualTo(expected.stream().map(LiveItem::media).toList());
                if (recorded.decoded.isPresent()) {
                    showsAndSounds(recorded.decoded.get(), expected);
                } else {
                    isWhole(recorded.packets, expected);
                    stretches(expected).forEach((stretch, items) -> decodes(rendition, items));
                }
            }
        } finally {
            players.shutdown();
        }
    }

    /** What ffmpeg made of a rendition: decoded, or only demuxed. */
    private record Recording(Optional<Ffmpeg.Decoded> decoded, List<Ffmpeg.Packets> packets) {}

    // --- the embedder

    private LiveDecisions decisions() {
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(ADS.get(Integer.valueOf(signalled.id())).stream()
                        .map(ads::get)
                        .toList());
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(ads.get(id));
            }
        };
    }

    private void prepareAds(LiveStation station, LiveContent content, Path root) throws IOException {
        PlaylistSource source = uri -> {
            String path = uri.substring(station.uri("").length());
            for (Rendition rendition : content.renditions()) {
                if (path.equals("content/" + LiveStation.name(rendition))) {
                    return new PlaylistSource.Fetched(content.text(rendition, 0).getBytes(StandardCharsets.UTF_8), uri);
                }
            }
            return new PlaylistSource.Fetched(Files.readAllBytes(root.resolve(path)), uri);
        };
        Presentation channel = Presentation.load(station.uri("content/multivariant.m3u8"), source);
        for (String name : List.of("ad-10", "ad-15")) {
            Ad ad = Ad.load(name, station.uri(name + "/multivariant.m3u8"), source);
            ads.put(name, LiveAd.of(ad, channel, Filler.NONE));
            assertThat(ads.get(name).message()).isEmpty();
        }
    }

    // --- what was recorded

    private static Map<Long, List<LiveItem>> stretches(List<LiveItem> items) {
        Map<Long, List<LiveItem>> stretches = new LinkedHashMap<>();
        items.forEach(item -> stretches
                .computeIfAbsent(item.stretch(), each -> new ArrayList<>())
                .add(item));
        return stretches;
    }

    private static double seconds(List<LiveItem> items) {
        return items.stream()
                .map(item -> item.segment().duration())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** The pictures of segments one after the other; those of a sample are numbered from its beginning. */
    private static List<Frame> frames(List<LiveItem> items) {
        List<Frame> frames = new ArrayList<>();
        for (LiveItem item : items) {
            long start = item.startNanos();
            for (int i = 0; i < item.frames(); i++) {
                long middle = (2L * i + 1) * 1_000_000_000L / (2 * Frame.PER_SECOND);
                frames.add(Frame.at(item.source(), start + middle));
            }
        }
        return frames;
    }

    private static void showsAndSounds(Ffmpeg.Decoded decoded, List<LiveItem> expected) {
        assertThat(decoded.frames()).isEqualTo(frames(expected));
        Map<Long, List<LiveItem>> stretches = stretches(expected);
        Offset<Double> packets = within(2 * stretches.size() * AAC_FRAME_SECONDS);
        assertThat((double) decoded.sound().samples().length / Sound.RATE).isCloseTo(seconds(expected), packets);
        double start = 0;
        for (List<LiveItem> items : stretches.values()) {
            double end = start + seconds(items);
            int from = (int) ((start + 0.5) * Sound.RATE);
            int to = (int) ((end - 0.5) * Sound.RATE);
            assertThat(decoded.sound().tone(from, to))
                    .isCloseTo(Sound.tone(items.get(0).source(), "en"), Percentage.withPercentage(2));
            start = end;
        }
    }

    private static void isWhole(List<Ffmpeg.Packets> streams, List<LiveItem> expected) {
        assertThat(streams).hasSize(1);
        assertThat(streams.get(0).seconds().doubleValue()).isCloseTo(seconds(expected), within(0.5));
        if (streams.get(0).type().equals("video")) {
            assertThat(streams.get(0).count()).isEqualTo(frames(expected).size());
        } else {
            assertThat(streams.get(0).count() * AAC_FRAME_SECONDS).isCloseTo(seconds(expected), within(0.001));
        }
    }

    /** Decodes a stretch of fragmented MP4 by itself. */
    private void decodes(Rendition rendition, List<LiveItem> items) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:5\n#EXT-X-MAP:URI=\"");
        String map = items.get(0).segment().map().orElseThrow().uri();
        text.append(Samples.path(map)).append("\"\n");
        items.forEach(item -> text.append("#EXTINF:" + item.segment().duration() + ",\n")
                .append(Samples.path(item.segment().uri()) + "\n"));
        Path file = folder.resolve("stretch.m3u8");
        try {
            Files.writeString(file, text.append("#EXT-X-ENDLIST\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Ffmpeg ffmpeg = new Ffmpeg(folder);
        if (rendition.kind() == Kind.MAIN) {
            assertThat(ffmpeg.decodePictures(file.toUri().toString())).isEqualTo(frames(items));
        } else {
            Sound sound = ffmpeg.decodeSound(file.toUri().toString());
            String language = rendition.attributes().text("LANGUAGE").orElseThrow();
            assertThat((double) sound.samples().length / Sound.RATE).isCloseTo(seconds(items), within(0.03));
            assertThat(sound.tone(Sound.RATE / 4, sound.samples().length - Sound.RATE / 4))
                    .isCloseTo(Sound.tone(items.get(0).source(), language), Percentage.withPercentage(2));
        }
    }
}
