package dev.hemstitch.core.parser;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.model.Playlist;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param playlist the playlist; empty if the text was refused, the last diagnostic says why
 * @param diagnostics what was found: first about tags, then about characters, dates and variables, each in the order of
 *     the text; after the first 1,000 only what refuses the text is kept
 */
public record ParseResult(Optional<Playlist> playlist, List<Diagnostic> diagnostics) {
    /**
     * A result; the list is copied.
     *
     * @param playlist the playlist, if the text was not refused
     * @param diagnostics what was found
     */
    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
