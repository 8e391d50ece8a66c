package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.text.SourceLocation;
import java.util.Optional;

/** What stands where a URI must stand is a reference after RFC 3986 (4.1). */
final class UriRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.lines()) {
            if (line.isUri()) {
                check(line.uri(), line.location(), findings);
            } else if (line.tag().filter(tag -> !tag.attributes().isEmpty()).isPresent()) {
                attribute("URI", line, findings);
                attribute("SERVER-URI", line, findings);
            }
        }
    }

    private static void attribute(String name, PlacedLine line, Findings findings) {
        Optional<String> uri = line.text(name).filter(text -> !text.isEmpty() && text.indexOf('"') < 0);
        uri.ifPresent(text -> check(text, line.location(name), findings));
    }

    private static void check(String uri, SourceLocation place, Findings findings) {
        if (!uri.contains("{$")) {
            UriSyntax.problem(uri)
                    .ifPresent(problem -> findings.report(
                            DiagnosticCode.MALFORMED_URI,
                            place,
                            "a URI after RFC 3986 holds no " + problem + ": " + Diagnostic.echo(uri)));
        }
    }
}
