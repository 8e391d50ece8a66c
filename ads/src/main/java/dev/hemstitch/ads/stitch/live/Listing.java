package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a playlist depends on, beside the snapshot: viewers for whom it is the same, as they have the same ads and numbers, get the
 * same playlist.
 *
 * @param outputUri where it stands
 * @param parts what it lists
 * @param number the number of the first segment
 * @param discontinuity the discontinuity number that it begins with
 * @param targetDuration in seconds
 * @param version the highest EXT-X-VERSION that was needed before
 * @param isDependent whether an ad was published before whose segments may need others to be decoded
 * @param breakFollows whether the segment that is not yet complete is replaced
 */
record Listing(
        String outputUri,
        List<Part> parts,
        long number,
        long discontinuity,
        long targetDuration,
        long version,
        boolean isDependent,
        boolean breakFollows) {
    /**
     * A stretch of content or of ads.
     *
     * @param from the index of its first segment
     * @param to the index behind the last one
     * @param isBehindBreak whether it is content that goes on behind ads
     * @param resumed the date that is written then
     * @param startMicros when ads start, in microseconds since 1970; {@link LiveState#NO_DATE} without dates
     * @param ads what plays from there; empty for content
     */
    record Part(
            int from,
            int to,
            boolean isBehindBreak,
            Optional<IsoDateTime> resumed,
            long startMicros,
            List<Stretch> ads) {}

    /**
     * A stretch of an ad between two discontinuities.
     *
     * @param segments the ad's
     * @param unit which stretch of it
     * @param firstSegment the number of segments before it
     */
    record Stretch(AdSegments segments, int unit, int firstSegment) {}

    /**
     * What is written.
     *
     * @param playlist the playlist
     * @param version the highest EXT-X-VERSION that was needed so far
     * @param isDependent whether an ad was published so far whose segments may need others to be decoded
     */
    record Written(MediaPlaylist playlist, long version, boolean isDependent) {}

    static List<Stretch> stretches(AdLine line, int to) {
        List<Stretch> stretches = new ArrayList<>(line.units().size());
        for (AdLine.Unit unit : line.units()) {
            if (unit.firstSegment() < to) {
                stretches.add(new Stretch(unit.segments(), unit.unit(), unit.firstSegment()));
            }
        }
        return stretches;
    }
}
