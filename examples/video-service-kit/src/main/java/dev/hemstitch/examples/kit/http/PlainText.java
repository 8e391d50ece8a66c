package dev.hemstitch.examples.kit.http;

/** What titles, renditions and viewers are called: letters and digits of ASCII, {@code _} and {@code -}. */
final class PlainText {
    private PlainText() {}

    /** Whether a part of a text is one to so many of those. */
    static boolean is(String text, int from, int to, int most) {
        boolean isPlain = to > from && to - from <= most;
        for (int i = from; isPlain && i < to; i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            isPlain = isLetter || (c >= '0' && c <= '9') || c == '_' || c == '-';
        }
        return isPlain;
    }
}
