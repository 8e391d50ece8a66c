package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is found in a playlist of a few lines. */
final class MediaFindings {
    private MediaFindings() {}

    /** The places, as line and column, of the findings of a code. EXTM3U is line 1. */
    static List<String> of(DiagnosticCode code, String... lines) {
        return diagnostics(code, ValidationProfile.RFC8216BIS, lines).stream()
                .map(finding -> finding.location().toString())
                .toList();
    }

    static List<Diagnostic> diagnostics(DiagnosticCode code, ValidationProfile profile, String... lines) {
        String text = "#EXTM3U\n" + String.join("\n", lines) + "\n";
        return PlaylistValidator.of(profile)
                .validate(PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8)))
                .findings()
                .stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }
}
