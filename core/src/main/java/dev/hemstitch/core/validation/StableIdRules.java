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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** STABLE-RENDITION-ID and STABLE-VARIANT-ID (4.4.6.1 and 4.4.6.2). */
final class StableIdRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        Map<String, String> ofRenditions = new HashMap<>();
        for (PlacedLine line : playlist.all(HlsTag.MEDIA)) {
            characters(line, Rendition.STABLE_RENDITION_ID, findings);
            AttributeTexts.of(line, Rendition.URI)
                    .ifPresent(uri -> sameUri(line, uri, Rendition.STABLE_RENDITION_ID, ofRenditions, findings));
        }
        Map<String, String> ofVariants = new HashMap<>();
        for (VariantLine variant : VariantLine.all(playlist)) {
            String uri = variant.uriLine().uri();
            sameUri(variant.tag(), uri, Variant.STABLE_VARIANT_ID, ofVariants, findings);
        }
        VariantLine.allTags(playlist).forEach(line -> characters(line, Variant.STABLE_VARIANT_ID, findings));
    }

    private static void characters(PlacedLine line, Attribute<String> attribute, Findings findings) {
        Optional<String> id = AttributeTexts.of(line, attribute);
        if (id.isPresent() && !AttributeTexts.consistsOf(id.get(), StableIdRules::isAllowed)) {
            findings.report(
                    DiagnosticCode.STABLE_ID_CHARACTERS,
                    line,
                    attribute,
                    Diagnostic.echo(id.get()) + " has other characters than letters, digits and + / = . - _");
        }
    }

    private static boolean isAllowed(int c) {
        return AttributeTexts.isLetterOrDigit(c) || "+/=.-_".indexOf(c) >= 0;
    }

    private static void sameUri(
            PlacedLine line, String uri, Attribute<String> attribute, Map<String, String> known, Findings findings) {
        Optional<String> id = AttributeTexts.of(line, attribute);
        if (id.isPresent()) {
            String first = known.computeIfAbsent(uri, u -> id.get());
            if (!first.equals(id.get())) {
                findings.report(
                        DiagnosticCode.STABLE_ID_DIFFERS,
                        line,
                        attribute,
                        Diagnostic.echo(uri) + " has " + attribute.name() + " " + Diagnostic.echo(first) + " and "
                                + Diagnostic.echo(id.get()));
            }
        }
    }
}
