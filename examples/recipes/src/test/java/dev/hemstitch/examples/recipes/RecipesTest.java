package dev.hemstitch.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.CueProblemCode;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.interstitial.InterstitialResult;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.scte35.Scte35ErrorCode;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.ads.stitch.live.MemoryStateStore;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.tracking.TrackingScheduleBuilder.PlayedAd;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.ResolvedVast;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

// Size: one test for each recipe, in their order.
class RecipesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "hemstitch", "examples", "recipes");

    @ParameterizedTest
    @CsvSource({
        "README.md, EditPlaylist",
        "README.md, SpliceVod",
        "docs/guide/vod.md, SpliceVod",
        "docs/guide/vod.md, StitchForViewers",
        "docs/guide/live.md, StitchLive",
        "docs/guide/live.md, StitchLowLatency",
        "docs/guide/playlists.md, EditPlaylist",
        "docs/guide/compare.md, ComparePlaylists",
        "docs/guide/validate.md, WatchLive",
        "docs/guide/low-latency.md, BlockingReload",
        "docs/guide/custom-tags.md, OwnTag",
        "docs/guide/scte35.md, ReadSignal",
        "docs/guide/scte35.md, WriteSignal",
        "docs/guide/ad-responses.md, ResolveAds",
        "docs/guide/ad-responses.md, ReadBreaks",
        "docs/guide/cues.md, ReadCues",
        "docs/guide/interstitials.md, ScheduleInterstitials",
        "docs/guide/ads.md, StitchAdResponse",
        "docs/guide/ads.md, FillSignalledBreaks",
        "docs/guide/ads.md, SendBeacons"
    })
    void what_a_document_shows_is_what_the_recipe_runs(String document, String recipe) throws IOException {
        String source = Files.readString(SOURCES.resolve(recipe + ".java"));
        String shown = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"));
        assertThat(Files.readString(ROOT.resolve(document))).contains(unindented(shown));
    }

    /** The recipe's lines without the indentation of its method. */
    private static String unindented(String code) {
        return code.lines()
                .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    @ParameterizedTest
    @EnumSource(SkipReason.class)
    void the_guide_says_what_each_reason_means(SkipReason reason) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/guide/vod.md"))).contains("`" + reason + "`");
    }

    @Test
    void two_segments_go_and_all_other_lines_stay(@TempDir Path folder) throws IOException {
        Path in = ROOT.resolve("samples/ts/content/v180/media.m3u8");
        Path out = folder.resolve("out.m3u8");
        EditPlaylist.dropTwoSegments(in, out);
        String before = Files.readString(in);
        assertThat(Files.readString(out))
                .contains("#EXT-X-MEDIA-SEQUENCE:2\n")
                .doesNotContain("segment-0.ts", "segment-1.ts")
                .endsWith(before.substring(before.indexOf("segment-2.ts")));
    }

    @Test
    void a_client_with_an_older_version_gets_the_current_one(@TempDir Path folder) throws IOException {
        Path older = Files.writeString(folder.resolve("older.m3u8"), live(7, 20));
        Path newer = Files.writeString(folder.resolve("newer.m3u8"), live(9, 22));
        assertThat(ComparePlaylists.refresh(older, newer)).hasToString(live(9, 22));
    }

    @Test
    void a_live_playlist_is_judged_at_each_refresh() {
        byte[] first = live(7, 20).getBytes(StandardCharsets.UTF_8);
        byte[] second = live(9, 22).replace("segment-12", "other").getBytes(StandardCharsets.UTF_8);
        assertThat(WatchLive.watch(List.of(first, live(8, 21).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(WatchLive.watch(List.of(first, second)))
                .extracting(finding -> finding.code().name())
                .containsExactly("SEGMENT_REPLACED");
    }

    private static String live(int first, int end) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n");
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append("\n#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=24.0\n");
        for (int i = first; i < end; i++) {
            text.append("#EXTINF:4.000,\nsegment-").append(i).append(".ts\n");
        }
        return text.toString();
    }

    @Test
    void a_blocking_reload_is_asked_for_and_answered() {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-PART-INF:PART-TARGET=1\n"
                        + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24\n#EXTINF:4,\na\n");
        assertThat(BlockingReload.nextUri(playlist, "live.m3u8?token=x", Duration.ofSeconds(1)))
                .contains("live.m3u8?_HLS_msn=1&_HLS_part=0&_HLS_skip=YES&token=x");
        assertThat(BlockingReload.status(playlist, "/live.m3u8?_HLS_msn=0")).isEqualTo(200);
        assertThat(BlockingReload.status(playlist, "/live.m3u8?_HLS_msn=1")).isZero();
        assertThat(BlockingReload.status(playlist, "/live.m3u8?_HLS_msn=9")).isEqualTo(400);
        assertThat(BlockingReload.status(playlist, "/live.m3u8?_HLS_part=9")).isEqualTo(400);
    }

    @Test
    void own_tags_are_renumbered_where_they_stand() {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n#EXT-X-ACME-MARKER:ID=1,LABEL=\"l\"\na\n";
        assertThat(OwnTag.renumber((MediaPlaylist) PlaylistParser.lenient().parse(text)))
                .hasToString(text.replace("ID=1", "ID=2"));
    }

    private static final String VAST = "<VAST version='4.0'><Ad id='%s'>%s</Ad></VAST>";

    private static byte[] vast(String id, String body) {
        return VAST.formatted(id, body).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_ad_server_is_asked_and_the_playlists_of_its_ads_are_picked() {
        List<String> beacons = new ArrayList<>();
        List<String> playlists = ResolveAds.resolve(
                "https://ads/tag?ip=[DEVICEIP]",
                (uri, timeout) -> new AdResponseSource.Fetched(
                        uri.equals("https://ads/tag?ip=10.0.0.1")
                                ? vast("w", "<Wrapper><VASTAdTagURI>ad/1</VASTAdTagURI></Wrapper>")
                                : vast(
                                        "a",
                                        "<InLine><Creatives><Creative><Linear><MediaFiles><MediaFile type='video/mp4'>a.mp4"
                                                + "</MediaFile><MediaFile type='application/x-mpegURL'>a.m3u8</MediaFile>"
                                                + "</MediaFiles></Linear></Creative></Creatives></InLine>"),
                        uri),
                "10.0.0.1",
                Instant.EPOCH,
                new Random(1),
                beacons::add);
        assertThat(playlists).containsExactly("https://ads/ad/a.m3u8");
        assertThat(beacons).isEmpty();
    }

    @Test
    void a_failure_is_told_to_the_ad_server() {
        List<String> beacons = new ArrayList<>();
        List<String> playlists = ResolveAds.resolve(
                "https://ads/tag",
                (uri, timeout) -> new AdResponseSource.Fetched(
                        "<VAST version='4.0'><Error>https://e?[ERRORCODE]</Error></VAST>"
                                .getBytes(StandardCharsets.UTF_8),
                        uri),
                "10.0.0.1",
                Instant.EPOCH,
                new Random(1),
                beacons::add);
        assertThat(playlists).isEmpty();
        assertThat(beacons).containsExactly("https://e?303");
    }

    @Test
    void breaks_say_where_which_ads_play() {
        String inline = new String(vast("x", "<InLine/>"), StandardCharsets.UTF_8);
        VastResolver resolver = VastResolver.builder(
                        (uri, timeout) -> new AdResponseSource.Fetched(vast("y", "<InLine/>"), uri))
                .build();
        Map<BreakPosition, ResolvedVast> breaks = ReadBreaks.read(
                ("<VMAP version='1.0'><AdBreak timeOffset='start'><AdSource><VASTAdData>" + inline
                                + "</VASTAdData></AdSource></AdBreak><AdBreak timeOffset='00:10:00' breakType='linear'><AdSource>"
                                + "<AdTagURI>https://ads/y</AdTagURI></AdSource></AdBreak>"
                                + "<AdBreak timeOffset='end' breakType='display'><AdSource><AdTagURI>https://ads/z</AdTagURI>"
                                + "</AdSource></AdBreak></VMAP>")
                        .getBytes(StandardCharsets.UTF_8),
                "https://ads/vmap",
                resolver);
        assertThat(breaks.keySet())
                .containsExactly(
                        BreakPosition.start(), BreakPosition.parse("600").orElseThrow());
        assertThat(breaks.values())
                .extracting(ads -> ads.ads().get(0).ad().id().orElse(""))
                .containsExactly("x", "y");
    }

    @Test
    void a_break_is_said_in_both_ways_and_understood() {
        assertThat(WriteSignal.thirtySeconds(7, 900_000)).hasSize(2).allSatisfy(text -> {
            assertThat(ReadSignal.breakDuration(text)).contains(Duration.ofSeconds(30));
            assertThat(SpliceInfoSection.parse(text).adjustedPtsTime()).hasValue(900_000);
        });
        assertThat(ReadSignal.breakDuration("/DARAAAAAAAAAP/wAAAAAHpPv/8=")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scte35ErrorCode.class)
    void the_guide_says_what_each_error_of_scte_35_means(Scte35ErrorCode code) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/guide/scte35.md"))).contains("`" + code + "`");
    }

    @Test
    void cues_are_followed_and_said_in_one_dialect() {
        String head = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n";
        String out = "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"1\",DURATION=12\n";
        MediaPlaylist first =
                (MediaPlaylist) PlaylistParser.lenient().parse(head + out + "#EXTINF:4,\na\n#EXTINF:4,\nb\n");
        String rest = "#EXTINF:4,\nb\n";
        MediaPlaylist next = (MediaPlaylist) PlaylistParser.lenient().parse(head + "#EXT-X-MEDIA-SEQUENCE:1\n" + rest);
        assertThat(ReadCues.translate(first, next))
                .hasToString(head + "#EXT-X-MEDIA-SEQUENCE:1\n"
                        + "#EXT-X-CUE-OUT-CONT:ElapsedTime=4.000,Duration=12.000,BREAKID=\"1\"\n" + rest);
    }

    @ParameterizedTest
    @EnumSource(CueProblemCode.class)
    void the_guide_names_each_problem_of_cues(CueProblemCode code) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/guide/cues.md"))).contains("`" + code + "`");
    }

    @Test
    void viewers_get_their_own_ads_of_one_title() throws IOException {
        PlaylistSource files = uri -> new PlaylistSource.Fetched(Files.readAllBytes(Path.of(uri)), uri);
        Presentation content = Presentation.load(
                ROOT.resolve("samples/ts/content/multivariant.m3u8").toString(), files);
        Ad ad = Ad.load("ad", ROOT.resolve("samples/ts/ad-10/multivariant.m3u8").toString(), files);
        StitchForViewers title = new StitchForViewers(content);
        Track track = content.reference();

        assertThat(title.answer(track, List.of(ad)))
                .asString()
                .contains("ad-10")
                .contains("#EXT-X-DISCONTINUITY");
        assertThat(title.answer(track, List.of()))
                .isEqualTo(Files.readAllBytes(ROOT.resolve("samples/ts/content/v180/media.m3u8")));
    }

    @Test
    void breaks_are_scheduled_and_their_lists_can_be_served() throws IOException {
        PlaylistSource files = uri -> new PlaylistSource.Fetched(Files.readAllBytes(Path.of(uri)), uri);
        Presentation content = Presentation.load(
                ROOT.resolve("samples/ts/content/multivariant.m3u8").toString(), files);
        Ad ad = Ad.load("ad", ROOT.resolve("samples/ts/ad-10/multivariant.m3u8").toString(), files);
        Map<String, byte[]> documents = new HashMap<>();
        InterstitialResult result = ScheduleInterstitials.schedule(
                content, List.of(new AdBreak(BreakPosition.start(), List.of(ad, ad))), documents);
        assertThat(result.presentation().tracks())
                .hasSize(2)
                .allSatisfy(track -> assertThat(track.playlist().toString())
                        .contains("X-ASSET-LIST=\"https://ads.example/lists/break-0.json\"")
                        .contains("X-RESTRICT=\"SKIP,JUMP\""));
        assertThat(new String(documents.get("https://ads.example/lists/break-0.json"), StandardCharsets.UTF_8))
                .startsWith("{\"ASSETS\":[{\"URI\":\"")
                .contains("\"DURATION\":10.000");
    }

    @Test
    void ads_are_spliced_into_all_renditions() throws IOException {
        VodResult result = SpliceVod.splice(
                ROOT.resolve("samples/ts/content/multivariant.m3u8").toString(),
                ROOT.resolve("samples/ts/ad-10/multivariant.m3u8").toString());
        assertThat(result.plan().points()).hasSize(2);
        assertThat(result.tracks())
                .hasSize(2)
                .allSatisfy(track -> assertThat(track.playlist().segments()).hasSize(9 + 4 + 4));
    }

    private static String mediaFile(String uri) {
        return "<AdSystem>s</AdSystem><AdTitle>t</AdTitle><Impression>https://t.example/i</Impression><Creatives><Creative>"
                + "<Linear><Duration>00:00:10</Duration><TrackingEvents><Tracking event='complete'>https://t.example/c"
                + "</Tracking></TrackingEvents><MediaFiles><MediaFile delivery='streaming' type='application/x-mpegURL'>"
                + uri + "</MediaFile></MediaFiles></Linear></Creative></Creatives>";
    }

    @Test
    void an_ad_response_becomes_a_presentation_and_its_tracking() throws IOException {
        PlaylistSource files = uri -> new PlaylistSource.Fetched(Files.readAllBytes(Path.of(URI.create(uri))), uri);
        Path samples = ROOT.resolve("samples/ts").toRealPath();
        Presentation content = Presentation.load(
                samples.resolve("content/multivariant.m3u8").toUri().toString(), files);
        String vmap =
                "<VMAP version='1.0'><AdBreak timeOffset='50%' breakType='linear' breakId='mid'><AdSource><VASTAdData>"
                        + "<VAST version='4.0'><Ad id='a'><InLine>" + mediaFile("ad-10/multivariant.m3u8")
                        + "</InLine></Ad></VAST></VASTAdData></AdSource></AdBreak></VMAP>";
        ByteArrayOutputStream tracking = new ByteArrayOutputStream();
        VodResult result = StitchAdResponse.stitch(
                content,
                vmap.getBytes(StandardCharsets.UTF_8),
                samples.resolve("vmap.xml").toUri().toString(),
                (uri, timeout) -> {
                    throw new FileNotFoundException(uri);
                },
                files,
                Set.of("file"),
                tracking);
        assertThat(result.plan().points()).hasSize(1);
        assertThat(tracking.toString(StandardCharsets.UTF_8))
                .contains("\"availId\":\"mid\"", "https://t.example/c", "\"eventType\":\"complete\"");
    }

    @Test
    void signalled_breaks_are_filled_with_ads_and_slate() throws IOException {
        String head = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:5\n";
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < 12; i++) {
            text.append(i == 3 ? "#EXT-X-CUE-OUT:20.000\n" : i == 7 ? "#EXT-X-CUE-IN\n" : "")
                    .append("#EXTINF:5.000,\n" + i + ".ts\n");
        }
        Presentation content = Presentation.ofMedia(
                (MediaPlaylist) PlaylistParser.lenient().parse(text + "#EXT-X-ENDLIST\n"),
                "https://cdn.example/c.m3u8");
        Presentation slate = Presentation.ofMedia(
                (MediaPlaylist) PlaylistParser.lenient().parse(head + "#EXTINF:2.5,\nslate.ts\n#EXT-X-ENDLIST\n"),
                "https://cdn.example/s.m3u8");
        List<String> asked = new ArrayList<>();
        VastResolver responses = VastResolver.builder((uri, timeout) -> {
                    asked.add(uri);
                    String vast =
                            "<VAST version='4.0'><Ad id='a'><InLine>" + mediaFile("ad.m3u8") + "</InLine></Ad></VAST>";
                    return new AdResponseSource.Fetched(vast.getBytes(StandardCharsets.UTF_8), uri);
                })
                .build();
        String ad = head + "#EXTINF:5,\na0.ts\n#EXTINF:5,\na1.ts\n#EXT-X-ENDLIST\n";
        VodResult result = FillSignalledBreaks.fill(
                content,
                "https://ads.example/tag?d=[BREAKMAXDURATION]",
                responses,
                AdPresentations.of(uri -> new PlaylistSource.Fetched(ad.getBytes(StandardCharsets.UTF_8), uri)),
                slate);
        assertThat(asked).containsExactly("https://ads.example/tag?d=20");
        assertThat(result.tracks().get(0).playlist().segments().stream()
                        .map(segment -> segment.uri().substring(segment.uri().lastIndexOf('/') + 1)))
                .containsExactly(
                        "0.ts",
                        "1.ts",
                        "2.ts",
                        "a0.ts",
                        "a1.ts",
                        "slate.ts",
                        "slate.ts",
                        "slate.ts",
                        "slate.ts",
                        "7.ts",
                        "8.ts",
                        "9.ts",
                        "10.ts",
                        "11.ts");
    }

    private static LiveSnapshot channel(String rendition, int first, int end) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:5\n");
        text.append("#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        for (int i = first; i < end; i++) {
            text.append(i == 3 ? "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"77\",DURATION=10\n" : "")
                    .append("#EXT-X-PROGRAM-DATE-TIME:2026-02-19T14:54:%02dZ\n".formatted(5 * i))
                    .append("#EXTINF:5.000,\n" + rendition + i + ".ts\n");
        }
        text.append(end == 3 ? "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"77\",DURATION=10\n" : "");
        return LiveSnapshot.of((MediaPlaylist) PlaylistParser.lenient().parse(text.toString()));
    }

    private static String listed(byte[] playlist) {
        return new String(playlist, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.equals("#EXT-X-DISCONTINUITY") || !line.startsWith("#"))
                .map(line -> line.equals("#EXT-X-DISCONTINUITY") ? "|" : line.substring(line.lastIndexOf('/') + 1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_viewer_of_a_live_channel_gets_ads_by_one_decision_for_all_renditions() throws IOException {
        Presentation snapshots = Presentation.load("https://cdn.example/all.m3u8", uri -> {
            String text = uri.endsWith("all.m3u8")
                    ? "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n#EXT-X-STREAM-INF:BANDWIDTH=2\nw\n"
                    : channel("x", 0, 3).playlist().toString();
            return new PlaylistSource.Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
        });
        String ad =
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\na0.ts\n#EXTINF:5,\na1.ts\n#EXT-X-ENDLIST\n";
        StitchLive live = new StitchLive(new MemoryStateStore(100, Duration.ofMinutes(1)), snapshots);
        live.prepare(Ad.load(
                "spring",
                "https://ads.example/spring.m3u8",
                uri -> new PlaylistSource.Fetched(ad.getBytes(StandardCharsets.UTF_8), uri)));
        LiveRendition v = LiveRendition.inPlace("v", "https://cdn.example/v");
        LiveRendition w = LiveRendition.inPlace("w", "https://cdn.example/w");
        Map<String, List<String>> answer = Map.of("77", List.of("spring"));
        List<String> asked = new ArrayList<>();

        live.answer("anna", v, channel("v", 0, 3), Map.of(), signalled -> asked.add(signalled.id()));
        assertThat(asked).containsExactly("77");
        assertThat(listed(live.answer("anna", v, channel("v", 0, 4), answer, signalled -> {})))
                .isEqualTo("v0.ts v1.ts v2.ts | a0.ts");
        assertThat(listed(live.answer("anna", w, channel("w", 0, 6), Map.of(), signalled -> {})))
                .isEqualTo("w0.ts w1.ts w2.ts | a0.ts a1.ts | w5.ts");
        assertThat(listed(live.answer("anna", v, channel("v", 1, 6), Map.of(), signalled -> {})))
                .isEqualTo("v1.ts v2.ts | a0.ts a1.ts | v5.ts");
        assertThat(listed(live.answer("anna", v, channel("v", 0, 4), Map.of(), signalled -> {})))
                .isEqualTo("v1.ts v2.ts | a0.ts a1.ts | v5.ts");
        assertThat(listed(live.answer("boris", v, channel("v", 0, 4), Map.of(), signalled -> {})))
                .isEqualTo("v0.ts v1.ts v2.ts v3.ts");
    }

    @Test
    void beacons_are_sent_once_and_again_only_if_sending_failed() {
        VastAd response = VastParser.create()
                .parse(("<VAST version='4.0'><Ad><InLine>" + mediaFile("x") + "</InLine></Ad></VAST>")
                        .getBytes(StandardCharsets.UTF_8))
                .ads()
                .get(0);
        Ad ad = new Ad("a", Optional.empty(), Optional.empty(), "", Optional.of(response));
        AdBreak adBreak = new AdBreak(BreakPosition.start(), List.of(ad));
        TrackingSchedule schedule = TrackingSchedule.builder()
                .add(1, adBreak, 0, List.of(new PlayedAd(ad, 0, 10_000_000_000L, 10_000_000_000L)))
                .build();
        List<String> called = new ArrayList<>();
        Set<String> sent = Set.of();
        for (int i = 0; i < 3; i++) {
            boolean works = i > 0;
            sent = SendBeacons.send(
                    schedule, sent, Duration.ZERO, Duration.ofSeconds(10), Instant.EPOCH, new Random(1), url -> {
                        called.add(url);
                        return works;
                    });
        }
        assertThat(called).containsExactly("https://t.example/i", "https://t.example/i", "https://t.example/c");
        assertThat(sent).hasSize(2);
    }
}
