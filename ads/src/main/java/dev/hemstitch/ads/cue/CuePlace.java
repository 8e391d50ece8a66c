package dev.hemstitch.ads.cue;

/**
 * Where a marker applies, and where it stands.
 *
 * @param boundary the index of the segment before which it applies; of as many as there are for behind the last one; -1 for
 *     before the first one; for a time within a segment that of the nearer boundary
 * @param nanos the time on the playlist's timeline
 * @param owner the index of the segment among whose lines it stands: -1 for the header, as many as there are for the trailer
 * @param line the index among these lines
 */
record CuePlace(int boundary, long nanos, int owner, int line) {
    CuePlace at(int otherBoundary, long otherNanos) {
        return new CuePlace(otherBoundary, otherNanos, owner, line);
    }
}
