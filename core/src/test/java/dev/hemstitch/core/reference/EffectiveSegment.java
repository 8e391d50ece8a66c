package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A media segment with all that is in force for it, wherever in the playlist that was said.
 *
 * @param index from 0
 * @param discontinuitySequence the playlist's, plus the number of DISCONTINUITY tags before the URI line
 * @param uri the URI line as written
 * @param durationText the EXTINF duration as written; empty without EXTINF
 * @param duration 0 if there is none or it cannot be read
 * @param title as written; empty if missing or blank
 * @param keys the keys in force, sorted by KEYFORMAT
 * @param bitrate never there for a segment with a byte range
 * @param programDateTime the tag's value as written
 * @param derivedProgramDateTime counted on from the last date before, or back from the first date of the playlist
 * @param dateRanges the tags between the last segment and this one
 * @param otherTags tags between the last segment and this one that this reader knows nothing about, whole lines
 * @param comments the comments between the last segment and this one, whole lines
 * @param parts the partial segments between the last segment and this one
 * @param variables the variables defined up to here
 */
public record EffectiveSegment(
        int index,
        BigInteger mediaSequence,
        BigInteger discontinuitySequence,
        boolean discontinuity,
        String uri,
        Optional<String> durationText,
        BigDecimal duration,
        Optional<String> title,
        Optional<EffectiveByteRange> byteRange,
        List<EffectiveKey> keys,
        Optional<EffectiveMap> map,
        Optional<BigInteger> bitrate,
        boolean gap,
        Optional<String> programDateTime,
        Optional<Instant> derivedProgramDateTime,
        List<ReferenceAttributes> dateRanges,
        List<String> otherTags,
        List<String> comments,
        List<ReferenceAttributes> parts,
        Map<String, String> variables) {
    public EffectiveSegment {
        keys = List.copyOf(keys);
        dateRanges = List.copyOf(dateRanges);
        otherTags = List.copyOf(otherTags);
        comments = List.copyOf(comments);
        parts = List.copyOf(parts);
        variables = Map.copyOf(variables);
    }

    /** The same segment with its variables replaced and the URIs of it, its keys, map and parts made absolute. */
    public EffectiveSegment resolvedAgainst(String baseUri) {
        List<EffectiveKey> absoluteKeys = keys.stream()
                .map(key -> key.resolvedAgainst(baseUri, variables))
                .toList();
        List<ReferenceAttributes> absoluteParts = parts.stream()
                .map(part -> part.resolved("URI", baseUri, variables))
                .toList();
        Optional<EffectiveMap> absoluteMap = map.map(section -> section.resolvedAgainst(baseUri, variables));
        String absolute = ReferenceUris.resolve(baseUri, uri, variables);
        return copy(absolute, absoluteKeys, absoluteMap, derivedProgramDateTime, absoluteParts, Map.of());
    }

    EffectiveSegment withDerivedProgramDateTime(Optional<Instant> derived) {
        return copy(uri, keys, map, derived, parts, variables);
    }

    private EffectiveSegment copy(
            String newUri,
            List<EffectiveKey> newKeys,
            Optional<EffectiveMap> newMap,
            Optional<Instant> newDerived,
            List<ReferenceAttributes> newParts,
            Map<String, String> newVariables) {
        return new EffectiveSegment(
                index,
                mediaSequence,
                discontinuitySequence,
                discontinuity,
                newUri,
                durationText,
                duration,
                title,
                byteRange,
                newKeys,
                newMap,
                bitrate,
                gap,
                programDateTime,
                newDerived,
                dateRanges,
                otherTags,
                comments,
                newParts,
                newVariables);
    }
}
