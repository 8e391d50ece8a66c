package dev.hemstitch.core.diff;

/**
 * A value in effective terms.
 *
 * @param key the same text on both sides exactly if a player would do the same
 * @param shown as it is written
 */
record Term(String key, String shown) {
    static Term of(String text) {
        return new Term(text, text);
    }
}
