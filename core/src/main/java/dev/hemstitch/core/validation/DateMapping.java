package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether two playlists give the same content the same dates, as far as that can be told without its timestamps. */
final class DateMapping {
    /**
     * Where they do not.
     *
     * @param line the line of the playlist that was judged
     * @param message what is wrong
     */
    record Conflict(PlacedLine line, String message) {}

    private DateMapping() {}

    /**
     * Compares the dates of a playlist with those of another one: at the start of both if they are VOD, and where they
     * have a discontinuity of the same number.
     */
    static Optional<Conflict> conflict(ContentTimeline judged, ContentTimeline reference) {
        if (!judged.isDated() || !reference.isDated()) {
            return Optional.empty();
        }
        if (judged.hasType(PlaylistType.VOD) && reference.hasType(PlaylistType.VOD)) {
            long apart = judged.firstStart(true) - reference.firstStart(true);
            if (Math.abs(apart) > ContentTimeline.SECOND) {
                PlacedLine line = judged.track()
                        .playlist()
                        .first(HlsTag.PROGRAM_DATE_TIME)
                        .orElse(judged.segment(0).uriLine());
                return Optional.of(new Conflict(line, message("the first segment", apart, reference)));
            }
        }
        boolean startAlike = DiscontinuityMapping.startAlike(judged, reference);
        return startAlike && DiscontinuityMapping.conflict(judged, reference).isPresent()
                ? Optional.empty()
                : atDiscontinuities(judged, reference, startAlike);
    }

    /**
     * Compares the dates of discontinuities that both have. Where their numbers cannot be checked by place, other dates
     * may come from other numbers: only if all are off by the same time it is the dates.
     */
    private static Optional<Conflict> atDiscontinuities(
            ContentTimeline judged, ContentTimeline reference, boolean areNumbersSure) {
        long tolerance = Math.max(judged.targetDuration(), reference.targetDuration());
        Map<Long, Long> dates = new HashMap<>();
        for (ContentTimeline.Run run : reference.runs()) {
            if (starts(reference, run)) {
                dates.put(run.discontinuity(), reference.start(run.first(), true));
            }
        }
        Optional<Conflict> found = Optional.empty();
        long shift = 0;
        for (ContentTimeline.Run run : judged.runs()) {
            Long date = dates.get(run.discontinuity());
            if (date == null || !starts(judged, run)) {
                continue;
            }
            long apart = judged.start(run.first(), true) - date;
            boolean isOff = Math.abs(apart) > tolerance;
            if (found.isEmpty() && isOff) {
                found = Optional.of(conflict(judged, run, apart, reference));
                shift = apart;
            } else if (!areNumbersSure && (!isOff || Math.abs(apart - shift) > tolerance)) {
                return Optional.empty();
            }
        }
        return found;
    }

    private static Conflict conflict(
            ContentTimeline judged, ContentTimeline.Run run, long apart, ContentTimeline reference) {
        String what = "discontinuity " + Long.toUnsignedString(run.discontinuity());
        PlacedLine line =
                judged.segment(run.first()).first(HlsTag.PROGRAM_DATE_TIME).orElse(judged.line(run));
        return new Conflict(line, message(what, apart, reference));
    }

    /** Whether the discontinuity itself is in the playlist. */
    private static boolean starts(ContentTimeline timeline, ContentTimeline.Run run) {
        return timeline.segment(run.first()).segment().isDiscontinuity();
    }

    private static String message(String what, long apart, ContentTimeline reference) {
        return what + " is dated " + Math.abs(apart) / 1_000 + " ms " + (apart < 0 ? "before" : "behind") + " that of "
                + Diagnostic.echo(reference.track().uri());
    }
}
