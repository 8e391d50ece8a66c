package dev.hemstitch.core.uri;

import org.jspecify.annotations.Nullable;

/**
 * The five parts of a URI reference, split as in RFC 3986, appendix B, without judging any character.
 *
 * @param scheme without its colon
 * @param authority without its slashes
 * @param path perhaps empty
 * @param query without its question mark
 * @param fragment without its number sign
 */
record UriParts(
        @Nullable String scheme,
        @Nullable String authority,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    static UriParts split(String reference) {
        String rest = reference;
        String fragment = null;
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = rest.substring(hash + 1);
            rest = rest.substring(0, hash);
        }
        String query = null;
        int mark = rest.indexOf('?');
        if (mark >= 0) {
            query = rest.substring(mark + 1);
            rest = rest.substring(0, mark);
        }
        String scheme = null;
        int colon = schemeEnd(rest);
        if (colon > 0) {
            scheme = rest.substring(0, colon);
            rest = rest.substring(colon + 1);
        }
        String authority = null;
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            int end = slash < 0 ? rest.length() : slash;
            authority = rest.substring(2, end);
            rest = rest.substring(end);
        }
        return new UriParts(scheme, authority, rest, query, fragment);
    }

    /** The offset of the colon behind a scheme, or -1. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
            if (c == ':') {
                return i;
            }
            if (!letter && !later) {
                return -1;
            }
        }
        return -1;
    }

    UriParts withPath(String newPath) {
        return new UriParts(scheme, authority, newPath, query, fragment);
    }

    UriParts withQuery(@Nullable String newQuery) {
        return new UriParts(scheme, authority, path, newQuery, fragment);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (scheme != null) {
            text.append(scheme).append(':');
        }
        if (authority != null) {
            text.append("//").append(authority);
        }
        text.append(path);
        if (query != null) {
            text.append('?').append(query);
        }
        if (fragment != null) {
            text.append('#').append(fragment);
        }
        return text.toString();
    }
}
