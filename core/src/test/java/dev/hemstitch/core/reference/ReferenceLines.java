package dev.hemstitch.core.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a playlist text and the three kinds that a line can be of. */
final class ReferenceLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ReferenceLines() {}

    /** Bytes that are not UTF-8 become U+FFFD, as the decoder of the JDK does it. */
    static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Splits at LF and CR LF only; a CR right before the end of the text counts as a CR LF that was cut short. */
    static List<String> of(String text) {
        String rest = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < rest.length(); ) {
            int newline = rest.indexOf('\n', start);
            int end = newline < 0 ? rest.length() : newline;
            String line = rest.substring(start, end);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            start = end + 1;
        }
        return lines;
    }

    /** A line of nothing but spaces and tabs is blank too. */
    static boolean isBlank(String line) {
        return strip(line).isEmpty();
    }

    static boolean isTag(String line) {
        return line.startsWith("#EXT");
    }

    static boolean isComment(String line) {
        return line.startsWith("#") && !isTag(line);
    }

    static boolean isUri(String line) {
        return !line.startsWith("#") && !isBlank(line);
    }

    /** The tag without its {@code #}: all up to the first colon, or the whole line but for spaces at its end. */
    static String tagName(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? stripTrailing(line).substring(1) : line.substring(1, colon);
        // IPTV lists write attributes after the header: #EXTM3U x-tvg-url="https://…"
        return name.startsWith("EXTM3U ") ? "EXTM3U" : name;
    }

    /** What follows the first colon, exactly as it stands; empty without a colon. */
    static String tagValue(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(colon + 1);
    }

    /** Strips spaces and tabs, and no other character that Unicode calls white. */
    static String strip(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return stripTrailing(text.substring(start));
    }

    private static String stripTrailing(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
