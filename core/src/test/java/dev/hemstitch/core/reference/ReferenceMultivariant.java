package dev.hemstitch.core.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A multivariant playlist as a client understands it; each list is in the order of the playlist, values are as written.
 *
 * @param contentSteering the first such tag, as with all tags that may stand once
 * @param otherTags tags that are not of a multivariant playlist, whole lines
 * @param orphanUris URI lines without a STREAM-INF
 * @param variables the variables defined in the playlist
 */
public record ReferenceMultivariant(
        Optional<BigInteger> version,
        boolean independentSegments,
        Optional<ReferenceAttributes> start,
        Optional<ReferenceAttributes> contentSteering,
        List<ReferenceAttributes> defines,
        List<Variant> variants,
        List<ReferenceAttributes> renditions,
        List<ReferenceAttributes> iFrameVariants,
        List<ReferenceAttributes> sessionData,
        List<ReferenceAttributes> sessionKeys,
        List<String> otherTags,
        List<String> orphanUris,
        Map<String, String> variables) {
    private static final Set<String> KNOWN = Set.of(
            "EXTM3U",
            "EXT-X-VERSION",
            "EXT-X-INDEPENDENT-SEGMENTS",
            "EXT-X-START",
            "EXT-X-CONTENT-STEERING",
            "EXT-X-DEFINE",
            "EXT-X-STREAM-INF",
            "EXT-X-MEDIA",
            "EXT-X-I-FRAME-STREAM-INF",
            "EXT-X-SESSION-DATA",
            "EXT-X-SESSION-KEY");

    /**
     * A variant stream.
     *
     * @param uri as written; empty if another STREAM-INF or the end of the playlist came first
     */
    public record Variant(ReferenceAttributes attributes, Optional<String> uri) {}

    public ReferenceMultivariant {
        defines = List.copyOf(defines);
        variants = List.copyOf(variants);
        renditions = List.copyOf(renditions);
        iFrameVariants = List.copyOf(iFrameVariants);
        sessionData = List.copyOf(sessionData);
        sessionKeys = List.copyOf(sessionKeys);
        otherTags = List.copyOf(otherTags);
        orphanUris = List.copyOf(orphanUris);
        variables = Map.copyOf(variables);
    }

    public static ReferenceMultivariant read(byte[] bytes) {
        return read(ReferenceLines.decode(bytes));
    }

    public static ReferenceMultivariant read(String text) {
        return read(text, Map.of());
    }

    /** Variables taken from the playlist's query have the values given. */
    public static ReferenceMultivariant read(String text, Map<String, String> outside) {
        List<String> lines = ReferenceLines.of(text);
        ReferenceTags tags = new ReferenceTags(lines);
        ReferenceVariables variables = new ReferenceVariables(outside);
        tags.all("EXT-X-DEFINE").forEach(variables::define);
        List<String> orphans = new ArrayList<>();
        List<Variant> variants = variants(lines, orphans);
        return new ReferenceMultivariant(
                tags.integer("EXT-X-VERSION"),
                tags.stands("EXT-X-INDEPENDENT-SEGMENTS"),
                tags.attributes("EXT-X-START"),
                tags.attributes("EXT-X-CONTENT-STEERING"),
                tags.all("EXT-X-DEFINE"),
                variants,
                tags.all("EXT-X-MEDIA"),
                tags.all("EXT-X-I-FRAME-STREAM-INF"),
                tags.all("EXT-X-SESSION-DATA"),
                tags.all("EXT-X-SESSION-KEY"),
                lines.stream().filter(ReferenceMultivariant::isOther).toList(),
                orphans,
                variables.values());
    }

    private static boolean isOther(String line) {
        return ReferenceLines.isTag(line) && !KNOWN.contains(ReferenceLines.tagName(line));
    }

    /** A URI belongs to the last STREAM-INF before it, whatever other lines stand between. */
    private static List<Variant> variants(List<String> lines, List<String> orphans) {
        List<Variant> variants = new ArrayList<>();
        Optional<ReferenceAttributes> open = Optional.empty();
        for (String line : lines) {
            if (ReferenceLines.isTag(line) && ReferenceLines.tagName(line).equals("EXT-X-STREAM-INF")) {
                open.ifPresent(attributes -> variants.add(new Variant(attributes, Optional.empty())));
                open = Optional.of(ReferenceAttributes.of(ReferenceLines.tagValue(line)));
            } else if (ReferenceLines.isUri(line)) {
                open.ifPresentOrElse(
                        attributes -> variants.add(new Variant(attributes, Optional.of(line))),
                        () -> orphans.add(line));
                open = Optional.empty();
            }
        }
        open.ifPresent(attributes -> variants.add(new Variant(attributes, Optional.empty())));
        return variants;
    }

    /** The same playlist with its variables replaced and its URIs made absolute. */
    public ReferenceMultivariant resolvedAgainst(String baseUri) {
        return new ReferenceMultivariant(
                version,
                independentSegments,
                start,
                contentSteering.map(tag -> tag.resolved("SERVER-URI", baseUri, variables)),
                defines,
                variants.stream()
                        .map(variant -> new Variant(
                                variant.attributes(),
                                variant.uri().map(uri -> ReferenceUris.resolve(baseUri, uri, variables))))
                        .toList(),
                resolved(renditions, baseUri),
                resolved(iFrameVariants, baseUri),
                resolved(sessionData, baseUri),
                resolved(sessionKeys, baseUri),
                otherTags,
                orphanUris.stream()
                        .map(uri -> ReferenceUris.resolve(baseUri, uri, variables))
                        .toList(),
                Map.of());
    }

    private List<ReferenceAttributes> resolved(List<ReferenceAttributes> tags, String baseUri) {
        return tags.stream().map(tag -> tag.resolved("URI", baseUri, variables)).toList();
    }
}
