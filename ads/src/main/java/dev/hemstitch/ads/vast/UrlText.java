package dev.hemstitch.ads.vast;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986. */
final class UrlText {
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            PLAIN[c] = isUnreserved(c) || (RESERVED.indexOf(c) >= 0 && c != '[' && c != ']');
        }
    }

    private UrlText() {}

    /** Where the characters end that stay as they are and start neither a macro nor an escape. */
    static int plainEnd(String url, int from) {
        int at = from;
        while (at < url.length() && url.charAt(at) < 128 && PLAIN[url.charAt(at)]) {
            at++;
        }
        return at;
    }

    /** Appends a value so that it is nothing but a value. */
    static void encodeValue(String value, StringBuilder to) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c)) {
                to.append(c);
            } else {
                escape(b, to);
            }
        }
    }

    /** Appends the character at a place of a URL, encoded if it may not stand in one, and says where the next one is. */
    static int appendFit(String url, int at, StringBuilder to) {
        char c = url.charAt(at);
        if (isUnreserved(c) || RESERVED.indexOf(c) >= 0 || (c == '%' && isEscape(url, at))) {
            to.append(c);
            return at + 1;
        }
        int next = at + Character.charCount(url.codePointAt(at));
        for (byte b : url.substring(at, next).getBytes(StandardCharsets.UTF_8)) {
            escape(b, to);
        }
        return next;
    }

    private static boolean isEscape(String url, int at) {
        return at + 2 < url.length()
                && Character.digit(url.charAt(at + 1), 16) >= 0
                && Character.digit(url.charAt(at + 2), 16) >= 0
                && url.charAt(at + 1) < 128
                && url.charAt(at + 2) < 128;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && UNRESERVED.indexOf(c) >= 0);
    }

    private static void escape(byte b, StringBuilder to) {
        to.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
    }
}
