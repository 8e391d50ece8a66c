package dev.hemstitch.core.validation;

import java.util.List;
import java.util.Optional;

/** Whether two playlists give the same content the same Discontinuity Sequence Numbers. */
final class DiscontinuityMapping {
    /**
     * Where they do not.
     *
     * @param judged a stretch of the playlist that was judged
     * @param reference a stretch of the other one for the same content
     */
    record Conflict(ContentTimeline.Run judged, ContentTimeline.Run reference) {}

    private DiscontinuityMapping() {}

    /** Whether both begin with the same content for good, so that it can be matched by its place. */
    static boolean startAlike(ContentTimeline judged, ContentTimeline reference) {
        return judged.hasFixedStart() && reference.hasFixedStart();
    }

    /** Content is matched by its place where both start alike, else by its date, else by its place if both have ended. */
    static Optional<Conflict> conflict(ContentTimeline judged, ContentTimeline reference) {
        long tolerance = tolerance(judged, reference);
        if (startAlike(judged, reference)) {
            return compare(judged, reference, false, tolerance);
        }
        if (judged.isDated() && reference.isDated()) {
            boolean canMatch = DateMapping.conflict(judged, reference).isEmpty();
            return canMatch ? compare(judged, reference, true, tolerance) : Optional.empty();
        }
        long lengths = Math.abs(judged.lastEnd(false) - reference.lastEnd(false));
        long place = tolerance + Math.max(judged.targetDuration(), reference.targetDuration());
        boolean canMatch = judged.hasEnded() && reference.hasEnded() && lengths <= place;
        return canMatch ? compare(judged, reference, false, place) : Optional.empty();
    }

    private static long tolerance(ContentTimeline judged, ContentTimeline reference) {
        return Math.max(judged.targetDuration(), reference.targetDuration()) + judged.rounding() + reference.rounding();
    }

    /** The first stretch that has another number than what it overlaps for longer than the tolerance. */
    private static Optional<Conflict> compare(
            ContentTimeline judged, ContentTimeline reference, boolean byDate, long tolerance) {
        List<ContentTimeline.Run> ours = judged.runs();
        List<ContentTimeline.Run> theirs = reference.runs();
        int i = 0;
        int j = 0;
        while (i < ours.size() && j < theirs.size()) {
            ContentTimeline.Run our = ours.get(i);
            ContentTimeline.Run their = theirs.get(j);
            long ourEnd = judged.end(our.last(), byDate);
            long theirEnd = reference.end(their.last(), byDate);
            long start = Math.max(judged.start(our.first(), byDate), reference.start(their.first(), byDate));
            boolean overlaps = Math.min(ourEnd, theirEnd) - start > tolerance;
            if (overlaps && our.discontinuity() != their.discontinuity()) {
                return Optional.of(new Conflict(our, their));
            }
            if (ourEnd <= theirEnd) {
                i++;
            } else {
                j++;
            }
        }
        return Optional.empty();
    }
}
