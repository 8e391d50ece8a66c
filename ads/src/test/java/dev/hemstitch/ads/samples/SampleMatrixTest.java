package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.samples.ExpectedOutput.Item;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of sample presentation, every kind of break, every mode and every place of output. */
class SampleMatrixTest {
    private static final Samples SAMPLES = Samples.ofRepository();
    private static final AtomicInteger PLAYLISTS = new AtomicInteger();
    private static final AtomicInteger SEGMENTS = new AtomicInteger();
    private static final AtomicInteger DECRYPTED = new AtomicInteger();

    record Case(SampleKind kind, BreakPlan plan, SpliceMode mode, OutputPlace place) {
        StitchedSample stitched() {
            return StitchedSample.of(SAMPLES, kind, plan, mode, place);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (SampleKind kind : SampleKind.values()) {
            for (BreakPlan plan : BreakPlan.values()) {
                for (SpliceMode mode : SpliceMode.values()) {
                    for (OutputPlace place : OutputPlace.values()) {
                        cases.add(new Case(kind, plan, mode, place));
                    }
                }
            }
        }
        return cases.stream();
    }

    static Stream<Case> encryptedCases() {
        return cases().filter(sample -> sample.kind == SampleKind.AES128);
    }

    @AfterAll
    static void sayHowMuchWasChecked() {
        assertThat(SEGMENTS.get()).isPositive();
        System.out.printf(
                "Samples: %d media playlists of %d outputs checked, %d segments; %d segments decrypted%n",
                PLAYLISTS.get(), cases().count(), SEGMENTS.get(), DECRYPTED.get());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRenditionPlaysContentAndAdsAsAskedFor(Case sample) {
        StitchedSample stitched = sample.stitched();
        assertThat(stitched.result().plan().refusedBreaks()).isEmpty();
        assertThat(stitched.result().plan().refusedAds()).isEmpty();
        ReferencePresentation content = SAMPLES.reference(sample.kind, "content");
        ReferencePresentation output = stitched.read();
        assertThat(output.renditions()).hasSameSizeAs(content.renditions());
        List<List<String>> stretches = new ArrayList<>();
        for (int i = 0; i < content.renditions().size(); i++) {
            RenditionChecks checks = checks(stitched, content, output, i);
            checks.playsWhatItMust();
            checks.hasOneDiscontinuityWhereTheSourceChanges();
            checks.namesFilesThatAreThere();
            stretches.add(checks.stretches());
            PLAYLISTS.incrementAndGet();
            SEGMENTS.addAndGet(output.renditions().get(i).segments().size());
        }
        assertThat(stretches)
                .as("discontinuity sequence numbers of all renditions")
                .containsOnly(stretches.get(0));
    }

    private static RenditionChecks checks(
            StitchedSample stitched, ReferencePresentation content, ReferencePresentation output, int index) {
        List<Item> expected = stitched.expected().items(index);
        return new RenditionChecks(
                output.renditions().get(index), content.renditions().get(index), expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void headersFitWhatPlays(Case sample) {
        StitchedSample stitched = sample.stitched();
        ReferencePresentation content = SAMPLES.reference(sample.kind, "content");
        ReferencePresentation output = stitched.read();
        BigInteger common = BigInteger.ZERO;
        for (int i = 0; i < content.renditions().size(); i++) {
            RenditionChecks checks = checks(stitched, content, output, i);
            checks.hasTheHeaderOfTheContent();
            checks.hasTheVersionThatItNeeds();
            if (!content.renditions().get(i).kind().hasOwnTargetDuration()) {
                common = common.max(checks.neededTargetDuration());
            }
        }
        for (int i = 0; i < content.renditions().size(); i++) {
            RenditionChecks checks = checks(stitched, content, output, i);
            boolean own = content.renditions().get(i).kind().hasOwnTargetDuration();
            checks.hasTargetDuration(own ? checks.neededTargetDuration() : common);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void datesAreThoseOfTheContentAndOfTheBreaks(Case sample) {
        StitchedSample stitched = sample.stitched();
        ReferencePresentation content = SAMPLES.reference(sample.kind, "content");
        ReferencePresentation output = stitched.read();
        for (int i = 0; i < content.renditions().size(); i++) {
            RenditionChecks checks = checks(stitched, content, output, i);
            checks.hasTheDatesOfTheContentAndOfTheBreaks();
            Rendition own = content.renditions().get(i);
            if (sample.mode == SpliceMode.INSERT
                    && own.segments().get(0).derivedProgramDateTime().isPresent()) {
                checks.hasDatesThatRise();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void multivariantPlaylistIsTrueOfTheOutput(Case sample) {
        StitchedSample stitched = sample.stitched();
        List<ReferencePresentation> ads = stitched.expected().adNames().stream()
                .map(name -> SAMPLES.reference(sample.kind, name))
                .toList();
        MultivariantChecks checks =
                new MultivariantChecks(stitched, stitched.read(), SAMPLES.reference(sample.kind, "content"), ads);
        checks.namesAllThatWasWritten();
        checks.saysOfEachRenditionWhatTheContentSays();
        checks.hasBandwidthsThatBoundTheAds();
        checks.hasBandwidthsThatBoundTheFiles();
    }

    /** Key and initialization vector in force at each place of the output give the same media as at the source. */
    @ParameterizedTest
    @MethodSource("encryptedCases")
    void encryptedSegmentsDecryptToTheMediaOfTheirSource(Case sample) {
        StitchedSample stitched = sample.stitched();
        ReferencePresentation output = stitched.read();
        for (int i = 0; i < output.renditions().size(); i++) {
            List<Item> expected = stitched.expected().items(i);
            List<EffectiveSegment> segments = output.renditions().get(i).segments();
            for (int j = 0; j < expected.size(); j++) {
                byte[] clear = Decryption.clearBytes(segments.get(j));
                assertThat(clear)
                        .as("segment %d", j)
                        .isEqualTo(Decryption.clearBytes(expected.get(j).segment()))
                        .startsWith(0x47);
                DECRYPTED.addAndGet(segments.get(j).keys().size());
            }
        }
    }
}
