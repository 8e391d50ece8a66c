package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Which segments of two Media Playlists are the same: those with the same Media Sequence Number; in complete playlists,
 * and where that is plainly wrong because one side has been numbered anew, those with the same URI and byte range.
 */
final class SegmentPairs {
    private SegmentPairs() {}

    /** For each segment on the left the index of that on the right, rising, or -1. */
    static int[] of(MediaPlaylist left, MediaPlaylist right, UriIdentities uris) {
        List<String> keys = keys(left.segments(), uris::left);
        List<String> others = keys(right.segments(), uris::right);
        if (left.endList() && right.endList()) {
            return SegmentAlignment.of(keys, others);
        }
        int[] numbered = byNumber(left, right);
        int same = same(keys, others, numbered);
        if (2 * same >= Math.min(keys.size(), others.size())) {
            return numbered;
        }
        int[] aligned = SegmentAlignment.of(keys, others);
        return 2 * same < same(keys, others, aligned) ? aligned : numbered;
    }

    private static List<String> keys(List<MediaSegment> segments, Function<String, Term> uri) {
        List<String> keys = new ArrayList<>(segments.size());
        for (MediaSegment segment : segments) {
            String key = uri.apply(segment.uri()).key();
            keys.add(segment.byteRange().map(range -> key + "\n" + range).orElse(key));
        }
        return keys;
    }

    private static int[] byNumber(MediaPlaylist left, MediaPlaylist right) {
        int[] pairs = new int[left.segments().size()];
        Arrays.fill(pairs, -1);
        int count = right.segments().size();
        if (pairs.length > 0 && count > 0) {
            long shift = left.segments().get(0).mediaSequence()
                    - right.segments().get(0).mediaSequence();
            for (int i = 0; i < pairs.length; i++) {
                long index = i + shift;
                pairs[i] = index >= 0 && index < count ? (int) index : -1;
            }
        }
        return pairs;
    }

    private static int same(List<String> left, List<String> right, int[] pairs) {
        int same = 0;
        for (int i = 0; i < pairs.length; i++) {
            same += pairs[i] >= 0 && left.get(i).equals(right.get(pairs[i])) ? 1 : 0;
        }
        return same;
    }
}
