package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.HashSet;
import java.util.Set;

/** Which attributes and tags are there: those that a tag needs (4.4), and those that nobody knows (6.3.1). */
final class AttributeRules implements PlaylistRule {
    /** Each unknown name is told once, and no more than so many: looking a place up takes time. */
    private static final int MOST_NAMES = 1_000;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        Set<String> told = new HashSet<>();
        for (PlacedLine line : playlist.lines()) {
            if (line.line().kind() == PlaylistLine.Kind.UNKNOWN_TAG) {
                unknownTag(line, told, findings);
            } else {
                line.tag().filter(tag -> !tag.attributes().isEmpty()).ifPresent(tag -> {
                    missing(tag, line, findings);
                    unknownAttributes(tag, line, told, findings);
                });
            }
        }
    }

    private static void missing(HlsTag tag, PlacedLine line, Findings findings) {
        for (Attribute<?> attribute : tag.attributes()) {
            if (isNeeded(tag, attribute) && !line.has(attribute)) {
                findings.report(DiagnosticCode.MISSING_ATTRIBUTE, line, tag.tagName() + " needs " + attribute);
            }
        }
    }

    /** Reading takes variants without BANDWIDTH; the specification does not. */
    private static boolean isNeeded(HlsTag tag, Attribute<?> attribute) {
        boolean isVariant = tag == HlsTag.STREAM_INF || tag == HlsTag.I_FRAME_STREAM_INF;
        return attribute.isRequired() || (isVariant && attribute.name().equals(Variant.BANDWIDTH.name()));
    }

    private static void unknownTag(PlacedLine line, Set<String> told, Findings findings) {
        String name = TextRules.tagName(line);
        boolean other = TextRules.capitalTag(line).isPresent() || name.equals(RemovedFeatures.ALLOW_CACHE);
        if (!other && told.size() < MOST_NAMES && told.add(name)) {
            findings.report(
                    DiagnosticCode.UNKNOWN_NAME,
                    line,
                    "the specification has no tag " + Diagnostic.echo(name) + "; clients pass over it");
        }
    }

    private static void unknownAttributes(HlsTag tag, PlacedLine line, Set<String> told, Findings findings) {
        for (String name : line.attributes().asMap().keySet()) {
            if (told.size() < MOST_NAMES && isUnknown(tag, name) && told.add(tag.tagName() + ":" + name)) {
                String what = name.startsWith("REQ-") ? "; clients pass over the whole tag" : "; clients pass over it";
                findings.report(
                        DiagnosticCode.UNKNOWN_NAME,
                        line.location(name),
                        tag.tagName() + " has no attribute " + Diagnostic.echo(name) + what);
            }
        }
    }

    private static boolean isUnknown(HlsTag tag, String name) {
        boolean ofClient = tag == HlsTag.DATERANGE && name.startsWith("X-");
        return !ofClient
                && !VariantRules.isForVariantsOnly(tag, name)
                && !RemovedFeatures.isProgramId(tag, name)
                && tag.attributes().stream()
                        .noneMatch(attribute -> attribute.name().equals(name))
                && CharacterClasses.isAll(name, CharacterClasses::isNameCharacter);
    }
}
