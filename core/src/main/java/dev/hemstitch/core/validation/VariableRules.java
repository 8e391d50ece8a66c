package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.text.Attribute;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The definitions of variables in one playlist (4.4.2.3). References to undefined ones are found by reading. */
final class VariableRules implements PlaylistRule {
    /** Each defines a variable by its name. */
    static final List<Attribute<String>> NAMES =
            List.of(VariableDefinition.NAME, VariableDefinition.IMPORT, VariableDefinition.QUERYPARAM);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        Set<String> defined = new HashSet<>();
        for (PlacedLine line : playlist.all(HlsTag.DEFINE)) {
            form(line, findings);
            for (Attribute<String> attribute : NAMES) {
                line.attributes().get(attribute).ifPresent(name -> name(name, line, attribute, defined, findings));
            }
            if (playlist.multivariant().isPresent() && line.has(VariableDefinition.IMPORT)) {
                findings.report(
                        DiagnosticCode.IMPORT_IN_MULTIVARIANT,
                        line,
                        VariableDefinition.IMPORT,
                        "a Multivariant Playlist has no other to import from");
            }
        }
    }

    private static void form(PlacedLine line, Findings findings) {
        long names = NAMES.stream().filter(line::has).count();
        if (names != 1) {
            findings.report(
                    DiagnosticCode.DEFINE_FORM,
                    line,
                    "EXT-X-DEFINE has " + names + " of NAME, IMPORT and QUERYPARAM, not exactly one");
        } else if (line.has(VariableDefinition.NAME) && !line.has(VariableDefinition.VALUE)) {
            findings.report(DiagnosticCode.DEFINE_WITHOUT_VALUE, line, "EXT-X-DEFINE has NAME but no VALUE");
        }
    }

    private static void name(
            String name, PlacedLine line, Attribute<String> attribute, Set<String> defined, Findings findings) {
        if (name.isEmpty()) {
            return;
        }
        if (!CharacterClasses.isAll(name, CharacterClasses::isVariableCharacter)) {
            findings.report(
                    DiagnosticCode.VARIABLE_NAME,
                    line,
                    attribute,
                    Diagnostic.echo(name) + " has other characters than letters, digits, - and _");
        }
        if (!defined.add(name)) {
            findings.report(
                    DiagnosticCode.DUPLICATE_VARIABLE,
                    line,
                    attribute,
                    "the variable " + Diagnostic.echo(name) + " is defined twice");
        }
    }
}
