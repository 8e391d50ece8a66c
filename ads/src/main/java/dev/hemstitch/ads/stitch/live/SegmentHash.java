package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.MediaSegment;

/**
 * What tells a segment from another one with its number: the name of its resource without the folder and query, which may hold
 * tokens, its range and duration. Twenty bits.
 */
final class SegmentHash {
    private SegmentHash() {}

    static int of(MediaSegment segment) {
        String uri = segment.uri();
        int end = uri.length();
        int query = uri.indexOf('?');
        if (query >= 0) {
            end = query;
        }
        int start = uri.lastIndexOf('/', end) + 1;
        int hash = (int) segment.durationNanos();
        for (int i = start; i < end; i++) {
            hash = hash * 31 + uri.charAt(i);
        }
        if (segment.byteRange().isPresent()) {
            hash = hash * 31 + Long.hashCode(segment.byteRange().get().offset());
        }
        return (hash ^ (hash >>> 20)) & 0xFFFFF;
    }
}
