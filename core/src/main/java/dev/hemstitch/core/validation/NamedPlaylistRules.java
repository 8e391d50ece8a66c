package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.text.SourceLocation;
import java.util.List;

/** What the URIs of a Multivariant Playlist lead to (4.1 and 4.4.6.3). */
final class NamedPlaylistRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        for (CheckedTrack track : presentation.tracks()) {
            for (PlacedLine tag : track.namedBy()) {
                if (track.playlist().media().isEmpty()) {
                    String message = "the URI leads to no Media Playlist: " + Diagnostic.echo(track.uri());
                    presentation
                            .findings()
                            .report(DiagnosticCode.NOT_A_MEDIA_PLAYLIST, uriLocation(presentation, tag), message);
                } else if (tag.is(HlsTag.I_FRAME_STREAM_INF) && !track.media().iFramesOnly()) {
                    String message = "the Media Playlist has no EXT-X-I-FRAMES-ONLY: " + Diagnostic.echo(track.uri());
                    presentation
                            .findings()
                            .report(DiagnosticCode.NO_I_FRAMES_ONLY, uriLocation(presentation, tag), message);
                }
            }
        }
    }

    /** Where the URI stands: in the tag, or of EXT-X-STREAM-INF on the next URI line. */
    private static SourceLocation uriLocation(CheckedPresentation presentation, PlacedLine tag) {
        if (!tag.is(HlsTag.STREAM_INF)) {
            return tag.location(Rendition.URI.name());
        }
        List<PlacedLine> lines = presentation.multivariant().lines();
        for (PlacedLine line : lines.subList(tag.number(), lines.size())) {
            if (line.isUri()) {
                return line.location();
            }
        }
        return tag.location();
    }
}
