package dev.hemstitch.core.properties;

import dev.hemstitch.core.reference.EffectiveByteRange;
import dev.hemstitch.core.reference.EffectiveHeader;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceAttributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings what the two readers answer into one form. They differ by design in three things only: the library leaves out
 * tags that lack a required attribute, counts an element without {@code =} as an attribute without value, and takes
 * outer white space off lines and titles.
 */
final class Tolerance {
    private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(64);

    private Tolerance() {}

    static EffectivePlaylist of(EffectivePlaylist playlist) {
        return new EffectivePlaylist(
                header(playlist.header()),
                playlist.segments().stream().map(Tolerance::segment).toList(),
                stripped(playlist.linesAfterLastSegment()),
                having(playlist.dateRangesAfterLastSegment(), "ID"),
                parts(playlist.partsAfterLastSegment()));
    }

    private static EffectiveHeader header(EffectiveHeader header) {
        return new EffectiveHeader(
                header.version(),
                header.targetDuration(),
                header.mediaSequence(),
                header.discontinuitySequence(),
                header.playlistType().filter(type -> !type.isEmpty()),
                header.endList(),
                header.independentSegments(),
                header.iFramesOnly(),
                having(header.start(), "TIME-OFFSET"),
                header.serverControl().map(Tolerance::attributes),
                having(header.partInf(), "PART-TARGET"),
                having(header.skip(), "SKIPPED-SEGMENTS"),
                having(header.defines()),
                having(header.preloadHints(), "TYPE", "URI"),
                having(header.renditionReports(), "URI"));
    }

    private static EffectiveSegment segment(EffectiveSegment segment) {
        return new EffectiveSegment(
                segment.index(),
                segment.mediaSequence().mod(WRAP),
                segment.discontinuitySequence().mod(WRAP),
                segment.discontinuity(),
                segment.uri().strip(),
                Optional.empty(),
                segment.duration(),
                segment.title().map(String::strip),
                segment.byteRange().map(Tolerance::range),
                segment.keys(),
                segment.map(),
                segment.bitrate(),
                segment.gap(),
                segment.programDateTime(),
                Optional.empty(),
                having(segment.dateRanges(), "ID"),
                stripped(segment.otherTags()),
                stripped(segment.comments()),
                parts(segment.parts()),
                Map.of());
    }

    /** The library takes an offset that nothing defines for 0, and reports it. */
    private static EffectiveByteRange range(EffectiveByteRange range) {
        return new EffectiveByteRange(range.length(), range.offset().or(() -> Optional.of(BigInteger.ZERO)));
    }

    private static List<ReferenceAttributes> parts(List<ReferenceAttributes> parts) {
        return having(parts, "URI", "DURATION").stream()
                .filter(part -> isDecimal(part.text("DURATION").orElseThrow()))
                .toList();
    }

    private static boolean isDecimal(String text) {
        try {
            return new BigDecimal(text).signum() >= 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }

    static List<ReferenceAttributes> having(List<ReferenceAttributes> tags, String... names) {
        return tags.stream().filter(has(names)).map(Tolerance::attributes).toList();
    }

    static Optional<ReferenceAttributes> having(Optional<ReferenceAttributes> tag, String... names) {
        return tag.filter(has(names)).map(Tolerance::attributes);
    }

    private static Predicate<ReferenceAttributes> has(String... names) {
        return tag -> List.of(names).stream().allMatch(name -> tag.text(name).isPresent());
    }

    static ReferenceAttributes attributes(ReferenceAttributes tag) {
        Map<String, String> raw = new LinkedHashMap<>(tag.raw());
        raw.values().removeIf(String::isEmpty);
        raw.remove("");
        return new ReferenceAttributes(raw);
    }
}
