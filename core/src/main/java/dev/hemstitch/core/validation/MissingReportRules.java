package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.RenditionReport;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** That low-latency playlists report on all others of their presentation (B.1). */
final class MissingReportRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        TracksByUri tracks = new TracksByUri(presentation);
        for (CheckedTrack track : presentation.mediaTracks()) {
            if (track.playlist().has(HlsTag.PART_INF) && !track.media().endList()) {
                check(presentation, tracks, track);
            }
        }
    }

    private static void check(CheckedPresentation presentation, TracksByUri tracks, CheckedTrack track) {
        Set<String> reported = new HashSet<>();
        for (PlacedLine report : track.playlist().all(HlsTag.RENDITION_REPORT)) {
            String uri = report.text(RenditionReport.URI.name()).orElse("");
            if (tracks.isAmbiguous(track, uri)) {
                return;
            }
            tracks.find(track, uri).ifPresent(other -> reported.add(other.uri()));
        }
        boolean reportsIFrames = presentation.mediaTracks().stream()
                .anyMatch(other -> isIFrames(other) && reported.contains(other.uri()));
        List<CheckedTrack> missing = new ArrayList<>();
        String base = presentation.base(track);
        for (CheckedTrack other : presentation.mediaTracks()) {
            boolean isWanted = reportsIFrames || !isIFrames(other);
            if (!other.uri().equals(track.uri())
                    && isWanted
                    && !reported.contains(other.uri())
                    && isReachable(base, presentation.base(other))) {
                missing.add(other);
            }
        }
        if (!missing.isEmpty()) {
            String message = "EXT-X-RENDITION-REPORT is missing for " + missing.size()
                    + " other Media Playlists, first of them "
                    + Diagnostic.echo(missing.get(0).uri());
            track.playlist()
                    .first(HlsTag.PART_INF)
                    .ifPresent(line -> track.findings().report(DiagnosticCode.MISSING_RENDITION_REPORT, line, message));
        }
    }

    /** Whether a relative URI can lead from one playlist to another one: not to another server. */
    private static boolean isReachable(String from, String to) {
        return !UriReferences.isAbsolute(UriReferences.relativize(from, to));
    }

    private static boolean isIFrames(CheckedTrack track) {
        return track.isIFrames() || track.media().iFramesOnly();
    }
}
