package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;

/** That the Media Playlists of a presentation have the same content but for its edges (6.2.4). */
final class ContentAcrossRules implements PresentationRule {
    /** A segment may be longer than the target duration by what rounding takes away. */
    private static final long ROUNDED_OFF = ContentTimeline.SECOND / 2;

    @Override
    public void check(CheckedPresentation presentation) {
        List<ContentTimeline> timelines = ContentTimeline.of(presentation.mediaTracks()).stream()
                .filter(ContentTimeline::isMain)
                .toList();
        if (timelines.size() < 2) {
            return;
        }
        long smallest = timelines.stream()
                .mapToLong(ContentTimeline::targetDuration)
                .min()
                .orElse(0);
        boolean haveEnded = timelines.stream().allMatch(ContentTimeline::hasEnded);
        boolean byDate = timelines.stream()
                .allMatch(timeline -> timeline.isDated()
                        && DateMapping.conflict(timeline, timelines.get(0)).isEmpty());
        if (byDate) {
            checkEdges(timelines, smallest, haveEnded);
            for (ContentTimeline timeline : timelines) {
                boolean isFirst = timeline == timelines.get(0);
                checkHoles(timeline, timelines.get(isFirst ? 1 : 0), smallest + ROUNDED_OFF);
            }
        } else if (haveEnded) {
            checkLengths(timelines, smallest);
        }
    }

    private static void checkEdges(List<ContentTimeline> timelines, long smallest, boolean haveEnded) {
        long start = upperMedian(timelines, timeline -> -timeline.firstStart(true));
        long end = upperMedian(timelines, timeline -> timeline.lastEnd(true));
        for (ContentTimeline timeline : timelines) {
            long allowed = smallest
                    + ROUNDED_OFF
                    + timeline.rounding()
                    + (haveEnded ? 0 : ContentTimeline.PROGRESS * timeline.targetDuration());
            PlacedLine first = timeline.segment(0).uriLine();
            report(timeline, first, "begins", timeline.firstStart(true) + start, allowed);
            report(timeline, lastLine(timeline), "ends", timeline.lastEnd(true) - end, allowed);
        }
    }

    private static void checkLengths(List<ContentTimeline> timelines, long smallest) {
        long end = upperMedian(timelines, timeline -> timeline.lastEnd(false));
        long rounding =
                timelines.stream().mapToLong(ContentTimeline::rounding).max().orElse(0);
        for (ContentTimeline timeline : timelines) {
            long edges = timeline.hasFixedStart() ? 1 : 2;
            long allowed = edges * (smallest + ROUNDED_OFF) + rounding + timeline.rounding();
            report(timeline, lastLine(timeline), "ends", timeline.lastEnd(false) - end, allowed);
        }
    }

    private static PlacedLine lastLine(ContentTimeline timeline) {
        return timeline.segment(timeline.count() - 1).uriLine();
    }

    /** What most have: of two the greater. */
    private static long upperMedian(List<ContentTimeline> timelines, ToLongFunction<ContentTimeline> value) {
        return timelines.stream()
                .mapToLong(value)
                .sorted()
                .skip(timelines.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static void report(ContentTimeline timeline, PlacedLine line, String edge, long apart, long allowed) {
        if (Math.abs(apart) > allowed) {
            String message = "the content " + edge + " " + seconds(Math.abs(apart)) + " seconds "
                    + (apart < 0 ? "before" : "behind") + " that of other Media Playlists of the presentation";
            timeline.track().findings().report(DiagnosticCode.CONTENT_MISSING, line, message);
        }
    }

    /** Looks for jumps of the dates over content that another playlist has. */
    private static void checkHoles(ContentTimeline judged, ContentTimeline reference, long allowed) {
        int at = 0;
        for (int i = 1; i < judged.count(); i++) {
            long from = judged.end(i - 1, true);
            long to = judged.start(i, true);
            if (to - from <= allowed) {
                continue;
            }
            while (at < reference.count() && reference.end(at, true) <= from) {
                at++;
            }
            long covered = 0;
            for (int j = at; j < reference.count() && reference.start(j, true) < to; j++) {
                covered += Math.min(to, reference.end(j, true)) - Math.max(from, reference.start(j, true));
            }
            if (covered > allowed) {
                String message = seconds(covered) + " seconds of content are missing before this segment that "
                        + Diagnostic.echo(reference.track().uri()) + " has";
                judged.track()
                        .findings()
                        .report(
                                DiagnosticCode.CONTENT_MISSING,
                                judged.segment(i).uriLine(),
                                message);
            }
        }
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros / 1_000, 3).toPlainString();
    }
}
