package dev.hemstitch.ads.simulator;

import java.util.List;

/**
 * What an edge served of a rendition at one moment. The same moment gives the same object, so its bytes can be cached by
 * identity.
 */
public final class OriginSnapshot {
    private final String rendition;
    private final byte[] bytes;
    final int number;
    final int first;
    final int last;
    final long startNanos;
    final long endNanos;
    /** Where the last part ends of the segment that is not complete. */
    final long partsEndNanos;

    final boolean ended;
    /** The date ranges that are in it and are no cues. */
    final List<RenditionTimeline.RangeTag> dateRanges;

    private final List<OriginSegment> all;

    OriginSnapshot(
            String rendition,
            byte[] bytes,
            int number,
            OriginSegment first,
            OriginSegment last,
            long partsNanos,
            boolean ended,
            List<RenditionTimeline.RangeTag> dateRanges,
            List<OriginSegment> all) {
        this.rendition = rendition;
        this.bytes = bytes;
        this.number = number;
        this.first = first.position;
        this.last = last.position;
        this.startNanos = first.startNanos;
        this.endNanos = last.endNanos();
        this.partsEndNanos = endNanos + partsNanos;
        this.ended = ended;
        this.dateRanges = dateRanges;
        this.all = all;
    }

    /** Where a segment of the rendition starts. */
    long start(int position) {
        return all.get(position).startNanos;
    }

    /** {@return of which rendition it is} */
    public String rendition() {
        return rendition;
    }

    /** {@return the playlist; not to be changed} */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    /** {@return where its last whole segment ends, in nanoseconds from the channel's start} */
    public long endNanos() {
        return endNanos;
    }

    /** {@return its number: a snapshot of the same rendition with a lower number is older} */
    public int number() {
        return number;
    }

    /** {@return whether it is the last one} */
    public boolean ended() {
        return ended;
    }
}
