package dev.hemstitch.core.validation;

import java.util.Locale;
import java.util.Optional;

/** The grammar of URI references (RFC 3986, appendix A), but for what stands within an authority. */
final class UriSyntax {
    private static final String PUNCTUATION = "-._~!$&'()*+,;=:@/?";
    private static final char REPLACEMENT = '\uFFFD';

    private UriSyntax() {}

    /**
     * What a reference holds that it must not, in words. Control characters and bytes that are no UTF-8 are the business
     * of other rules.
     */
    static Optional<String> problem(String uri) {
        int authority = authority(uri);
        int authorityEnd = authority < 0 ? -1 : end(uri, authority, "/?#");
        boolean fragment = false;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean bracket = (c == '[' || c == ']') && i >= authority && i < authorityEnd;
            if (c == '%') {
                if (!isEscape(uri, i)) {
                    return Optional.of("% without two hexadecimal digits");
                }
            } else if (c == '#' && !fragment) {
                fragment = true;
            } else if (!isLegal(c) && !bracket) {
                return Optional.of(name(c));
            }
        }
        return firstColon(uri) >= 0 && schemeEnd(uri) < 0
                ? Optional.of("colon in the first part of a relative path")
                : Optional.empty();
    }

    private static boolean isLegal(char c) {
        return CharacterClasses.isLetterOrDigit(c)
                || PUNCTUATION.indexOf(c) >= 0
                || CharacterClasses.isControl(c)
                || c == REPLACEMENT;
    }

    private static boolean isEscape(String uri, int at) {
        return at + 2 < uri.length()
                && CharacterClasses.isHexDigit(uri.charAt(at + 1))
                && CharacterClasses.isHexDigit(uri.charAt(at + 2));
    }

    private static String name(char c) {
        if (c == ' ') {
            return "space";
        }
        return c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "U+%04X", (int) c);
    }

    /** Where an authority starts, or -1. */
    private static int authority(String uri) {
        int colon = schemeEnd(uri);
        return uri.startsWith("//", colon + 1) ? colon + 3 : -1;
    }

    /** The colon behind a scheme, or -1. */
    private static int schemeEnd(String uri) {
        int colon = firstColon(uri);
        boolean legal = colon > 0 && CharacterClasses.isLetter(uri.charAt(0));
        for (int i = 1; legal && i < colon; i++) {
            char c = uri.charAt(i);
            legal = CharacterClasses.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
        }
        return legal ? colon : -1;
    }

    /** The colon within the first part of a path, or that of a scheme; -1 if there is none. */
    private static int firstColon(String uri) {
        int end = end(uri, 0, ":/?#");
        return end < uri.length() && uri.charAt(end) == ':' ? end : -1;
    }

    private static int end(String uri, int from, String delimiters) {
        int i = from;
        while (i < uri.length() && delimiters.indexOf(uri.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
