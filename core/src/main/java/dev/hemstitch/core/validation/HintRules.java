package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HintType;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PreloadHint;
import dev.hemstitch.core.model.RenditionReport;
import dev.hemstitch.core.uri.UriReferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** EXT-X-PRELOAD-HINT and EXT-X-RENDITION-REPORT (4.4.5.3 and 4.4.5.4). */
final class HintRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        playlist.media().ifPresent(media -> {
            checkHints(playlist, media, findings);
            playlist.all(HlsTag.RENDITION_REPORT).forEach(line -> checkReport(line, findings));
        });
    }

    private static void checkHints(CheckedPlaylist playlist, MediaPlaylist media, Findings findings) {
        Map<HintType, PlacedLine> firsts = new HashMap<>();
        for (PlacedLine line : playlist.all(HlsTag.PRELOAD_HINT)) {
            if (media.endList()) {
                String message = "EXT-X-PRELOAD-HINT in a playlist that has ended";
                findings.report(DiagnosticCode.HINT_AFTER_END, line, message);
            }
            Optional<HintType> type = line.get(PreloadHint.TYPE);
            if (type.filter(known -> known.equals(HintType.PART) || known.equals(HintType.MAP))
                    .isEmpty()) {
                continue;
            }
            PlacedLine first = firsts.putIfAbsent(type.get(), line);
            if (first != null) {
                String message =
                        "line " + first.number() + " hints a " + type.get().value() + " already";
                findings.report(DiagnosticCode.REPEATED_HINT, line, message);
            }
        }
    }

    private static void checkReport(PlacedLine line, Findings findings) {
        line.get(RenditionReport.URI).filter(UriReferences::isAbsolute).ifPresent(uri -> {
            String message = "the URI of a rendition report must be relative: " + Diagnostic.echo(uri);
            findings.report(DiagnosticCode.REPORT_URI_NOT_RELATIVE, line, RenditionReport.URI, message);
        });
    }
}
