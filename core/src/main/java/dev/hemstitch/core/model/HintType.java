package dev.hemstitch.core.model;

/**
 * The kind of resource that a hint names (RFC 8216bis, 4.4.5.3). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record HintType(String value) {
    /** A Partial Segment. */
    public static final HintType PART = new HintType("PART");

    /** A Media Initialization Section. */
    public static final HintType MAP = new HintType("MAP");

    @Override
    public String toString() {
        return value;
    }
}
