package dev.hemstitch.core.model;

/**
 * The format of session data (RFC 8216bis, 4.4.6.4). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record SessionDataFormat(String value) {
    /** JSON. */
    public static final SessionDataFormat JSON = new SessionDataFormat("JSON");

    /** Any other. */
    public static final SessionDataFormat RAW = new SessionDataFormat("RAW");

    @Override
    public String toString() {
        return value;
    }
}
