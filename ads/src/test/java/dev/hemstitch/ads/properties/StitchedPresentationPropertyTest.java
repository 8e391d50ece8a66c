package dev.hemstitch.ads.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.rules.Stitched;
import dev.hemstitch.ads.rules.Stitching;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** P8 for presentations of video, audio, subtitles and I-frames whose segments differ in length. */
class StitchedPresentationPropertyTest {
    private static final int RUNS = 2_000;

    @Test
    void P8_all_renditions_have_the_same_assets_and_each_keeps_its_segments() {
        int points = 0;
        int refused = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean fragmented = random.nextBoolean();
            DatePolicy dates = List.of(DatePolicy.values()).get(random.nextInt(2));
            StitchOptions.Builder options = StitchOptions.DEFAULT.toBuilder()
                    .mode(List.of(SpliceMode.values()).get(random.nextInt(2)))
                    .markers(List.of(MarkerStyle.values()).get(random.nextInt(3)))
                    .dates(dates);
            Stitching stitching =
                    GeneratedPresentation.content(random, fragmented).options(options);
            List<Ad> ads = new ArrayList<>();
            for (String id : List.of("one", "two")) {
                ads.add(stitching
                        .withAd(id, GeneratedPresentation.ad(random, fragmented))
                        .ad(id));
            }
            for (int i = random.nextInt(1, 7); i > 0; i--) {
                int percent = random.nextInt(-10, 111);
                String position = percent < 0 ? "start" : percent > 100 ? "end" : percent + "%";
                stitching.at(position, random.nextBoolean() ? ads : ads.subList(0, 1));
            }
            Stitched stitched =
                    random.nextBoolean() ? stitching.stitch() : stitching.stitchTo("https://cdn.example/out/");
            assertThat(stitched.plan().refusedAds()).as("seed " + seed).isEmpty();
            check(stitched, dates, "seed " + seed);
            points += stitched.plan().points().size();
            refused += stitched.plan().refusedBreaks().size();
        }
        System.out.println("P8: " + RUNS + " stitched presentations of 4 renditions, " + points + " breaks, " + refused
                + " refused");
    }

    private static void check(Stitched stitched, DatePolicy dates, String what) {
        List<List<String>> assets = new ArrayList<>();
        for (int track = 0; track < stitched.result().tracks().size(); track++) {
            List<EffectiveSegment> actual = stitched.segments(track);
            List<String> expectedAssets = new ArrayList<>();
            EffectiveTerms.assertSame(actual, expected(stitched, track, expectedAssets), what + ", track " + track);
            assets.add(assets(actual, expectedAssets));
            assertThat(stitched.playlist(track).header().targetDuration()).contains(BigInteger.valueOf(12));
            boolean dated = actual.get(0).derivedProgramDateTime().isPresent();
            if (dated && dates == DatePolicy.SHIFT) {
                assertIncreasing(stitched.dates(track), expectedAssets, track, what);
            }
            if (dated) {
                assertThat(actual.stream().filter(EffectiveSegment::discontinuity))
                        .as(what)
                        .allMatch(segment -> segment.programDateTime().isPresent());
            }
        }
        assertThat(assets).as(what).containsOnly(assets.get(0));
    }

    /**
     * Dates are those of the first track, so that renditions agree; on the others an ad's dates and the content's may
     * overlap by the skew.
     */
    private static void assertIncreasing(List<Instant> dates, List<String> assets, int track, String what) {
        if (track == 0) {
            assertThat(dates).as(what).isSorted().doesNotHaveDuplicates();
        }
        assertThat(IntStream.range(0, dates.size())
                        .filter(i -> assets.get(i).equals("content"))
                        .mapToObj(dates::get))
                .as(what)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** What the plan says, put together from the sources, and the asset of each segment. */
    private static List<EffectiveSegment> expected(Stitched stitched, int track, List<String> assets) {
        List<EffectiveSegment> source =
                stitched.source(stitched.result().tracks().get(track).content().uri());
        List<EffectiveSegment> expected = new ArrayList<>();
        int at = 0;
        for (SplicePoint point : stitched.plan().points()) {
            TrackCut cut = point.cuts().get(track);
            add(source.subList(at, cut.cutIndex()), "content", expected, assets);
            for (int i = 0; i < point.ads().size(); i++) {
                PreparedAd ad = point.ads().get(i);
                AdTrack own = ad.tracks().get(track);
                add(stitched.source(own.source().uri()), ad.ad().id() + i + point.breaks(), expected, assets);
            }
            at = cut.resumeIndex();
        }
        add(source.subList(at, source.size()), "content", expected, assets);
        return expected;
    }

    private static void add(
            List<EffectiveSegment> more, String asset, List<EffectiveSegment> all, List<String> assets) {
        all.addAll(more);
        more.forEach(segment -> assets.add(asset));
    }

    private static List<String> assets(List<EffectiveSegment> segments, List<String> names) {
        List<String> assets = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String asset = names.get(i) + "=" + segments.get(i).discontinuitySequence();
            if (assets.isEmpty() || !assets.get(assets.size() - 1).equals(asset)) {
                assets.add(asset);
            }
        }
        return assets;
    }
}
