package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.Variant;

/** ALLOWED-CPC of variants (4.4.6.2): a KEYFORMAT, a colon and labels with slashes between them. */
final class ContentProtectionRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        for (PlacedLine line : VariantLine.allTags(playlist)) {
            AttributeTexts.entries(line, Variant.ALLOWED_CPC).stream()
                    .filter(entry -> !isEntry(entry))
                    .findFirst()
                    .ifPresent(entry -> findings.report(
                            DiagnosticCode.ALLOWED_CPC_FORM,
                            line,
                            Variant.ALLOWED_CPC,
                            Diagnostic.echo(entry) + " is no KEYFORMAT, colon and labels of A-Z, 0-9 and hyphen"));
        }
    }

    /** A KEYFORMAT such as {@code urn:uuid:…} has colons of its own, a label has none. */
    private static boolean isEntry(String entry) {
        int colon = entry.lastIndexOf(':');
        return colon > 0
                && AttributeTexts.fields(entry.substring(colon + 1), '/').stream()
                        .allMatch(label ->
                                AttributeTexts.consistsOf(label, c -> AttributeTexts.isCapitalOrDigit(c) || c == '-'));
    }
}
