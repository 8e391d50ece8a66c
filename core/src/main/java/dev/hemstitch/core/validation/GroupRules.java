package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.Rendition;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The members of one group of renditions (4.4.6.1.1). */
final class GroupRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        for (RenditionGroup group : RenditionGroups.of(playlist).all()) {
            names(group, findings);
            defaults(group, findings);
            autoselect(group, findings);
        }
    }

    private static void names(RenditionGroup group, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (PlacedLine member : group.members()) {
            Optional<String> name = AttributeTexts.of(member, Rendition.NAME);
            if (name.isPresent() && !seen.add(name.get())) {
                findings.report(
                        DiagnosticCode.DUPLICATE_RENDITION_NAME,
                        member,
                        Rendition.NAME,
                        "NAME " + Diagnostic.echo(name.get()) + " stands twice in " + group);
            }
        }
    }

    private static void defaults(RenditionGroup group, Findings findings) {
        group.members().stream()
                .filter(member -> member.get(Rendition.DEFAULT).orElse(false))
                .skip(1)
                .forEach(member -> findings.report(
                        DiagnosticCode.SEVERAL_DEFAULTS,
                        member,
                        Rendition.DEFAULT,
                        "another rendition of " + group + " has DEFAULT=YES too"));
    }

    private static void autoselect(RenditionGroup group, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (PlacedLine member : group.members()) {
            if (member.get(Rendition.AUTOSELECT).orElse(false) && !seen.add(selectedBy(member))) {
                findings.report(
                        DiagnosticCode.INDISTINCT_AUTOSELECT,
                        member,
                        Rendition.AUTOSELECT,
                        "another rendition of " + group
                                + " with AUTOSELECT=YES has the same languages, FORCED and CHARACTERISTICS");
            }
        }
    }

    private static String selectedBy(PlacedLine member) {
        return AttributeTexts.language(member, Rendition.LANGUAGE)
                + '\n'
                + AttributeTexts.language(member, Rendition.ASSOC_LANGUAGE)
                + '\n'
                + member.get(Rendition.FORCED).orElse(false)
                + '\n'
                + AttributeTexts.asSet(AttributeTexts.entries(member, Rendition.CHARACTERISTICS));
    }
}
