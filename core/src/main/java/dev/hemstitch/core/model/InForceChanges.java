package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for each segment. While reading it is noted only where it changes; what it changes to is read when
 * first asked for, once for all changes, so that one change is always one object.
 */
final class InForceChanges {
    private final SegmentIndexes indexes = new SegmentIndexes();
    private volatile InForce @Nullable [] values;

    /** The same for all segments, whatever their lines say. */
    static InForceChanges always(InForce inForce) {
        InForceChanges changes = new InForceChanges();
        changes.indexes.add(0);
        changes.values = new InForce[] {inForce};
        return changes;
    }

    /** Notes that the lines of a segment may change what is in force. */
    void add(int index) {
        if (values == null) {
            indexes.add(index);
        }
    }

    /** Notes those of another text. */
    void addAll(InForceChanges other, int from, int to, int shift) {
        indexes.addAll(other.indexes, from, to, shift);
    }

    /** What is in force for a segment of the origin that these changes are noted for. */
    InForce at(int index, SegmentOrigin origin) {
        int changes = indexes.countUpTo(index);
        return changes == 0 ? origin.before(0) : values(origin)[changes - 1];
    }

    /** The index of the first change behind a segment. */
    int next(int index) {
        int changes = indexes.countUpTo(index);
        return changes == indexes.count() ? Integer.MAX_VALUE : indexes.get(changes);
    }

    boolean hasImplicitIvs(SegmentOrigin origin) {
        for (InForce inForce : values(origin)) {
            if (inForce.hasImplicitIv()) {
                return true;
            }
        }
        return false;
    }

    private InForce[] values(SegmentOrigin origin) {
        InForce[] known = values;
        return known == null ? readOnce(origin) : known;
    }

    private synchronized InForce[] readOnce(SegmentOrigin origin) {
        InForce[] known = values;
        if (known == null) {
            known = read(origin);
            values = known;
        }
        return known;
    }

    private InForce[] read(SegmentOrigin origin) {
        InForce[] read = new InForce[indexes.count()];
        InForce inForce = origin.before(0);
        for (int i = 0; i < read.length; i++) {
            int index = indexes.get(i);
            ByteSpan lines = origin.text().slice(origin.start(index), origin.uriStart(index));
            inForce = inForce.behind(lines);
            read[i] = inForce;
        }
        return read;
    }
}
