package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * Byte ranges of segments, of Partial Segments and of EXT-X-MAP (4.4.4.2, 4.4.4.5 and 4.4.4.9). Reading finds them too,
 * but before variables are replaced and without regard to segments that a Playlist Delta Update leaves out.
 */
final class ByteRangeRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        if (playlist.has(HlsTag.BYTERANGE)) {
            RangeChain chain = new RangeChain(playlist.has(HlsTag.SKIP));
            playlist.segments().forEach(segment -> segment(segment, chain, findings));
        }
        playlist.all(HlsTag.MAP).forEach(line -> map(line, findings));
        for (ParentSegment parent : ParentSegment.of(playlist)) {
            RangeChain chain = new RangeChain(false);
            parent.parts().forEach(part -> part(part, chain, findings));
        }
    }

    private static void segment(PlacedSegment segment, RangeChain chain, Findings findings) {
        List<PlacedLine> tags = segment.all(HlsTag.BYTERANGE);
        if (tags.isEmpty()) {
            chain.whole();
            return;
        }
        String uri = segment.uriLine().uri();
        for (PlacedLine line : tags) {
            Optional<WrittenRange> range = WrittenRange.read(line.value());
            if (range.isEmpty() || chain.overflows(range.get(), uri)) {
                malformed(line.valueLocation(), HlsTag.BYTERANGE.tagName(), line.value(), findings);
            } else if (!chain.resolves(range.get(), uri)) {
                findings.report(
                        DiagnosticCode.UNRESOLVED_BYTE_RANGE,
                        line.valueLocation(),
                        "EXT-X-BYTERANGE has no offset and the segment before is no range of " + Diagnostic.echo(uri));
            }
        }
        follow(chain, WrittenRange.read(tags.get(tags.size() - 1).value()), uri);
    }

    private static void map(PlacedLine line, Findings findings) {
        Optional<String> text = text(line, InitializationSection.BYTERANGE);
        Optional<WrittenRange> range = text.flatMap(WrittenRange::read);
        boolean overflows = range.filter(
                        bytes -> bytes.overflowsFrom(bytes.offset().orElse(0L)))
                .isPresent();
        if (text.isPresent() && (range.isEmpty() || overflows)) {
            malformed(line.location("BYTERANGE"), "BYTERANGE of EXT-X-MAP", text.get(), findings);
        }
    }

    private static void part(PlacedLine part, RangeChain chain, Findings findings) {
        Optional<String> uri = part.text(PartialSegment.URI.name());
        if (!part.has(PartialSegment.BYTERANGE)) {
            chain.whole();
            return;
        }
        Optional<String> text = text(part, PartialSegment.BYTERANGE);
        Optional<WrittenRange> range = text.flatMap(WrittenRange::read);
        if (text.isPresent() && (range.isEmpty() || chain.overflows(range.get(), uri.orElse("")))) {
            malformed(part.location("BYTERANGE"), "BYTERANGE of EXT-X-PART", text.get(), findings);
        } else if (range.isPresent() && uri.isPresent() && !chain.resolves(range.get(), uri.get())) {
            findings.report(
                    DiagnosticCode.UNRESOLVED_PART_RANGE,
                    part,
                    PartialSegment.BYTERANGE,
                    "BYTERANGE has no offset and no part before it in its segment is a range of "
                            + Diagnostic.echo(uri.get()));
        }
        follow(chain, uri.isPresent() ? range : Optional.empty(), uri.orElse(""));
    }

    private static void follow(RangeChain chain, Optional<WrittenRange> range, String uri) {
        range.ifPresentOrElse(bytes -> chain.range(bytes, uri), chain::unreadable);
    }

    /** The text of an attribute; empty if it is absent or still holds a variable. */
    private static Optional<String> text(PlacedLine line, Attribute<?> attribute) {
        return line.text(attribute.name()).filter(text -> !text.contains("{$"));
    }

    private static void malformed(SourceLocation location, String what, String text, Findings findings) {
        findings.report(
                DiagnosticCode.MALFORMED_BYTE_RANGE,
                location,
                what + " is no length and offset within 64 bits: " + Diagnostic.echo(text));
    }
}
