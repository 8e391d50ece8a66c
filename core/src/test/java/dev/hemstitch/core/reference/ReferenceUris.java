package dev.hemstitch.core.reference;

import java.util.Map;
import java.util.Optional;

/** Reference resolution after RFC 3986 section 5.2, on plain text: what the RFC does not allow passes through. */
public final class ReferenceUris {
    private ReferenceUris() {}

    private record Parts(
            Optional<String> scheme, Optional<String> authority, String path, Optional<String> query, String fragment) {
        String text() {
            return scheme.map(value -> value + ":").orElse("")
                    + authority.map(value -> "//" + value).orElse("")
                    + path
                    + query.map(value -> "?" + value).orElse("")
                    + fragment;
        }
    }

    static String resolve(String base, String reference, Map<String, String> variables) {
        return resolve(base, ReferenceVariables.replace(reference, variables));
    }

    /** Section 5.2.2, strict: a reference with a scheme is absolute even if it is the scheme of the base. */
    public static String resolve(String base, String reference) {
        Parts r = split(reference);
        Parts b = split(base);
        if (r.scheme.isPresent()) {
            return new Parts(r.scheme, r.authority, removeDotSegments(r.path), r.query, r.fragment).text();
        }
        if (r.authority.isPresent()) {
            return new Parts(b.scheme, r.authority, removeDotSegments(r.path), r.query, r.fragment).text();
        }
        if (r.path.isEmpty()) {
            return new Parts(b.scheme, b.authority, b.path, r.query.or(() -> b.query), r.fragment).text();
        }
        String path = r.path.startsWith("/") ? r.path : merge(b, r.path);
        return new Parts(b.scheme, b.authority, removeDotSegments(path), r.query, r.fragment).text();
    }

    /** Appendix B, by hand. */
    private static Parts split(String uri) {
        String rest = uri;
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(rest.substring(mark + 1));
        rest = mark < 0 ? rest : rest.substring(0, mark);
        int colon = schemeEnd(rest);
        Optional<String> scheme = colon < 0 ? Optional.empty() : Optional.of(rest.substring(0, colon));
        rest = rest.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return new Parts(scheme, Optional.empty(), rest, query, fragment);
        }
        int slash = rest.indexOf('/', 2);
        int end = slash < 0 ? rest.length() : slash;
        return new Parts(scheme, Optional.of(rest.substring(2, end)), rest.substring(end), query, fragment);
    }

    /** The index of the colon after a scheme, or -1: a letter, then letters, digits, plus, minus, dot. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i == 0 ? -1 : i;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = i > 0 && ((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
            if (!letter && !later) {
                return -1;
            }
        }
        return -1;
    }

    /** Section 5.2.3. */
    private static String merge(Parts base, String path) {
        if (base.authority.isPresent() && base.path.isEmpty()) {
            return "/" + path;
        }
        return base.path.substring(0, base.path.lastIndexOf('/') + 1) + path;
    }

    /** Section 5.2.4, its steps A to E in their order. */
    private static String removeDotSegments(String path) {
        StringBuilder output = new StringBuilder();
        String input = path;
        while (!input.isEmpty()) {
            if (input.startsWith("../")) {
                input = input.substring(3);
            } else if (input.startsWith("./") || input.startsWith("/./")) {
                input = input.substring(2);
            } else if (input.equals("/.")) {
                input = "/";
            } else if (input.startsWith("/../") || input.equals("/..")) {
                input = "/" + input.substring(Math.min(4, input.length()));
                output.setLength(Math.max(0, output.lastIndexOf("/")));
            } else if (input.equals(".") || input.equals("..")) {
                input = "";
            } else {
                int slash = input.indexOf('/', 1);
                int end = slash < 0 ? input.length() : slash;
                output.append(input, 0, end);
                input = input.substring(end);
            }
        }
        return output.toString();
    }
}
