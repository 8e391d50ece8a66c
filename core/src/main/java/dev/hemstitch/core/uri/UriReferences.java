package dev.hemstitch.core.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Resolves URI references (RFC 3986, 5.2) and makes them relative, on strings and without changing a character of
 * them: names that {@code java.net.URI} refuses, such as {@code video=300000.m3u8}, {@code a(b).ism} or one with a
 * space, stay as they are.
 */
public final class UriReferences {
    private UriReferences() {}

    /**
     * Resolves a reference against the URI of the playlist that holds it.
     *
     * @param base the playlist's URI; a relative one gives a relative result
     * @param reference the reference as it stands
     * @return the target, with dot segments removed; an absolute reference as it is
     */
    public static String resolve(String base, String reference) {
        UriParts target = UriParts.split(reference);
        if (target.scheme() != null) {
            return reference;
        }
        UriParts from = UriParts.split(base);
        if (from.scheme() == null && from.authority() == null && from.path().isEmpty()) {
            return reference;
        }
        if (target.authority() != null) {
            return new UriParts(from.scheme(), target.authority(), target.path(), target.query(), target.fragment())
                    .toString();
        }
        String path;
        String query = target.query();
        if (target.path().isEmpty()) {
            path = from.path();
            query = query == null ? from.query() : query;
        } else if (target.path().startsWith("/")) {
            path = removeDotSegments(target.path());
        } else {
            path = removeDotSegments(merge(from, target.path()));
        }
        return new UriParts(from.scheme(), from.authority(), path, query, target.fragment()).toString();
    }

    private static String merge(UriParts base, String path) {
        if (base.authority() != null && base.path().isEmpty()) {
            return '/' + path;
        }
        return base.path().substring(0, base.path().lastIndexOf('/') + 1) + path;
    }

    private static String removeDotSegments(String path) {
        boolean absolute = path.startsWith("/");
        List<String> kept = new ArrayList<>();
        List<String> segments = segments(absolute ? path.substring(1) : path);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.equals("..")) {
                boolean canGoUp = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
                if (canGoUp) {
                    kept.remove(kept.size() - 1);
                } else if (!absolute) {
                    kept.add("..");
                }
                if (last && (canGoUp || absolute)) {
                    kept.add("");
                }
            } else if (segment.equals(".")) {
                if (last) {
                    kept.add("");
                }
            } else {
                kept.add(segment);
            }
        }
        return (absolute ? "/" : "") + String.join("/", kept);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(from));
        return segments;
    }

    /**
     * Writes a target so that it resolves from a place.
     *
     * @param base the URI of the playlist that will hold the reference
     * @param target the URI to be reached, absolute or relative to the same root as {@code base}
     * @return a relative reference where both have the same scheme and authority, else {@code target}
     */
    public static String relativize(String base, String target) {
        UriParts to = UriParts.split(target);
        UriParts from = UriParts.split(base);
        boolean sameRoot = Objects.equals(to.scheme(), from.scheme())
                && Objects.equals(to.authority(), from.authority())
                && to.path().startsWith("/") == from.path().startsWith("/");
        if (!sameRoot || to.path().isEmpty() || isOpaque(to)) {
            return target;
        }
        List<String> fromSegments = segments(from.path());
        List<String> toSegments = segments(to.path());
        int common = 0;
        int most = Math.min(fromSegments.size(), toSegments.size()) - 1;
        while (common < most && fromSegments.get(common).equals(toSegments.get(common))) {
            common++;
        }
        if (fromSegments.subList(common, fromSegments.size()).contains("..")) {
            return target;
        }
        String down = String.join("/", toSegments.subList(common, toSegments.size()));
        String path = "../".repeat(fromSegments.size() - 1 - common) + down;
        return new UriParts(null, null, guarded(path), to.query(), to.fragment()).toString();
    }

    private static boolean isOpaque(UriParts parts) {
        return parts.scheme() != null
                && parts.authority() == null
                && !parts.path().startsWith("/");
    }

    /** Keeps a relative path from being read as something else (RFC 3986, 4.2). */
    private static String guarded(String path) {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        boolean looksLikeScheme = colon >= 0 && (slash < 0 || colon < slash);
        return path.isEmpty() || path.startsWith("/") || looksLikeScheme ? "./" + path : path;
    }

    /**
     * Whether a reference has a scheme of its own, such as {@code https:}, {@code skd:} or {@code data:}.
     *
     * @param reference the reference
     * @return whether it stands for itself
     */
    public static boolean isAbsolute(String reference) {
        return UriParts.split(reference).scheme() != null;
    }

    /**
     * A URI fit for logs.
     *
     * @param uri the URI
     * @return the URI without user information, query and fragment, which may carry secrets
     */
    public static String redact(String uri) {
        UriParts parts = UriParts.split(uri);
        String authority = parts.authority();
        if (authority != null) {
            authority = authority.substring(authority.lastIndexOf('@') + 1);
        }
        boolean hidden = parts.query() != null || parts.fragment() != null;
        return new UriParts(parts.scheme(), authority, parts.path(), hidden ? "…" : null, null).toString();
    }
}
