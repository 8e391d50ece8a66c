package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.ContentSteering;
import dev.hemstitch.core.model.HlsTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** EXT-X-CONTENT-STEERING (4.4.6.6). */
final class SteeringRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        List<PlacedLine> steering = playlist.all(HlsTag.CONTENT_STEERING);
        steering.stream()
                .skip(1)
                .forEach(line -> findings.report(
                        DiagnosticCode.DUPLICATE_CONTENT_STEERING, line, "EXT-X-CONTENT-STEERING stands twice"));
        if (steering.isEmpty()) {
            return;
        }
        Set<String> pathways = playlist.all(HlsTag.STREAM_INF).stream()
                .flatMap(line -> Pathway.idOf(line).stream())
                .collect(Collectors.toSet());
        for (PlacedLine line : steering) {
            Optional<String> id = AttributeTexts.of(line, ContentSteering.PATHWAY_ID);
            if (id.isPresent() && !pathways.isEmpty() && !pathways.contains(id.get())) {
                findings.report(
                        DiagnosticCode.UNKNOWN_PATHWAY,
                        line,
                        ContentSteering.PATHWAY_ID,
                        "no variant has the PATHWAY-ID " + Diagnostic.echo(id.get()));
            }
        }
    }
}
