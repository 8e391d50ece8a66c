package dev.hemstitch.ads.model;

/** What the segments of a track hold. */
public enum TrackKind {
    /** The media of a variant or of a video rendition: video, perhaps with audio, or audio alone. */
    MAIN,
    /** An audio rendition of its own. */
    AUDIO,
    /** A subtitle rendition. */
    SUBTITLES,
    /** I-frames only. */
    I_FRAMES
}
