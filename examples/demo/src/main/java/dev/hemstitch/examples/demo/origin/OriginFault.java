package dev.hemstitch.examples.demo.origin;

/** What can be wrong with the origin's playlists. Its segments stay: they come from a content delivery network. */
public enum OriginFault {
    /** Nothing. */
    NONE,
    /** The live playlists stay as they were. */
    STALE,
    /** Every playlist is answered with 503. */
    DOWN
}
