package dev.hemstitch.ads.simulator;

/**
 * A rendition of a channel.
 *
 * @param name what it is called, and the folder of its URIs
 * @param kind what it carries
 * @param segmentMicros how long its segments are as a rule, in microseconds
 * @param followsVideo whether it has the boundaries of the first rendition instead of its own
 */
public record ContentRendition(String name, Kind kind, long segmentMicros, boolean followsVideo) {
    /** What a rendition carries. */
    public enum Kind {
        /** A variant. */
        VIDEO,
        /** An EXT-X-MEDIA of TYPE AUDIO. */
        AUDIO,
        /** An EXT-X-MEDIA of TYPE SUBTITLES: WebVTT, never encrypted. */
        SUBTITLES
    }
}
