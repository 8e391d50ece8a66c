package dev.hemstitch.ads.cue;

/** Why a marker could not be taken as it stands. A name is never given to another reason later. */
public enum CueProblemCode {
    /** The end of a break where none is open; ignored. */
    STRAY_IN,
    /** EXT-X-ASSET where no break is; ignored. */
    STRAY_ASSET,
    /** A break that says it goes on where one has ended; ignored. */
    CONTINUED_BEHIND_END,
    /** A splice_info_section that cannot be read: the tag still counts as what its other text says. */
    UNREADABLE_SCTE35,
    /** A tag that means nothing without a section or words about it, and has neither in readable form; ignored. */
    MEANINGLESS_CUE,
    /** A duration or elapsed time that is no number from 0 on; taken as absent. */
    MALFORMED_NUMBER,
    /** Markers of one break say durations that differ by more than a second. */
    CONTRADICTORY_DURATIONS,
    /** A break that starts inside another one, which ends there unless it has a date range of its own. */
    OVERLAPPING_BREAKS,
    /** Two breaks with one event id, far from each other; the later one gets an id of its own. */
    REPEATED_ID,
    /** More markers than are read; those behind are ignored. */
    TOO_MANY_CUES
}
