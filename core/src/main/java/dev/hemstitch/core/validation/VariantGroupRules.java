package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variant;
import java.util.HashSet;
import java.util.Set;

/** The groups that variants refer to (4.4.6.2), and those of I-frames (4.4.6.3). */
final class VariantGroupRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        RenditionGroups groups = RenditionGroups.of(playlist);
        VariantLine.allTags(playlist).forEach(line -> references(line, groups, findings));
        if (playlist.has(HlsTag.I_FRAME_STREAM_INF)) {
            iFrames(playlist, groups, findings);
        }
    }

    private static void references(PlacedLine line, RenditionGroups groups, Findings findings) {
        RenditionGroups.types(line)
                .forEach((attribute, type) -> RenditionGroups.named(line, attribute)
                        .filter(id -> groups.referredTo(line, attribute).isEmpty())
                        .ifPresent(id -> findings.report(
                                DiagnosticCode.UNKNOWN_GROUP,
                                line,
                                attribute,
                                "no EXT-X-MEDIA of TYPE " + type + " has the GROUP-ID " + Diagnostic.echo(id))));
    }

    /** Each alternative video rendition has one of I-frames: in a group that an I-frame variant refers to. */
    private static void iFrames(CheckedPlaylist playlist, RenditionGroups groups, Findings findings) {
        Set<String> groupsOfIFrames = new HashSet<>();
        for (PlacedLine line : playlist.all(HlsTag.I_FRAME_STREAM_INF)) {
            groups.referredTo(line, Variant.VIDEO).ifPresent(group -> groupsOfIFrames.add(group.id()));
        }
        Set<String> covered = new HashSet<>();
        Set<String> variantUris = new HashSet<>();
        for (RenditionGroup group : groups.all(RenditionType.VIDEO)) {
            if (groupsOfIFrames.contains(group.id())) {
                group.members().forEach(member -> covered.add(nameAndLanguage(member)));
            }
        }
        VariantLine.all(playlist)
                .forEach(variant -> variantUris.add(variant.uriLine().uri()));
        for (RenditionGroup group : groups.all(RenditionType.VIDEO)) {
            for (PlacedLine member : group.members()) {
                if (isAlternative(member, variantUris) && covered.add(nameAndLanguage(member))) {
                    findings.report(
                            DiagnosticCode.MISSING_I_FRAME_RENDITION,
                            member,
                            "no I-frame rendition has the NAME and LANGUAGE of this video");
                }
            }
        }
    }

    /** Whether its media are others than those of a variant, for which the I-frame variants are enough. */
    private static boolean isAlternative(PlacedLine member, Set<String> variantUris) {
        return AttributeTexts.of(member, Rendition.URI)
                .filter(uri -> !variantUris.contains(uri))
                .isPresent();
    }

    private static String nameAndLanguage(PlacedLine member) {
        return AttributeTexts.of(member, Rendition.NAME).orElse("")
                + '\n'
                + AttributeTexts.language(member, Rendition.LANGUAGE);
    }
}
