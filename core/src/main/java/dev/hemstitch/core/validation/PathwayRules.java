package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.List;
import java.util.Map;

/**
 * Pathways with the same stable IDs (7), which content needs that is to be downloaded and steered. A playlist does not
 * say that it is to be downloaded, so these rules hold only where stable IDs are used.
 */
final class PathwayRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty() || !playlist.has(HlsTag.CONTENT_STEERING)) {
            return;
        }
        onAll(playlist.all(HlsTag.STREAM_INF), Variant.STABLE_VARIANT_ID, findings);
        List<PlacedLine> renditions = playlist.all(HlsTag.MEDIA).stream()
                .filter(line -> line.has(Rendition.URI))
                .toList();
        onAll(renditions, Rendition.STABLE_RENDITION_ID, findings);
        List<Pathway> pathways = List.copyOf(Pathway.all(playlist, RenditionGroups.of(playlist)));
        for (int i = 1; i < pathways.size(); i++) {
            Pathway first = pathways.get(0);
            Pathway other = pathways.get(i);
            compare(first, other, first.variants(), other.variants(), Variant.STABLE_VARIANT_ID, findings);
            compare(first, other, first.renditions(), other.renditions(), Rendition.STABLE_RENDITION_ID, findings);
        }
    }

    private static void onAll(List<PlacedLine> lines, Attribute<String> attribute, Findings findings) {
        if (lines.stream().anyMatch(line -> line.has(attribute))) {
            lines.stream()
                    .filter(line -> !line.has(attribute))
                    .forEach(line -> findings.report(
                            DiagnosticCode.PATHWAYS_DIFFER,
                            line,
                            "no " + attribute.name() + " while others have one, in a presentation that is steered"));
        }
    }

    /** Where one of two Pathways has no stable IDs at all, the tags without them have been told already. */
    private static void compare(
            Pathway first,
            Pathway other,
            Map<String, PlacedLine> expected,
            Map<String, PlacedLine> ids,
            Attribute<String> attribute,
            Findings findings) {
        if (expected.isEmpty() || ids.isEmpty()) {
            return;
        }
        ids.forEach((id, line) -> {
            if (!expected.containsKey(id)) {
                report(line, attribute, attribute, id, first, findings);
            }
        });
        expected.keySet().stream()
                .filter(id -> !ids.containsKey(id))
                .findFirst()
                .ifPresent(id -> report(other.first(), Variant.PATHWAY_ID, attribute, id, other, findings));
    }

    private static void report(
            PlacedLine line,
            Attribute<String> place,
            Attribute<String> attribute,
            String id,
            Pathway lacking,
            Findings findings) {
        findings.report(
                DiagnosticCode.PATHWAYS_DIFFER,
                line,
                place,
                "the Pathway " + Diagnostic.echo(lacking.id()) + " has no " + attribute.name() + " "
                        + Diagnostic.echo(id));
    }
}
