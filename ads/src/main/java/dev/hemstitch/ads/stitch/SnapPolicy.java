package dev.hemstitch.ads.stitch;

/** Which segment boundary a break takes that was asked for within a segment. Within 1 ms of a boundary it is at it. */
public enum SnapPolicy {
    /** The nearest one; the earlier of two at the same distance. */
    NEAREST,
    /** The last one before. */
    BEFORE,
    /** The first one behind. */
    AFTER
}
