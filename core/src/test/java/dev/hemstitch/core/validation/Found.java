package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.List;
import java.util.Optional;

/** Where one rule is broken in a short playlist: each place as {@code LINE:COLUMN}. */
final class Found {
    private Found() {}

    static List<String> of(DiagnosticCode code, String... lines) {
        return of(code, received(Optional.empty(), Optional.empty(), lines));
    }

    static List<String> of(DiagnosticCode code, ReceivedPlaylist received) {
        return PlaylistValidator.of(ValidationProfile.RFC8216BIS).validate(received).findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> finding.location().toString())
                .toList();
    }

    static ReceivedPlaylist received(Optional<String> uri, Optional<String> contentType, String... lines) {
        return new ReceivedPlaylist(PlaylistParser.lenient().parse(String.join("\n", lines) + "\n"), uri, contentType);
    }
}
