package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.RenditionReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** EXT-X-RENDITION-REPORT and the renditions that it names (4.4.5.4). */
final class ReportRules implements PresentationRule {
    /** How many segments the snapshots of two renditions may lie apart. */
    private static final long PROGRESS = 3;

    @Override
    public void check(CheckedPresentation presentation) {
        TracksByUri tracks = new TracksByUri(presentation);
        for (CheckedTrack track : presentation.mediaTracks()) {
            List<PlacedLine> reports = track.playlist().all(HlsTag.RENDITION_REPORT);
            if (reports.isEmpty()) {
                continue;
            }
            Optional<RenditionEdge> own = RenditionEdge.of(track.media());
            for (PlacedLine report : reports) {
                report.get(RenditionReport.URI)
                        .flatMap(uri -> tracks.find(track, uri))
                        .filter(named -> !named.uri().equals(track.uri()))
                        .ifPresent(named -> check(track, own, report, named));
            }
        }
    }

    private static void check(CheckedTrack track, Optional<RenditionEdge> own, PlacedLine report, CheckedTrack named) {
        Optional<RenditionEdge> edge = RenditionEdge.of(named.media());
        if (edge.isEmpty()) {
            return;
        }
        OptionalInt ownPart = own.map(RenditionEdge::lastPart).orElse(OptionalInt.empty());
        boolean ownParts = own.map(RenditionEdge::hasParts).orElse(false);
        if (edge.get().hasParts() && !ownParts && !report.has(RenditionReport.LAST_PART)) {
            String message = Diagnostic.echo(named.uri()) + " has Partial Segments, but its report has no LAST-PART";
            track.findings().report(DiagnosticCode.REPORT_WITHOUT_LAST_PART, report, message);
        }
        Optional<Long> told = report.has(RenditionReport.LAST_MSN)
                ? report.get(RenditionReport.LAST_MSN)
                : own.map(RenditionEdge::mediaSequence);
        told.ifPresent(sequence -> {
            long actual = edge.get().mediaSequence();
            if (isApart(sequence, actual, named.media().endList())) {
                String message = "LAST-MSN is " + Long.toUnsignedString(sequence) + ", but "
                        + Diagnostic.echo(named.uri()) + " ends with " + Long.toUnsignedString(actual);
                track.findings().report(DiagnosticCode.REPORT_DISAGREES, report, RenditionReport.LAST_MSN, message);
            } else {
                checkPart(track, ownPart, report, sequence, named);
            }
        });
    }

    /** A playlist that has ended gets no further segment. */
    private static boolean isApart(long told, long actual, boolean hasEnded) {
        boolean isAhead = Long.compareUnsigned(told, actual) > 0;
        long apart = isAhead ? told - actual : actual - told;
        return Long.compareUnsigned(apart, isAhead && hasEnded ? 0 : PROGRESS) > 0;
    }

    /**
     * Only of the last whole segment are the parts known to be all there. A LAST-PART that is left out means that of the
     * playlist itself, at most: if that cannot be, it had to be there whatever 4.4.5.4 allows to leave out.
     */
    private static void checkPart(
            CheckedTrack track, OptionalInt ownPart, PlacedLine report, long sequence, CheckedTrack named) {
        List<MediaSegment> segments = named.media().segments();
        boolean isWritten = report.has(RenditionReport.LAST_PART);
        Optional<Long> part = isWritten
                ? report.get(RenditionReport.LAST_PART)
                : ownPart.stream().mapToObj(Long::valueOf).findFirst();
        if (segments.isEmpty() || part.isEmpty()) {
            return;
        }
        MediaSegment last = segments.get(segments.size() - 1);
        int count = last.parts().size();
        if (last.mediaSequence() != sequence || count == 0 || Long.compareUnsigned(part.get(), count) < 0) {
            return;
        }
        String message = "segment " + Long.toUnsignedString(sequence) + " of " + Diagnostic.echo(named.uri()) + " has "
                + count + " Partial Segments";
        if (isWritten) {
            track.findings()
                    .report(
                            DiagnosticCode.REPORT_DISAGREES,
                            report,
                            RenditionReport.LAST_PART,
                            "LAST-PART is " + Long.toUnsignedString(part.get()) + ", but " + message);
        } else {
            track.findings()
                    .report(
                            DiagnosticCode.REPORT_WITHOUT_LAST_PART,
                            report,
                            "LAST-PART is left out and would be " + part.get() + " as here, but " + message);
        }
    }
}
