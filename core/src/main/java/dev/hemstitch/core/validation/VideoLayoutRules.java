package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REQ-VIDEO-LAYOUT of variants (4.4.6.2). Specifiers that are not known are for the clients to judge. */
final class VideoLayoutRules implements PlaylistRule {
    private static final List<String> KINDS = List.of("CH-", "PROJ-");

    private static final Set<String> HOLD_WITHOUT = Set.of("CH-MONO", "PROJ-RECT");

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        for (PlacedLine line : VariantLine.allTags(playlist)) {
            List<String> entries = AttributeTexts.entries(line, Variant.REQ_VIDEO_LAYOUT);
            Optional<String> problem =
                    entries.stream().flatMap(entry -> problem(entry).stream()).findFirst();
            problem.ifPresent(text -> findings.report(
                    DiagnosticCode.VIDEO_LAYOUT_FORM, line, Variant.REQ_VIDEO_LAYOUT, "REQ-VIDEO-LAYOUT has " + text));
            boolean needless = entries.stream()
                    .flatMap(entry -> AttributeTexts.fields(entry, '/').stream())
                    .allMatch(HOLD_WITHOUT::contains);
            if (problem.isEmpty() && !entries.isEmpty() && needless) {
                findings.report(
                        DiagnosticCode.NEEDLESS_VIDEO_LAYOUT,
                        line,
                        Variant.REQ_VIDEO_LAYOUT,
                        "video is monoscopic and rectilinear without REQ-VIDEO-LAYOUT");
            }
        }
    }

    private static Optional<String> problem(String entry) {
        Set<String> seen = new HashSet<>();
        for (String specifier : AttributeTexts.fields(entry, '/')) {
            if (specifier.isEmpty()) {
                return Optional.of(
                        entry.isEmpty() ? "an empty entry" : "an empty specifier in " + Diagnostic.echo(entry));
            }
            String kind =
                    KINDS.stream().filter(specifier::startsWith).findFirst().orElse(specifier);
            if (!seen.add(kind)) {
                return Optional.of("two specifiers of one kind in " + Diagnostic.echo(entry));
            }
        }
        return Optional.empty();
    }
}
