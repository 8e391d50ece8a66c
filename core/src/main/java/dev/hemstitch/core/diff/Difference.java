package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.uri.UriReferences;
import java.util.Optional;

/**
 * One thing that differs between two playlists. The values are complete; {@link #toString} shortens them and leaves out
 * queries of URIs, which carry tokens.
 *
 * @param kind what became of the subject
 * @param playlist the URI, as written on the left, of the Media Playlist that it is in; empty text if it is in the
 *     playlists that were compared themselves
 * @param subject what differs, such as {@code segment 7794}, {@code variant v.m3u8}, {@code date range ad-1} or
 *     {@code playlist}; a segment has its Media Sequence Number on the left, an added one that on the right
 * @param field which of its properties, such as {@code duration} or {@code BANDWIDTH}; empty text if it was added or
 *     removed as a whole
 * @param left the value on the left; empty if there is none
 * @param right the value on the right; empty if there is none
 */
public record Difference(
        Kind kind, String playlist, String subject, String field, Optional<String> left, Optional<String> right) {
    /** What became of a subject from the left to the right. */
    public enum Kind {
        /** Only the right has it. */
        ADDED,
        /** Only the left has it. */
        REMOVED,
        /** Both have it, and one of its properties differs. */
        CHANGED
    }

    /** {@return one line: {@code segment 7794, duration: "9.009" -> "10"}} */
    @Override
    public String toString() {
        String where = playlist.isEmpty() ? "" : UriReferences.redact(playlist) + ": ";
        String echoed = Diagnostic.echo(subject);
        String what = where + echoed.substring(1, echoed.length() - 1);
        return switch (kind) {
            case ADDED ->
                what + " added"
                        + right.map(text -> ": " + Diagnostic.echo(text)).orElse("");
            case REMOVED ->
                what + " removed"
                        + left.map(text -> ": " + Diagnostic.echo(text)).orElse("");
            case CHANGED -> what + ", " + field + ": " + change();
        };
    }

    private String change() {
        String before = left.map(Diagnostic::echo).orElse("none");
        String after = right.map(Diagnostic::echo).orElse("none");
        return before + " -> " + after + (before.equals(after) ? " (they differ in what is not shown)" : "");
    }
}
