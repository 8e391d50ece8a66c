package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import java.util.Optional;

/**
 * Two snapshots of one playlist.
 *
 * @param older the older one, complete
 * @param newer the newer one, perhaps a Playlist Delta Update
 * @param removed how many segments of the older one are no longer in the newer one: those at its start
 * @param findings takes what is found, at places in the newer one
 */
record SnapshotPair(Snapshot older, Snapshot newer, int removed, Findings findings) {
    /** Where the segment of the newer one stands in the older one; outside of it for a new segment. */
    int olderIndex(int newerIndex) {
        long index = newerIndex + removed + skippedOfOlder();
        return index > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) index;
    }

    /** Segments of the older one that the newer one has but does not list. */
    private long skippedOfOlder() {
        return newer.skipped();
    }

    /** {@return how many segments of the newer one the older one has too} */
    int common() {
        int first = olderIndex(0);
        return Math.max(0, Math.min(newer.size(), older.size() - first));
    }

    PlacedSegment placed(int newerIndex) {
        return newer.segments().get(newerIndex);
    }

    MediaSegment after(int newerIndex) {
        return newer.segment(newerIndex);
    }

    MediaSegment before(int newerIndex) {
        return older.segment(olderIndex(newerIndex));
    }

    void report(DiagnosticCode code, int newerIndex, String message) {
        findings.report(code, placed(newerIndex).uriLine(), message);
    }

    /** Takes a problem of a tag of the newer one, or of the text if it has none. */
    void report(DiagnosticCode code, HlsTag tag, String message) {
        Optional<PlacedLine> line = newer.checked().first(tag);
        if (line.isPresent()) {
            findings.report(code, line.get(), message);
        } else {
            findings.reportWhole(code, message);
        }
    }
}
