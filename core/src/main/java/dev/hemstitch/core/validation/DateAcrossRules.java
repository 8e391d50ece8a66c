package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.model.HlsTag;
import java.util.List;

/** EXT-X-PROGRAM-DATE-TIME in the Media Playlists of a presentation (6.2.4). */
final class DateAcrossRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        List<ContentTimeline> timelines = ContentTimeline.of(presentation.mediaTracks());
        boolean hasDates = presentation.mediaTracks().stream()
                .anyMatch(track -> track.playlist().has(HlsTag.PROGRAM_DATE_TIME));
        for (ContentTimeline timeline : timelines) {
            if (hasDates && !timeline.track().playlist().has(HlsTag.PROGRAM_DATE_TIME)) {
                String message =
                        "EXT-X-PROGRAM-DATE-TIME is missing, other Media Playlists of the presentation have it";
                timeline.track().findings().reportWhole(DiagnosticCode.DATES_DIFFER, message);
            } else if (timeline != timelines.get(0)) {
                DateMapping.conflict(timeline, timelines.get(0))
                        .ifPresent(conflict -> timeline.track()
                                .findings()
                                .report(DiagnosticCode.DATES_DIFFER, conflict.line(), conflict.message()));
            }
        }
    }
}
