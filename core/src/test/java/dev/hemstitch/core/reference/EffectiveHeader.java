package dev.hemstitch.core.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The tags that speak of the whole media playlist, wherever they stand; of a tag that stands twice the first counts.
 *
 * @param version empty if there is none or it cannot be read, as with all numbers here
 * @param mediaSequence 0 if there is none
 * @param discontinuitySequence 0 if there is none
 * @param playlistType as written
 */
public record EffectiveHeader(
        Optional<BigInteger> version,
        Optional<BigInteger> targetDuration,
        BigInteger mediaSequence,
        BigInteger discontinuitySequence,
        Optional<String> playlistType,
        boolean endList,
        boolean independentSegments,
        boolean iFramesOnly,
        Optional<ReferenceAttributes> start,
        Optional<ReferenceAttributes> serverControl,
        Optional<ReferenceAttributes> partInf,
        Optional<ReferenceAttributes> skip,
        List<ReferenceAttributes> defines,
        List<ReferenceAttributes> preloadHints,
        List<ReferenceAttributes> renditionReports) {
    public EffectiveHeader {
        defines = List.copyOf(defines);
        preloadHints = List.copyOf(preloadHints);
        renditionReports = List.copyOf(renditionReports);
    }

    static EffectiveHeader of(List<String> lines) {
        ReferenceTags tags = new ReferenceTags(lines);
        return new EffectiveHeader(
                tags.integer("EXT-X-VERSION"),
                tags.integer("EXT-X-TARGETDURATION"),
                tags.integer("EXT-X-MEDIA-SEQUENCE").orElse(BigInteger.ZERO),
                tags.integer("EXT-X-DISCONTINUITY-SEQUENCE").orElse(BigInteger.ZERO),
                tags.value("EXT-X-PLAYLIST-TYPE"),
                tags.stands("EXT-X-ENDLIST"),
                tags.stands("EXT-X-INDEPENDENT-SEGMENTS"),
                tags.stands("EXT-X-I-FRAMES-ONLY"),
                tags.attributes("EXT-X-START"),
                tags.attributes("EXT-X-SERVER-CONTROL"),
                tags.attributes("EXT-X-PART-INF"),
                tags.attributes("EXT-X-SKIP"),
                tags.all("EXT-X-DEFINE"),
                tags.all("EXT-X-PRELOAD-HINT"),
                tags.all("EXT-X-RENDITION-REPORT"));
    }
}
