package dev.hemstitch.ads.simulator;

import java.net.URI;

/** Resolving of URIs. */
final class Uris {
    private Uris() {}

    static String resolve(String base, String reference) {
        int colon = reference.indexOf(':');
        int slash = reference.indexOf('/');
        if (colon > 0 && (slash < 0 || colon < slash)) {
            return reference;
        }
        if (slash < 0 && !reference.isEmpty() && reference.charAt(0) != '?' && reference.charAt(0) != '#') {
            return base.substring(0, base.lastIndexOf('/') + 1) + reference;
        }
        return URI.create(base).resolve(reference).toString();
    }
}
