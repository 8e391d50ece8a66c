package dev.hemstitch.ads.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real responses that nobody of this project wrote, each with what must come of it. */
class VastCorpusTest {
    private static final Path ROOT = Path.of("../../shared/corpus/vast");

    /**
     * File → version; then each ad: identifier, {@code >} and the URI of a wrapper, impressions, creatives, linear media
     * files; or the error code of a file that is refused.
     */
    private static final Map<String, String> READ = new TreeMap<>(Map.ofEntries(
            Map.entry("empty-no-ad.xml", "4.3"),
            Map.entry("empty-no-creative.xml", "4.3 -(i0 c0 m0)"),
            Map.entry("inline-linear.xml", "4.3 20001(i1 c1 m1)"),
            Map.entry("invalid-xmlfile.xml", "100"),
            Map.entry("outdated-vast.xml", "102"),
            Map.entry("sample.xml", "4.3 ad_id_0001(i3 c3 m2) ad_id_0002(i1 c1 m1) 101"),
            Map.entry("vpaid.xml", "4.3 VPAID(i0 c2 m1)"),
            Map.entry("vpaid2.xml", "4.3 preroll-1(i0 c2 m1)"),
            Map.entry("wrapper-a.xml", "4.3 4321>wrapper-b.xml(i1 c4 m0) 2032>vpaid.xml(i1 c1 m0)"),
            Map.entry(
                    "wrapper-attributes-multiple-ads.xml",
                    "4.3 201>sample.xml(i1 c1 m0) 202>wrapper-b.xml(i1 c1 m0) 203>wrapper-b.xml(i1 c1 m0)"
                            + " 204>sample.xml(i1 c1 m0)"),
            Map.entry("wrapper-b.xml", "4.3 1234>sample.xml(i2 c3 m0)"),
            Map.entry("wrapper-empty-no-creative.xml", "4.3 ->empty-no-creative.xml(i1 c1 m0)"),
            Map.entry("wrapper-empty.xml", "4.3 ->empty-no-ad.xml(i1 c2 m0)"),
            Map.entry("wrapper-legacy.xml", "2.0 ->inline-linear.xml(i1 c2 m0)"),
            Map.entry(
                    "wrapper-multiple-ads.xml",
                    "4.3 201>sample.xml(i1 c1 m0) 20011>vpaid.xml(i1 c1 m0) 20012>inline-linear.xml(i1 c1 m0)"
                            + " 2032>vpaid2.xml(i1 c1 m0)"),
            Map.entry("wrapper-unavailable-url.xml", "4.3 ->invalid-url(i1 c2 m0)")));

    /**
     * File → the pod, the ads that stand alone, the failures: error code and what is called. By the standard: where a
     * wrapper allows no multiple ads, {@code sample.xml} gives its second ad, the only one without a sequence.
     */
    private static final Map<String, String> RESOLVED = new TreeMap<>(Map.ofEntries(
            Map.entry("empty-no-ad.xml", "[] [] 303(http://example.com/empty-no-ad)"),
            Map.entry("empty-no-creative.xml", "[] [-(i0 c0 m0)]"),
            Map.entry("inline-linear.xml", "[] [20001(i1 c1 m1)]"),
            Map.entry("sample.xml", "[ad_id_0001(i3 c3 m2)] [ad_id_0002(i1 c1 m1)]"),
            Map.entry("vpaid.xml", "[] [VPAID(i0 c2 m1)]"),
            Map.entry("vpaid2.xml", "[] [preroll-1(i0 c2 m1)]"),
            Map.entry("wrapper-a.xml", "[] [ad_id_0002(i4 c3 m1), VPAID(i1 c3 m1)]"),
            Map.entry(
                    "wrapper-attributes-multiple-ads.xml",
                    "[ad_id_0001(i4 c4 m2)] [ad_id_0002(i2 c2 m1), ad_id_0002(i4 c3 m1), ad_id_0002(i2 c2 m1)]"
                            + " 302(http://example.com/error, http://example.com/wrapperB-error)"),
            Map.entry("wrapper-b.xml", "[] [ad_id_0002(i3 c2 m1)]"),
            Map.entry("wrapper-empty-no-creative.xml", "[] [-(i1 c0 m0)]"),
            Map.entry(
                    "wrapper-empty.xml",
                    "[] [] 303(http://example.com/wrapper-empty_wrapper-error, http://example.com/empty-no-ad)"),
            Map.entry("wrapper-legacy.xml", "[] [20001(i2 c2 m1)]"),
            Map.entry(
                    "wrapper-multiple-ads.xml",
                    "[VPAID(i1 c3 m1), 20001(i2 c2 m1)] [ad_id_0002(i2 c2 m1), preroll-1(i1 c3 m1)]"),
            Map.entry(
                    "wrapper-unavailable-url.xml",
                    "[] [] 301(http://example.com/wrapper-invalid-xmlfile_wrapper-error)")));

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(Files.isDirectory(ROOT), "the corpus of real ad responses is not at " + ROOT);
    }

    static Set<String> read() {
        return READ.keySet();
    }

    static Set<String> resolved() {
        return RESOLVED.keySet();
    }

    private static VastResponse parse(String file) throws IOException {
        return VastParser.create().parse(Files.readAllBytes(ROOT.resolve(file)));
    }

    private static String summary(VastAd ad) {
        long media = ad.creatives().stream()
                .flatMap(creative -> creative.linear().stream())
                .mapToLong(linear -> linear.mediaFiles().size())
                .sum();
        return ad.id().orElse("-")
                + ad.wrapper().map(w -> ">" + w.vastAdTagUri()).orElse("") + "(i"
                + ad.impressions().size() + " c" + ad.creatives().size() + " m" + media + ")";
    }

    @Test
    void no_file_is_forgotten() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(READ.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void each_is_read_or_refused_with_the_right_code(String file) throws IOException {
        String result;
        try {
            VastResponse response = parse(file);
            result = Stream.of(
                            response.version().stream(),
                            response.ads().stream().map(VastCorpusTest::summary),
                            response.problems().stream()
                                    .map(problem -> "" + problem.error().code()))
                    .flatMap(part -> part)
                    .collect(Collectors.joining(" "));
        } catch (VastException e) {
            result = Integer.toString(e.error().code());
        }
        assertThat(result).isEqualTo(READ.get(file));
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void each_is_followed_to_its_ads(String file) throws IOException {
        AdResponseSource files =
                (uri, timeout) -> new AdResponseSource.Fetched(Files.readAllBytes(Path.of(URI.create(uri))), uri);
        ResolvedVast resolved = VastResolver.builder(files)
                .schemes(Set.of("file"))
                .build()
                .resolve(
                        parse(file),
                        ROOT.resolve(file).toAbsolutePath().normalize().toUri().toString());
        String result = List.of(resolved.podAds(), resolved.standAloneAds()).stream()
                .map(ads -> ads.stream().map(ad -> summary(ad.ad())).toList().toString())
                .collect(Collectors.joining(" "));
        String failures = resolved.failures().stream()
                .map(failure -> " " + failure.error().code() + "(" + String.join(", ", failure.errorUrls()) + ")")
                .collect(Collectors.joining());
        assertThat(result + failures).isEqualTo(RESOLVED.get(file));
    }
}
