package dev.hemstitch.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in force for each segment: noted only where it changes. */
final class InForceChanges {
    private final SegmentIndexes indexes = new SegmentIndexes();
    private final List<InForce> values = new ArrayList<>();
    private boolean implicitIvs;

    /** Notes what is in force from a segment on. */
    void add(int index, InForce inForce) {
        indexes.add(index);
        values.add(inForce);
        implicitIvs |= inForce.hasImplicitIv();
    }

    /** What is in force for a segment, or empty before the first change. */
    Optional<InForce> at(int index) {
        int changes = indexes.countUpTo(index);
        return changes == 0 ? Optional.empty() : Optional.of(values.get(changes - 1));
    }

    /** The index of the first change behind a segment. */
    int next(int index) {
        int changes = indexes.countUpTo(index);
        return changes == indexes.count() ? Integer.MAX_VALUE : indexes.get(changes);
    }

    boolean hasImplicitIvs() {
        return implicitIvs;
    }
}
