package dev.hemstitch.core.uri;

/**
 * Which Playlist Delta Update a client asks for (RFC 8216bis, 6.2.5.1). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record SkipDirective(String value) {
    /** Older segments may be left out. */
    public static final SkipDirective YES = new SkipDirective("YES");

    /** Older segments and date ranges may be left out. */
    public static final SkipDirective V2 = new SkipDirective("v2");

    /**
     * A word.
     *
     * @param value the word
     * @throws IllegalArgumentException if it is empty
     */
    public SkipDirective {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a directive has a value");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
