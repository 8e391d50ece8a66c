package dev.hemstitch.core.model;

import java.util.function.IntPredicate;

/** The segments before which a date stands, and which of them counts for another one. */
final class SegmentDates {
    private final SegmentIndexes dated = new SegmentIndexes();

    SegmentDates(int count, IntPredicate isDated) {
        for (int i = 0; i < count; i++) {
            if (isDated.test(i)) {
                dated.add(i);
            }
        }
    }

    /** The last one with a date up to a segment, else the first one behind it, or -1. */
    int anchor(int index) {
        int before = dated.countUpTo(index);
        return dated.count() == 0 ? -1 : dated.get(Math.max(0, before - 1));
    }
}
