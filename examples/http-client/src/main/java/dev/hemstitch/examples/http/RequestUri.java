package dev.hemstitch.examples.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URI that may be asked for, as far as its text tells: of http or https, without credentials, its host a name or an address
 * in the usual form.
 *
 * @param uri the URI, without fragment, with what may not stand in it escaped
 */
record RequestUri(URI uri) {
    private static final String LEGAL = "-._~:/?#@!$&'()*+,;=%";
    private static final String HEX = "0123456789ABCDEF";

    /** What some resolvers take for an IPv4 address: 1, 127.1, 0x7f.0.0.1, 0177.0.0.1, with a dot behind or without. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:0x[0-9a-f]*|[0-9]+)\\.?");

    private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");

    static RequestUri of(String text) throws RefusedRequestException {
        URI uri;
        try {
            uri = new URI(escapeIllegal(before(text, '#')));
        } catch (URISyntaxException e) {
            throw new RefusedRequestException("this is no URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedRequestException("the URL is neither of http nor of https");
        }
        if (String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
            throw new RefusedRequestException("the URL holds credentials");
        }
        if (uri.getHost() == null) {
            throw new RefusedRequestException("the URL has no host, or one that is no host name");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (NUMERIC.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            throw new RefusedRequestException("the host is an address in an unusual form");
        }
        if (host.indexOf('%') >= 0) {
            throw new RefusedRequestException("the host is an address with a zone");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new RefusedRequestException("the URL has a port that cannot be");
        }
        return new RequestUri(uri);
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /**
     * Playlists and ad responses in the field hold what {@code java.net.URI} refuses: spaces, brackets, stray percent signs.
     * It is escaped; all else, escapes too, stays as it is.
     */
    private static String escapeIllegal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int authority = text.indexOf("//") + 2;
        int authorityEnd = authority < 2
                ? 0
                : authority
                        + before(before(text.substring(authority), '/'), '?').length();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean isAddress = (c == '[' || c == ']') && i < authorityEnd;
            if (isAddress || (isLegal(c) && (c != '%' || isEscape(bytes, i)))) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return escaped.toString();
    }

    private static boolean isLegal(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LEGAL.indexOf(c) >= 0;
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }
}
