package dev.hemstitch.ads.simulator;

/** How a break goes. */
public enum BreakKind {
    /** Its length is said, and its end is marked there. */
    KNOWN,
    /** Its length is said, and its end is marked before. */
    EARLY_IN,
    /** Its length is said, and its end is not marked. */
    MISSING_IN,
    /** Its length is said, and its end is marked later. */
    EXTENDED,
    /** Only its end says how long it was. */
    UNKNOWN_LENGTH,
    /** Two breaks of known length: the second starts where the first ends. */
    BACK_TO_BACK,
    /** Two breaks of known length: the second starts before the first ends; no end is marked. */
    OVERLAPPING,
    /** A point without length: both marks on one segment. */
    POINT
}
