package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.model.PlaylistPieces;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules that reading itself looks after. Where it is content with one code for several rules, as it is with tags that
 * stand twice and numbers that are none, the rules of the tags concerned say more exactly what is broken.
 */
final class ReadingRules implements PlaylistRule {
    private static final Set<DiagnosticCode> TAKEN = EnumSet.of(
            DiagnosticCode.MALFORMED_UTF8,
            DiagnosticCode.BYTE_ORDER_MARK,
            DiagnosticCode.MIXED_PLAYLIST_KINDS,
            DiagnosticCode.MALFORMED_ATTRIBUTE_LIST,
            DiagnosticCode.DUPLICATE_ATTRIBUTE,
            DiagnosticCode.MISSING_EXTM3U,
            DiagnosticCode.UNDEFINED_VARIABLE,
            DiagnosticCode.MISSING_EXTINF,
            DiagnosticCode.MISSING_EXTINF_COMMA,
            DiagnosticCode.MALFORMED_DATE,
            DiagnosticCode.MISSING_VARIANT_URI,
            DiagnosticCode.STRAY_URI);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        PlaylistPieces.problems(playlist.playlist(), problem -> {
            if (TAKEN.contains(problem.code())) {
                findings.report(problem.code(), problem.location(), problem.message());
            }
        });
    }
}
