package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.samples.ReferencePresentation.Kind;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks of the output's multivariant playlist against those of the content and of the ads that play. */
final class MultivariantChecks {
    private static final List<String> BANDWIDTHS = List.of("BANDWIDTH", "AVERAGE-BANDWIDTH");

    private final StitchedSample stitched;
    private final ReferencePresentation output;
    private final ReferencePresentation content;
    private final List<ReferencePresentation> ads;

    MultivariantChecks(
            StitchedSample stitched,
            ReferencePresentation output,
            ReferencePresentation content,
            List<ReferencePresentation> ads) {
        this.stitched = stitched;
        this.output = output;
        this.content = content;
        this.ads = ads;
    }

    void namesAllThatWasWritten() {
        List<String> named =
                new ArrayList<>(output.renditions().stream().map(Rendition::uri).toList());
        named.add(stitched.uri());
        assertThat(named).containsExactlyInAnyOrderElementsOf(stitched.written().keySet());
        assertThat(new String(stitched.written().get(stitched.uri()), StandardCharsets.UTF_8))
                .doesNotContain("file:");
    }

    void saysOfEachRenditionWhatTheContentSays() {
        assertThat(output.multivariant().version())
                .isEqualTo(content.multivariant().version());
        assertThat(output.multivariant().independentSegments())
                .isEqualTo(content.multivariant().independentSegments());
        assertThat(output.multivariant().otherTags()).isEmpty();
        assertThat(output.renditions()).hasSameSizeAs(content.renditions());
        for (int i = 0; i < output.renditions().size(); i++) {
            assertThat(attributes(output.renditions().get(i)))
                    .isEqualTo(attributes(content.renditions().get(i)));
        }
    }

    private static Map<String, String> attributes(Rendition rendition) {
        Map<String, String> attributes = new TreeMap<>(rendition.attributes().raw());
        BANDWIDTHS.forEach(attributes::remove);
        attributes.remove("URI");
        return attributes;
    }

    /** Each bandwidth is the greatest of the content's and of the ads'. */
    void hasBandwidthsThatBoundTheAds() {
        for (int i = 0; i < output.renditions().size(); i++) {
            int index = i;
            if (output.renditions().get(i).attributes().raw().containsKey("BANDWIDTH")) {
                for (String name : BANDWIDTHS) {
                    BigInteger greatest = ads.stream()
                            .map(ad -> bandwidth(ad, index, name))
                            .reduce(bandwidth(content, index, name), BigInteger::max);
                    assertThat(bandwidth(output, index, name))
                            .as("%s of %s", name, output.renditions().get(i).uri())
                            .isEqualTo(greatest);
                }
            }
        }
    }

    private static BigInteger bandwidth(ReferencePresentation presentation, int rendition, String name) {
        return new BigInteger(
                presentation.renditions().get(rendition).attributes().text(name).orElseThrow());
    }

    /** No run of segments across a seam, and not the whole, has more bits per second than is said. */
    void hasBandwidthsThatBoundTheFiles() {
        for (int i = 0; i < output.renditions().size(); i++) {
            Rendition rendition = output.renditions().get(i);
            if (rendition.kind() == Kind.MAIN) {
                BigDecimal others = greatestRate(Kind.AUDIO).add(greatestRate(Kind.SUBTITLES));
                assertThat(averageRate(rendition).add(others))
                        .as("bits per second of %s", rendition.uri())
                        .isLessThanOrEqualTo(new BigDecimal(bandwidth(output, i, "AVERAGE-BANDWIDTH")));
                if (others.signum() == 0) {
                    assertThat(peakRate(rendition))
                            .as("peak bits per second of %s", rendition.uri())
                            .isLessThanOrEqualTo(new BigDecimal(bandwidth(output, i, "BANDWIDTH")));
                }
            }
        }
    }

    private BigDecimal greatestRate(Kind kind) {
        return output.renditions().stream()
                .filter(rendition -> rendition.kind() == kind)
                .map(MultivariantChecks::averageRate)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static BigDecimal averageRate(Rendition rendition) {
        return rate(rendition.segments());
    }

    /** The highest rate of all runs that last 0.5 to 1.5 target durations: RFC 8216bis, 4.4.6.2. */
    private static BigDecimal peakRate(Rendition rendition) {
        BigDecimal target =
                new BigDecimal(rendition.playlist().header().targetDuration().orElseThrow());
        List<EffectiveSegment> segments = rendition.segments();
        BigDecimal peak = BigDecimal.ZERO;
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 1; j <= segments.size(); j++) {
                BigDecimal doubled = seconds(segments.subList(i, j)).multiply(BigDecimal.valueOf(2));
                if (doubled.compareTo(target) >= 0 && doubled.compareTo(target.multiply(BigDecimal.valueOf(3))) <= 0) {
                    peak = peak.max(rate(segments.subList(i, j)));
                }
            }
        }
        return peak;
    }

    private static BigDecimal rate(List<EffectiveSegment> segments) {
        long bytes = segments.stream().mapToLong(MultivariantChecks::size).sum();
        return BigDecimal.valueOf(8 * bytes).divide(seconds(segments), 0, RoundingMode.FLOOR);
    }

    private static BigDecimal seconds(List<EffectiveSegment> segments) {
        return segments.stream().map(EffectiveSegment::duration).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long size(EffectiveSegment segment) {
        try {
            return segment.byteRange().isPresent()
                    ? segment.byteRange().get().length().longValueExact()
                    : Files.size(Samples.path(segment.uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
