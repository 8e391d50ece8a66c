package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistLine;

/**
 * White space between the elements of a line, where none may stand (4.1 and 4.2): one finding for each line. Comments,
 * titles, quoted strings and the values of unknown tags may hold it; within a URI or a number it makes that malformed, and
 * behind the duration of EXTINF the comma is missing there.
 */
final class WhitespaceRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.lines()) {
            String source = line.source();
            int end = source.length();
            while (end > 0 && (source.charAt(end - 1) == '\n' || source.charAt(end - 1) == '\r')) {
                end--;
            }
            String text = source.substring(0, end);
            if (CharacterClasses.first(text, CharacterClasses::isSpace) >= 0) {
                int at = place(line, text);
                if (at >= 0) {
                    findings.report(
                            DiagnosticCode.UNEXPECTED_WHITESPACE,
                            line.atCharacter(at),
                            "white space where none may stand");
                }
            }
        }
    }

    private static int place(PlacedLine line, String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        if (CharacterClasses.isSpace(text.charAt(start))) {
            return start;
        }
        PlaylistLine.Kind kind = line.line().kind();
        if (kind == PlaylistLine.Kind.URI) {
            return trailing(text, start);
        }
        return kind == PlaylistLine.Kind.TAG ? inTag(line.tag().orElseThrow(), text, start) : -1;
    }

    private static int inTag(HlsTag tag, String text, int start) {
        int nameEnd = start + 1 + tag.tagName().length();
        if (nameEnd >= text.length() || CharacterClasses.isSpace(text.charAt(nameEnd))) {
            return nameEnd < text.length() ? nameEnd : -1;
        }
        int value = nameEnd + 1;
        if (value < text.length() && CharacterClasses.isSpace(text.charAt(value))) {
            return value;
        }
        if (tag == HlsTag.INF && text.indexOf(',', value) >= 0) {
            return -1;
        }
        int between = tag.attributes().isEmpty() ? -1 : betweenElements(text, value);
        return between >= 0 ? between : trailing(text, value);
    }

    /** The start of the white space at the end. */
    private static int trailing(String text, int from) {
        int end = text.length();
        while (end > from && CharacterClasses.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end < text.length() ? end : -1;
    }

    /** The first white space outside of quotes that stands beside a comma or an equals sign. */
    private static int betweenElements(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '=')) {
                if (CharacterClasses.isSpace(text.charAt(i - 1))) {
                    return trailing(text.substring(0, i), from);
                }
                if (i + 1 < text.length() && CharacterClasses.isSpace(text.charAt(i + 1))) {
                    return i + 1;
                }
            }
        }
        return -1;
    }
}
