package dev.hemstitch.ads.internal.xml;

import dev.hemstitch.core.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** What values of elements and attributes mean. */
public final class XmlValues {
    private XmlValues() {}

    /**
     * Makes a text a single line: runs of white space become one space.
     *
     * @param text the text
     * @return the line; empty if there is nothing, or if control characters are in it
     */
    public static Optional<String> line(String text) {
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                blank = true;
            } else if (isControl(c)) {
                return Optional.empty();
            }
        }
        String line = blank ? text.replaceAll("[ \n\r\t]+", " ").strip() : text;
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** A control character, or one of the two that Unicode has for the ends of lines and paragraphs. */
    private static boolean isControl(char c) {
        return c < ' ' || (c >= '\u007F' && c < '\u00A0') || c == '\u2028' || c == '\u2029';
    }

    /**
     * Prepares a piece of a response for a message.
     *
     * @param text what the message is about
     * @return the text in double quotes, shortened, without queries of URLs and without anything that ends a line
     */
    public static String echo(String text) {
        return Diagnostic.echo(text).replace('\u2028', '\uFFFD').replace('\u2029', '\uFFFD');
    }

    /**
     * Reads a truth value.
     *
     * @param text {@code true}, {@code false}, {@code 1} or {@code 0}, in any case
     * @return the value, or empty if the text is none
     */
    public static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
