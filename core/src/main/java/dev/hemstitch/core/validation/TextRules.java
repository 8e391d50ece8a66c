package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.text.SourceLocation;
import java.text.Normalizer;
import java.util.Optional;

/** What a text must be before any tag means something (4.1): its characters, its line ends, its kind. */
final class TextRules implements PlaylistRule {
    /**
     * Text is normalized in pieces of so many characters, since the time for a row of combining marks grows with the
     * square of its length. Every piece of a normalized text is normalized.
     */
    private static final int PIECE = 1_000;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.lines()) {
            String source = line.source();
            carriageReturn(line, source, findings);
            control(line, source, findings);
            normalized(line, source, findings);
            if (capitalTag(line).isPresent()) {
                findings.report(
                        DiagnosticCode.TAG_IN_OTHER_CASE,
                        line,
                        Diagnostic.echo(tagName(line)) + " is no tag: names of tags are in capitals");
            }
        }
        if (playlist.multivariant().isPresent() && playlist.lines().stream().noneMatch(TextRules::saysKind)) {
            findings.reportWhole(
                    DiagnosticCode.NO_PLAYLIST_KIND,
                    "no tag says which kind of playlist this is; it counts as a Multivariant Playlist without variants");
        }
    }

    private static boolean saysKind(PlacedLine line) {
        return line.tag()
                .filter(tag -> tag.scope() != TagScope.BASIC && tag.scope() != TagScope.SHARED)
                .isPresent();
    }

    private static void carriageReturn(PlacedLine line, String source, Findings findings) {
        int at = source.indexOf('\r');
        if (at >= 0 && !source.startsWith("\r\n", at)) {
            findings.report(
                    DiagnosticCode.BARE_CARRIAGE_RETURN,
                    line.atCharacter(at),
                    "a carriage return without line feed ends no line");
        }
    }

    /** The first of a line; a tab only where no white space is allowed that is not told as such. */
    private static void control(PlacedLine line, String source, Findings findings) {
        int at = CharacterClasses.first(
                source, c -> CharacterClasses.isControl(c) && c != '\t' && c != '\r' && c != '\n');
        if (at >= 0) {
            findings.report(
                    DiagnosticCode.CONTROL_CHARACTER, line.atCharacter(at), "a control character within a line");
        } else if (source.indexOf('\t') >= 0) {
            Tabs.forbidden(line, source)
                    .ifPresent(place -> findings.report(
                            DiagnosticCode.CONTROL_CHARACTER, place, "a tab, which is a control character"));
        }
    }

    private static void normalized(PlacedLine line, String source, Findings findings) {
        if (CharacterClasses.first(source, c -> c > 0x7F) < 0) {
            return;
        }
        for (int from = 0; from < source.length(); from += PIECE) {
            String piece = source.substring(from, Math.min(source.length(), from + PIECE));
            if (!Normalizer.isNormalized(piece, Normalizer.Form.NFC)) {
                String normal = Normalizer.normalize(piece, Normalizer.Form.NFC);
                int same = 0;
                while (same < Math.min(normal.length(), piece.length()) && piece.charAt(same) == normal.charAt(same)) {
                    same++;
                }
                SourceLocation place = line.atCharacter(from + Math.min(same, piece.length() - 1));
                findings.report(
                        DiagnosticCode.NOT_NORMALIZED,
                        place,
                        "the text is not in Unicode Normalization Form C from here");
                return;
            }
        }
    }

    /** The name of a line that looks like a tag: up to a colon or white space. */
    static String tagName(PlacedLine line) {
        String text = line.line().text();
        int end = CharacterClasses.first(text, c -> c == ':' || CharacterClasses.isSpace(c));
        return text.substring(Math.min(1, text.length()), end < 0 ? text.length() : Math.max(1, end));
    }

    /** The tag that a comment or unknown tag would be in capitals. */
    static Optional<HlsTag> capitalTag(PlacedLine line) {
        PlaylistLine.Kind kind = line.line().kind();
        return kind == PlaylistLine.Kind.COMMENT || kind == PlaylistLine.Kind.UNKNOWN_TAG
                ? HlsTag.of(CharacterClasses.toCapitals(tagName(line)))
                : Optional.empty();
    }
}
