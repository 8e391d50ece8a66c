package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What all segments of one text share: the text, the numbers of the first one, and each other.
 */
final class SegmentOrigin {
    private final ByteSpan text;
    private final InForce before;
    private MediaSegment[] segments = {};
    private long firstMediaSequence;
    private long firstDiscontinuitySequence;
    private int firstDated = -1;
    private long tags;
    private boolean implicitIvs;
    private volatile int @Nullable [] readableAnchors;

    /**
     * @param before what is in force before the first segment's lines
     */
    SegmentOrigin(ByteSpan text, InForce before) {
        this.text = text;
        this.before = before;
    }

    /** Fills in what is known only behind the last line; called once, before anything is handed out. */
    void complete(MediaSegment[] all, long mediaSequence, long discontinuitySequence, int dated) {
        segments = all;
        firstMediaSequence = mediaSequence;
        firstDiscontinuitySequence = discontinuitySequence;
        firstDated = dated;
        for (MediaSegment segment : all) {
            tags |= segment.tags();
            implicitIvs |= segment.inForce().hasImplicitIv();
        }
    }

    ByteSpan text() {
        return text;
    }

    MediaSegment[] segments() {
        return segments;
    }

    long mediaSequence(int index) {
        return firstMediaSequence + index;
    }

    long discontinuitySequence(int discontinuities) {
        return firstDiscontinuitySequence + discontinuities;
    }

    /** The index of the first segment with a date of its own, or -1. */
    int firstDated() {
        return firstDated;
    }

    /**
     * The index of the segment whose date counts for another one, or -1: only for playlists with a date that cannot be
     * read are all of them looked at.
     */
    int readableAnchor(int index) {
        int[] anchors = readableAnchors;
        if (anchors == null) {
            anchors = anchors();
            readableAnchors = anchors;
        }
        return anchors[index];
    }

    private int[] anchors() {
        int[] anchors = new int[segments.length];
        int anchor = -1;
        for (int i = 0; i < anchors.length; i++) {
            if (segments[i].writtenProgramDateTime().isPresent()) {
                if (anchor < 0) {
                    Arrays.fill(anchors, 0, i, i);
                }
                anchor = i;
            }
            anchors[i] = anchor;
        }
        return anchors;
    }

    /** Whether a segment has an initialization vector that its Media Sequence Number stands for. */
    boolean hasImplicitIvs() {
        return implicitIvs;
    }

    /** The union of the tags of all segments. */
    long tags() {
        return tags;
    }

    InForce before(int index) {
        return index == 0 || index > segments.length ? before : segments[index - 1].inForce();
    }
}
