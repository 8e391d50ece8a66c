package dev.hemstitch.core.parser;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.HlsException;

/** The text cannot be read as a playlist, with the diagnostic that says why and where. */
public final class PlaylistParseException extends HlsException {
    private static final long serialVersionUID = 1L;

    PlaylistParseException(Diagnostic diagnostic) {
        super(diagnostic);
    }
}
