package dev.hemstitch.ads.simulator;

import java.util.List;

/** A segment of a channel's content: the truth about what its URI stands for. */
final class OriginSegment {
    String rendition = "";
    /** Its place among all segments of the rendition. */
    int position;
    /** Which run of the encoder it is from. */
    int epoch;

    long mediaSequence;
    long discontinuitySequence;
    /** How many discontinuities and restarts came before it: the same in all renditions. */
    int period;

    long startNanos;
    long durationNanos;
    String durationText = "";
    String uri = "";
    String absoluteUri = "";
    long rangeStart = -1;
    long rangeLength = -1;
    boolean discontinuity;
    boolean gap;
    boolean dated;
    String keyLines = "";
    String keys = "";
    String mapLine = "";
    String map = "";
    String mapKeys = "";
    String cueLines = "";
    List<OriginPart> parts = List.of();
    long publishedAt;

    long endNanos() {
        return startNanos + durationNanos;
    }

    @Override
    public String toString() {
        return absoluteUri.substring(absoluteUri.lastIndexOf('/', absoluteUri.lastIndexOf('/') - 1) + 1)
                + (rangeStart < 0 ? "" : "@" + rangeStart);
    }

    /**
     * A part of a segment.
     *
     * @param uri its URI as written
     * @param absoluteUri its URI resolved
     * @param durationNanos how long it is
     * @param publishedAt when it appears
     */
    record OriginPart(String uri, String absoluteUri, long durationNanos, long publishedAt) {}
}
