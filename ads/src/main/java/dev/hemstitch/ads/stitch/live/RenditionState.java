package dev.hemstitch.ads.stitch.live;

/**
 * How far one rendition of a viewer has come. Numbers of segments are unsigned; "edge" is the last segment of the newest
 * snapshot that was stitched.
 *
 * @param edge the origin's number of the edge
 * @param edgeHash what the edge is told by
 * @param edgeMicros where the edge ends on the session's timeline
 * @param edgeDiscontinuity the edge's discontinuity number, corrected
 * @param firstIn the origin's number of the first segment of that snapshot
 * @param firstHash what that segment is told by
 * @param correction what is added to the origin's discontinuity numbers where it forgets those that have left its window
 * @param offset what is added to the origin's numbers before the first break of the state
 * @param first the output's number of the first segment that is listed
 * @param last the output's number of the last one
 * @param driftMicros how much longer the output is so far than the origin
 * @param stalledMicros how long ago, on the session's timeline, the output last grew, when the edge was published; less than zero if it
 *     grew when there were parts behind the edge
 * @param restarts how many of the origin's restarts it has passed
 * @param partMicros how long the parts behind the edge are that were published
 * @param isUnmarked whether the last break began here without a marker in its own playlists
 * @param alignment how its numbers go with those of other renditions
 * @param change where its segments last became longer or shorter, if it has no dates
 * @param gridMicros how far apart the boundaries are between which ads may end here, as far as was seen; 0 if segments are cut for breaks
 * @param sinceDiscontinuityMicros how long before the edge the origin's last discontinuity is, if it has no dates; 0 if that is not known
 */
record RenditionState(
        long edge,
        int edgeHash,
        long edgeMicros,
        long edgeDiscontinuity,
        long firstIn,
        int firstHash,
        long correction,
        long offset,
        long first,
        long last,
        long driftMicros,
        long stalledMicros,
        long restarts,
        long partMicros,
        boolean isUnmarked,
        Alignment alignment,
        Alignment.Change change,
        long gridMicros,
        long sinceDiscontinuityMicros) {

    RenditionState withOffset(long newOffset) {
        return new RenditionState(
                edge,
                edgeHash,
                edgeMicros,
                edgeDiscontinuity,
                firstIn,
                firstHash,
                correction,
                newOffset,
                first,
                last,
                driftMicros,
                stalledMicros,
                restarts,
                partMicros,
                isUnmarked,
                alignment,
                change,
                gridMicros,
                sinceDiscontinuityMicros);
    }

    /** The same on a timeline that starts earlier. */
    RenditionState later(long micros) {
        return new RenditionState(
                edge,
                edgeHash,
                edgeMicros + micros,
                edgeDiscontinuity,
                firstIn,
                firstHash,
                correction,
                offset,
                first,
                last,
                driftMicros,
                stalledMicros,
                restarts,
                partMicros,
                isUnmarked,
                alignment,
                change,
                gridMicros,
                sinceDiscontinuityMicros);
    }
}
