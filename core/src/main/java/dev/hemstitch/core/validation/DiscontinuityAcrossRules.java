package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;

/** Discontinuity Sequence Numbers in the Media Playlists of a presentation (6.2.4). */
final class DiscontinuityAcrossRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        List<ContentTimeline> timelines = ContentTimeline.of(presentation.mediaTracks());
        for (ContentTimeline timeline : timelines) {
            ContentTimeline first = timelines.get(0);
            if (timeline != first) {
                DiscontinuityMapping.conflict(timeline, first)
                        .ifPresent(conflict -> report(timeline, first.track(), conflict));
            }
        }
    }

    private static void report(
            ContentTimeline timeline, CheckedTrack reference, DiscontinuityMapping.Conflict conflict) {
        String message = "the Discontinuity Sequence Number is "
                + Long.toUnsignedString(conflict.judged().discontinuity()) + " here and "
                + Long.toUnsignedString(conflict.reference().discontinuity()) + " for the same content in "
                + Diagnostic.echo(reference.uri());
        timeline.track()
                .findings()
                .report(DiagnosticCode.DISCONTINUITIES_DIFFER, timeline.line(conflict.judged()), message);
    }
}
