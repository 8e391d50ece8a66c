package dev.hemstitch.ads.cue;

/** What says where a break signalled by EXT-X-DATERANGE starts and ends. */
public enum CuePosition {
    /**
     * The segment that the tag stands before, as most stitchers have it. A tag before the first segment or behind the last
     * one, where packagers list ranges that lie elsewhere, counts by its date if that lies elsewhere.
     */
    TAG,
    /** START-DATE and END-DATE, as RFC 8216bis, 4.4.5.1 has it; the tag's place only if a date cannot be mapped. */
    START_DATE
}
