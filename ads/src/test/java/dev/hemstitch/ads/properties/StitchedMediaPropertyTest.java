package dev.hemstitch.ads.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceReader;
import dev.hemstitch.core.validation.CompatibilityVersion;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** P8 for media playlists alone: content and ads keep order and identity in effective terms. */
class StitchedMediaPropertyTest {
    private static final int RUNS = 2_000;

    private final Map<String, GeneratedMedia> ads = new HashMap<>();

    @Test
    void P8_content_and_ads_keep_order_and_identity_in_effective_terms() throws IOException {
        int stitched = 0;
        int points = 0;
        int segments = 0;
        long seed = 0;
        for (; stitched < RUNS; seed++) {
            Optional<GeneratedMedia> content = GeneratedMedia.of(seed, false);
            List<AdBreak> breaks = content.isPresent() ? breaks(seed, content.get()) : List.of();
            if (breaks.isEmpty()) {
                continue;
            }
            StitchOptions options = options(new SplittableRandom(seed));
            VodResult result = stitch(content.get(), breaks, options, seed);
            assertThat(result.plan().refusedAds()).as("seed " + seed).isEmpty();
            if (!result.plan().points().isEmpty()) {
                segments += check(content.get(), result, options, "seed " + seed);
                points += result.plan().points().size();
                stitched++;
            }
        }
        System.out.println("P8: " + stitched + " stitched media playlists of " + seed + " generated, " + points
                + " breaks, " + segments + " segments");
    }

    /** One to four breaks with one or two ads of the content's container each; none if none is found. */
    private List<AdBreak> breaks(long seed, GeneratedMedia content) {
        List<Ad> found = new ArrayList<>();
        for (long other = seed * 31 + 1_000_000; found.size() < 2 && other < seed * 31 + 1_000_080; other++) {
            GeneratedMedia.of(other, true).filter(content::fits).ifPresent(ad -> found.add(ad(ad)));
        }
        SplittableRandom random = new SplittableRandom(~seed);
        List<AdBreak> breaks = new ArrayList<>();
        for (int i = random.nextInt(1, 5); !found.isEmpty() && i > 0; i--) {
            int percent = random.nextInt(-10, 111);
            String position = percent < 0 ? "start" : percent > 100 ? "end" : percent + "%";
            List<Ad> pod = random.nextBoolean() ? found : found.subList(0, 1);
            breaks.add(new AdBreak(BreakPosition.parse(position).orElseThrow(), pod));
        }
        return breaks;
    }

    private Ad ad(GeneratedMedia ad) {
        ads.put(ad.uri(), ad);
        return Ad.load(ad.uri(), ad.uri(), uri -> new PlaylistSource.Fetched(Playlists.bytes(ad.text()), uri));
    }

    private static StitchOptions options(SplittableRandom random) {
        DatePolicy dates = List.of(DatePolicy.values()).get(random.nextInt(3));
        MarkerStyle markers = List.of(MarkerStyle.values()).get(random.nextInt(dates == DatePolicy.DROP ? 2 : 3));
        return StitchOptions.DEFAULT.toBuilder()
                .mode(List.of(SpliceMode.values()).get(random.nextInt(2)))
                .snap(List.of(SnapPolicy.values()).get(random.nextInt(3)))
                .dates(dates)
                .markers(markers)
                .build();
    }

    private static VodResult stitch(GeneratedMedia content, List<AdBreak> breaks, StitchOptions options, long seed)
            throws IOException {
        Presentation presentation = Presentation.load(
                content.uri(), uri -> new PlaylistSource.Fetched(Playlists.bytes(content.text()), uri));
        List<String> places = List.of(
                content.uri(),
                "https://origin.example/live/other.m3u8",
                "https://cdn.example/x.m3u8",
                "https://origin.example/live/a(b).ism/out.m3u8");
        String place = places.get((int) (seed % places.size()));
        return new VodStitcher(options).stitch(presentation, breaks, new OutputLocations() {
            @Override
            public String multivariant() {
                return place;
            }

            @Override
            public String playlist(Track track) {
                return place;
            }
        });
    }

    private int check(GeneratedMedia content, VodResult result, StitchOptions options, String what) {
        byte[] bytes = PlaylistWriter.toBytes(result.tracks().get(0).playlist());
        EffectivePlaylist output = ReferenceReader.read(bytes);
        List<EffectiveSegment> actual = output.segments().stream()
                .map(segment -> segment.resolvedAgainst(result.tracks().get(0).uri()))
                .toList();
        EffectiveTerms.assertSame(actual, expected(content, result, true), what);
        List<EffectiveSegment> kept = expected(content, result, false);
        EffectiveTerms.assertSame(withoutAds(actual, result), kept, what);
        if (options.mode() == SpliceMode.INSERT) {
            EffectiveTerms.assertSame(kept, content.segments(), what);
        }
        checkLines(new String(bytes, StandardCharsets.UTF_8).lines().toList(), what);
        checkHeader(content, output, bytes, what);
        if (options.datePolicy() == DatePolicy.SHIFT) {
            assertThat(actual.stream().flatMap(segment -> segment.derivedProgramDateTime().stream()))
                    .as(what)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        return actual.size();
    }

    /** The output without as many segments as the ads have where the plan has them. */
    private List<EffectiveSegment> withoutAds(List<EffectiveSegment> actual, VodResult result) {
        List<EffectiveSegment> left = new ArrayList<>(actual);
        int removed = 0;
        for (SplicePoint point : result.plan().points()) {
            int from = point.cuts().get(0).cutIndex() - removed;
            for (PreparedAd ad : point.ads()) {
                left.subList(from, from + ads.get(ad.ad().id()).segments().size())
                        .clear();
            }
            removed += point.cuts().get(0).resumeIndex() - point.cuts().get(0).cutIndex();
        }
        return left;
    }

    /** What the plan says, put together from the sources. */
    private List<EffectiveSegment> expected(GeneratedMedia content, VodResult result, boolean withAds) {
        List<EffectiveSegment> source = content.segments();
        List<EffectiveSegment> expected = new ArrayList<>();
        int at = 0;
        for (SplicePoint point : result.plan().points()) {
            TrackCut cut = point.cuts().get(0);
            expected.addAll(source.subList(at, cut.cutIndex()));
            for (PreparedAd ad : withAds ? point.ads() : List.<PreparedAd>of()) {
                expected.addAll(ads.get(ad.ad().id()).segments());
            }
            at = cut.resumeIndex();
        }
        expected.addAll(source.subList(at, source.size()));
        return expected;
    }

    private static void checkLines(List<String> lines, String what) {
        assertThat(lines.stream().filter("#EXT-X-ENDLIST"::equals)).as(what).hasSize(1);
        assertThat(lines.get(lines.size() - 1)).as(what).isEqualTo("#EXT-X-ENDLIST");
        int discontinuities = 0;
        for (String line : lines) {
            discontinuities = line.equals("#EXT-X-DISCONTINUITY")
                    ? discontinuities + 1
                    : line.startsWith("#") || line.isBlank() ? discontinuities : 0;
            assertThat(discontinuities).as(what).isLessThan(2);
        }
    }

    private static void checkHeader(GeneratedMedia content, EffectivePlaylist output, byte[] bytes, String what) {
        int declared = ReferenceReader.read(content.text())
                .header()
                .version()
                .orElse(BigInteger.ONE)
                .intValueExact();
        boolean defines = content.text().contains("#EXT-X-DEFINE");
        boolean queries = content.text().contains("#EXT-X-DEFINE:QUERYPARAM");
        if ((defines && declared == 8) || (queries && declared == 11)) {
            // Only its variables, which are replaced, ask for that.
            Playlist source = PlaylistParser.lenient().parse(content.text());
            declared = CompatibilityVersion.of(source.substitute(Variables.of(source, Variables.NONE, "")))
                    .version();
        }
        int needed =
                CompatibilityVersion.of(PlaylistParser.lenient().parse(bytes)).version();
        assertThat(output.header().version().orElse(BigInteger.ONE)).as(what).isEqualTo(Math.max(declared, needed));
        BigDecimal longest = output.segments().stream()
                .map(EffectiveSegment::duration)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        assertThat(output.header().targetDuration().orElseThrow())
                .as(what)
                .isGreaterThanOrEqualTo(
                        longest.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
