package dev.hemstitch.ads.cue;

/**
 * Where a segment starts on a timeline: by it a break that was read from one snapshot of a live playlist is found on the
 * timeline of the next one.
 *
 * @param mediaSequence the Media Sequence Number of a segment, unsigned 64 bit
 * @param startNanos where that segment starts, in nanoseconds
 */
public record TimelineAnchor(long mediaSequence, long startNanos) {}
