package dev.hemstitch.core.model;

/**
 * The pieces of a value of EXTINF. Some lists have attributes between duration and comma, whose quoted values may hold
 * commas.
 */
final class Extinf {
    private Extinf() {}

    /** The offset behind the duration. */
    static int durationEnd(String value) {
        int at = 0;
        while (at < value.length() && value.charAt(at) != ',' && value.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    /** The offset of the comma before the title, outside of quotes if they are closed, or -1. */
    static int comma(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' && !quoted) {
                return i;
            }
            quoted = (c == '"') != quoted;
        }
        return value.indexOf(',');
    }

    /** What stands behind the comma. */
    static String title(String value) {
        int comma = comma(value);
        return comma < 0 ? "" : value.substring(comma + 1);
    }
}
