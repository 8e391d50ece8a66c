package dev.hemstitch.core.model;

/**
 * The kind of media of a rendition (RFC 8216bis, 4.4.6.1). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record RenditionType(String value) {
    /** Audio. */
    public static final RenditionType AUDIO = new RenditionType("AUDIO");

    /** Video. */
    public static final RenditionType VIDEO = new RenditionType("VIDEO");

    /** Subtitles. */
    public static final RenditionType SUBTITLES = new RenditionType("SUBTITLES");

    /** Captions within the video. */
    public static final RenditionType CLOSED_CAPTIONS = new RenditionType("CLOSED-CAPTIONS");

    @Override
    public String toString() {
        return value;
    }
}
