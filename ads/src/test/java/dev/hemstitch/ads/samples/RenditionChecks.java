package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.samples.ExpectedOutput.Item;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.core.reference.EffectiveByteRange;
import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveMap;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of one media playlist of the output against what it must play. */
final class RenditionChecks {
    private final Rendition output;
    private final Rendition content;
    private final List<Item> expected;

    /** What of a segment decides what plays. */
    private record Played(
            String uri,
            Optional<EffectiveByteRange> byteRange,
            List<EffectiveKey> keys,
            Optional<EffectiveMap> map,
            BigDecimal duration,
            boolean gap) {
        static Played of(EffectiveSegment segment) {
            return new Played(
                    segment.uri(),
                    segment.byteRange(),
                    segment.keys(),
                    segment.map(),
                    segment.duration(),
                    segment.gap());
        }
    }

    RenditionChecks(Rendition output, Rendition content, List<Item> expected) {
        this.output = output;
        this.content = content;
        this.expected = expected;
    }

    void playsWhatItMust() {
        assertThat(output.segments())
                .extracting(Played::of)
                .containsExactlyElementsOf(
                        expected.stream().map(item -> Played.of(item.segment())).toList());
    }

    void hasOneDiscontinuityWhereTheSourceChanges() {
        int changes = 0;
        for (int i = 0; i < expected.size(); i++) {
            boolean change =
                    i > 0 && expected.get(i).stretch() != expected.get(i - 1).stretch();
            assertThat(output.segments().get(i).discontinuity())
                    .as("discontinuity before segment %d", i)
                    .isEqualTo(change);
            changes += change ? 1 : 0;
        }
        assertThat(lines("#EXT-X-DISCONTINUITY")).hasSize(changes);
    }

    /** Which stretch has which discontinuity sequence number. */
    List<String> stretches() {
        List<String> stretches = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Item item = expected.get(i);
            stretches.add(item.stretch() + " " + item.source() + " "
                    + output.segments().get(i).discontinuitySequence());
        }
        return stretches.stream().distinct().toList();
    }

    void hasTheDatesOfTheContentAndOfTheBreaks() {
        for (int i = 0; i < expected.size(); i++) {
            EffectiveSegment segment = output.segments().get(i);
            Optional<Instant> date = expected.get(i).date();
            assertThat(segment.derivedProgramDateTime())
                    .as("date of segment %d", i)
                    .isEqualTo(date);
            if (segment.discontinuity()) {
                assertThat(segment.programDateTime().isPresent())
                        .as("date written at segment %d", i)
                        .isEqualTo(date.isPresent());
            }
        }
    }

    void hasDatesThatRise() {
        for (int i = 1; i < expected.size(); i++) {
            Instant before =
                    output.segments().get(i - 1).derivedProgramDateTime().orElseThrow();
            assertThat(output.segments().get(i).derivedProgramDateTime().orElseThrow())
                    .as("date of segment %d", i)
                    .isAfter(before);
        }
    }

    /** The header is the content's, but for target duration and version. */
    void hasTheHeaderOfTheContent() {
        assertThat(output.playlist().header().playlistType())
                .isEqualTo(content.playlist().header().playlistType());
        assertThat(output.playlist().header().iFramesOnly())
                .isEqualTo(content.playlist().header().iFramesOnly());
        assertThat(output.playlist().header().independentSegments())
                .isEqualTo(content.playlist().header().independentSegments());
        assertThat(output.playlist().header().mediaSequence())
                .isEqualTo(content.playlist().header().mediaSequence());
        assertThat(output.text()).startsWith("#EXTM3U\n").endsWith("\n#EXT-X-ENDLIST\n");
        assertThat(lines("#EXT-X-ENDLIST")).hasSize(1);
        assertThat(lines("#EXT-X-TARGETDURATION:")).hasSize(1);
        assertThat(lines("#EXT-X-MEDIA-SEQUENCE:")).hasSizeLessThan(2);
        assertThat(output.text()).as("URIs are relative").doesNotContain("file:");
    }

    /** The longest segment that it must play, rounded as 4.4.3.1 has it, but not less than the content says. */
    BigInteger neededTargetDuration() {
        return expected.stream()
                .map(item -> item.segment()
                        .duration()
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigIntegerExact())
                .reduce(content.playlist().header().targetDuration().orElseThrow(), BigInteger::max);
    }

    void hasTargetDuration(BigInteger wanted) {
        assertThat(output.playlist().header().targetDuration()).contains(wanted);
    }

    void hasTheVersionThatItNeeds() {
        boolean iv = lines("#EXT-X-KEY:").stream().anyMatch(line -> line.contains(",IV="));
        boolean ranges = output.playlist().header().iFramesOnly()
                || !lines("#EXT-X-BYTERANGE:").isEmpty();
        int map = output.playlist().header().iFramesOnly() ? 5 : 6;
        int needed = Math.max(
                Math.max(lines("#EXTINF:").stream().anyMatch(line -> line.contains(".")) ? 3 : 1, iv ? 2 : 1),
                Math.max(ranges ? 4 : 1, lines("#EXT-X-MAP:").isEmpty() ? 1 : map));
        BigInteger wanted = content.playlist().header().version().orElseThrow().max(BigInteger.valueOf(needed));
        assertThat(lines("#EXT-X-VERSION:")).containsExactly("#EXT-X-VERSION:" + wanted);
    }

    void namesFilesThatAreThere() {
        for (EffectiveSegment segment : output.segments()) {
            isThere(segment.uri(), segment.byteRange());
            segment.map().ifPresent(map -> isThere(map.uri(), map.byteRange()));
            segment.keys().forEach(key -> isThere(key.uri().orElseThrow(), Optional.empty()));
        }
    }

    private static void isThere(String uri, Optional<EffectiveByteRange> range) {
        assertThat(Samples.path(uri)).isRegularFile();
        try {
            long size = Files.size(Samples.path(uri));
            range.ifPresent(bytes -> assertThat(bytes.offset().orElseThrow().add(bytes.length()))
                    .as("end of the range in %s", uri)
                    .isLessThanOrEqualTo(BigInteger.valueOf(size)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String start) {
        return output.text()
                .lines()
                .filter(line -> start.endsWith(":") ? line.startsWith(start) : line.equals(start))
                .toList();
    }
}
