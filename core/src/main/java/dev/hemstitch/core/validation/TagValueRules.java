package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;

/** The numbers of tags that have no attributes (4.2). EXT-X-TARGETDURATION has a rule of its own. */
final class TagValueRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.lines()) {
            line.tag().ifPresent(tag -> {
                switch (tag) {
                    case VERSION, MEDIA_SEQUENCE, DISCONTINUITY_SEQUENCE, BITRATE -> integer(tag, line, findings);
                    case INF -> duration(line, findings);
                    default -> {}
                }
            });
        }
    }

    private static void integer(HlsTag tag, PlacedLine line, Findings findings) {
        if (!Numbers.isInteger(line.value())) {
            findings.report(
                    DiagnosticCode.MALFORMED_INTEGER,
                    line.valueLocation(),
                    tag.tagName() + Numbers.NO_INTEGER + Diagnostic.echo(line.value()));
        }
    }

    /** Up to the comma, or up to white space, which is reported as such. */
    private static void duration(PlacedLine line, Findings findings) {
        String value = line.value();
        int end = CharacterClasses.first(value, c -> c == ',' || CharacterClasses.isSpace(c));
        String duration = end < 0 ? value : value.substring(0, end);
        if (!Numbers.isDecimal(duration)) {
            findings.report(
                    DiagnosticCode.MALFORMED_DECIMAL,
                    line.valueLocation(),
                    "the duration of EXTINF" + Numbers.NO_DECIMAL + Diagnostic.echo(duration));
        }
    }
}
