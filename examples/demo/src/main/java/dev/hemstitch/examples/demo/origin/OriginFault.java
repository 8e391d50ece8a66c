package dev.hemstitch.examples.demo.origin;

/** What can happen to the origin's playlists. Its segments stay: they come from a content delivery network. */
public enum OriginFault {
    /** Nothing. */
    NONE,
    /** The live playlists stay as they were. */
    STALE,
    /** The channel has ended: nothing is wrong, and nothing comes any more. */
    ENDED,
    /** Every playlist is answered with 503. */
    DOWN
}
