package dev.hemstitch.core.text;

/**
 * What text must not hold when it is written into a playlist: whatever would end its line or hide the rest of it.
 */
public final class Injection {
    private Injection() {}

    /**
     * Refuses line ends and NUL.
     *
     * @param text what is to be written within a line
     * @return the text
     * @throws IllegalArgumentException if it holds CR, LF or NUL
     */
    public static String requireNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == 0) {
                throw new IllegalArgumentException(
                        "a control character (U+" + String.format(java.util.Locale.ROOT, "%04X", (int) c)
                                + ") cannot be written into a playlist line");
            }
        }
        return text;
    }

    /**
     * Refuses what cannot stand on a URI line.
     *
     * @param uri what is to be written as a line of its own
     * @return the URI
     * @throws IllegalArgumentException if it is blank, has outer white space, starts with {@code #} or a byte order mark, or
     *     holds CR, LF or NUL
     */
    public static String requireUriLine(String uri) {
        requireNoControls(uri);
        boolean blank = uri.isEmpty() || uri.charAt(0) == '#' || uri.charAt(0) == '\uFEFF';
        if (blank || !uri.equals(uri.strip())) {
            throw new IllegalArgumentException("a URI line cannot be blank, start with # or have outer white space");
        }
        return uri;
    }

    /**
     * Refuses what is no single tag or comment line.
     *
     * @param line what is to be written as a line of its own
     * @return the line
     * @throws IllegalArgumentException if it does not start with {@code #} or holds CR, LF or NUL
     */
    public static String requireHashLine(String line) {
        requireNoControls(line);
        if (!line.startsWith("#")) {
            throw new IllegalArgumentException("a tag or comment line starts with #");
        }
        return line;
    }
}
