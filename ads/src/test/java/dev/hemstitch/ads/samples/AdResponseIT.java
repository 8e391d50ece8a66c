package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.tracking.TrackedAd;
import dev.hemstitch.ads.tracking.TrackedBreak;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A VMAP response with pre-, mid- and post-roll, one of them behind a wrapper, stitched into the sample presentations: what ffmpeg
 * shows at the times of beacons is what they are about.
 */
class AdResponseIT {
    @TempDir
    private static Path folder;

    static Stream<SampleKind> muxed() {
        return Stream.of(SampleKind.values()).filter(SampleKind::isMuxed);
    }

    private static String linear(String name) {
        StringBuilder events = new StringBuilder();
        for (String event : List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete")) {
            events.append("<Tracking event='" + event + "'>https://t.example/" + name + "/" + event + "</Tracking>");
        }
        return "<AdSystem>test</AdSystem><AdTitle>" + name + "</AdTitle><Impression>https://t.example/" + name
                + "/impression</Impression><Creatives><Creative><Linear><Duration>00:00:99</Duration><TrackingEvents>"
                + events
                + "<Tracking event='progress' offset='00:00:03'>https://t.example/" + name + "/progress</Tracking>"
                + "</TrackingEvents><MediaFiles><MediaFile delivery='streaming' type='application/vnd.apple.mpegurl'>"
                + name
                + "/multivariant.m3u8</MediaFile></MediaFiles></Linear></Creative></Creatives>";
    }

    private static String vmap() {
        String pre = "<VAST version='3.0'><Ad id='ad-10'><InLine>" + linear("ad-10") + "</InLine></Ad></VAST>";
        String post =
                "<VAST version='4.0'><Ad id='ad-15' sequence='1'><InLine>" + linear("ad-15") + "</InLine></Ad></VAST>";
        return "<vmap:VMAP xmlns:vmap='http://www.iab.net/videosuite/vmap' version='1.0'>"
                + adBreak("start", "<vmap:VASTAdData>" + pre + "</vmap:VASTAdData>")
                + adBreak("50%", "<vmap:AdTagURI>wrapper.xml</vmap:AdTagURI>")
                + adBreak("end", "<vmap:VASTAdData>" + post + "</vmap:VASTAdData>")
                + "</vmap:VMAP>";
    }

    private static String adBreak(String offset, String source) {
        return "<vmap:AdBreak timeOffset='" + offset + "' breakType='linear' breakId='" + offset + "'><vmap:AdSource>"
                + source
                + "</vmap:AdSource><vmap:TrackingEvents><vmap:Tracking event='breakStart'>https://t.example/bs</vmap:Tracking>"
                + "<vmap:Tracking event='breakEnd'>https://t.example/be</vmap:Tracking></vmap:TrackingEvents></vmap:AdBreak>";
    }

    private static void writeResponses(Path samples) throws IOException {
        Files.writeString(samples.resolve("vmap.xml"), vmap());
        Files.writeString(
                samples.resolve("wrapper.xml"),
                "<VAST version='4.2'><Ad><Wrapper allowMultipleAds='true'><AdSystem>w</AdSystem>"
                        + "<VASTAdTagURI>pod.xml</VASTAdTagURI><Impression>https://w.example/impression</Impression>"
                        + "</Wrapper></Ad></VAST>");
        Files.writeString(
                samples.resolve("pod.xml"),
                "<VAST version='4.2'><Ad id='ad-15' sequence='1'><InLine>" + linear("ad-15") + "</InLine></Ad>"
                        + "<Ad id='ad-10' sequence='2'><InLine>" + linear("ad-10") + "</InLine></Ad></VAST>");
    }

    @ParameterizedTest
    @MethodSource("muxed")
    void every_beacon_falls_on_the_pictures_of_its_ad(SampleKind kind) throws IOException {
        Path root = folder.resolve(kind.name());
        Samples samples = Samples.ofRepository().copiedTo(root);
        Path place = root.toRealPath().resolve(kind.folder());
        writeResponses(place);
        Presentation content = samples.content(kind);
        PlaylistSource playlists = uri -> new PlaylistSource.Fetched(Samples.bytes(uri), uri);
        VastResolver responses = VastResolver.builder(
                        (uri, timeout) -> new AdResponseSource.Fetched(Samples.bytes(uri), uri))
                .schemes(Set.of("file"))
                .build();
        List<AdBreak> breaks = AdBreakResolver.builder(responses, AdPresentations.of(playlists))
                .schemes(Set.of("file"))
                .build()
                .resolve(
                        VmapParser.create().parse(vmap().getBytes(StandardCharsets.UTF_8)),
                        place.resolve("vmap.xml").toUri().toString(),
                        content,
                        List.of());
        OutputLocations locations = OutputPlace.BESIDE.of(content, samples.elsewhere(kind));
        VodResult result = new VodStitcher(StitchOptions.DEFAULT).stitch(content, breaks, locations);
        VodResult.StitchedTrack main = result.tracks().get(0);
        Files.createDirectories(Samples.path(main.uri()).getParent());
        Files.write(Samples.path(main.uri()), PlaylistWriter.toBytes(main.playlist()));
        TrackingSchedule schedule = TrackingSchedule.of(result.plan(), breaks);
        List<Frame> frames = new Ffmpeg(folder).decode(main.uri()).frames();
        assertThat(schedule.breaks()).extracting(TrackedBreak::id).containsExactly("start", "50%", "end");
        assertThat(schedule.errors()).isEmpty();
        for (TrackedBreak tracked : schedule.breaks()) {
            tracked.ads().forEach(ad -> showsItsAd(ad, frames));
            assertThat(source(frames, firstFrame(tracked.startNanos()))).isNotEqualTo("content");
            assertThat(source(frames, firstFrame(tracked.endNanos()) - 1)).isNotEqualTo("content");
            assertThat(source(frames, firstFrame(tracked.endNanos()))).isEqualTo("content");
            assertThat(source(frames, firstFrame(tracked.startNanos()) - 1)).isEqualTo("content");
        }
        assertThat(schedule.breaks().get(1).ads())
                .extracting(ad -> ad.ad().id())
                .containsExactly("ad-15", "ad-10");
        assertThat(schedule.breaks().get(1).ads().get(0).beacons().get(0).templates())
                .containsExactly("https://w.example/impression", "https://t.example/ad-15/impression");
    }

    /** Before a moment that something is to be called after, and at one that it is to be called at, is its ad, at that time of its own. */
    private static void showsItsAd(TrackedAd ad, List<Frame> frames) {
        assertThat(ad.beacons()).hasSize(7);
        for (Beacon beacon : ad.beacons()) {
            boolean after = beacon.due() == Beacon.Due.AFTER;
            int number = firstFrame(beacon.atNanos()) - (after ? 1 : 0);
            long ofAd = (2L * (number - firstFrame(ad.startNanos())) + 1) * 1_000_000_000L / (2 * Frame.PER_SECOND);
            assertThat(frames.get(number))
                    .as(beacon.id())
                    .isEqualTo(Frame.at(ad.ad().id(), ofAd));
        }
    }

    /** The number of the first picture at a time or behind it. */
    private static int firstFrame(long nanos) {
        return (int) -Math.floorDiv(-nanos * Frame.PER_SECOND, 1_000_000_000L);
    }

    /** What a picture is of; before the first one and behind the last one there might be content. */
    private static String source(List<Frame> frames, int number) {
        return number < 0 || number >= frames.size()
                ? "content"
                : frames.get(number).source();
    }
}
