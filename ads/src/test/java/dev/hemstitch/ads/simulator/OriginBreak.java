package dev.hemstitch.ads.simulator;

/**
 * A break of a channel: the truth.
 *
 * @param number its number, the event id of its cue markers
 * @param kind how it goes
 * @param startNanos where it starts, from the channel's start; a boundary of the video
 * @param plannedNanos the length that is announced, or -1
 * @param endNanos up to where content may be replaced: its mark, or where it said that it would end
 * @param marked whether its end is marked
 */
public record OriginBreak(
        int number, BreakKind kind, long startNanos, long plannedNanos, long endNanos, boolean marked) {
    /** {@return whether nobody could know its end until it came: ads may be cut there} */
    public boolean endsUnannounced() {
        return marked && (plannedNanos < 0 || endNanos < startNanos + plannedNanos);
    }

    /** Whether a time lies in it, or so near that a rendition with other boundaries may take it for inside. */
    boolean contains(long nanos, long before, long after) {
        return nanos >= startNanos - before && nanos <= endNanos + after;
    }
}
